import { checkRules } from '../../../test/support/relation-rules.ts';
import { ciliumExamples } from '../testing/examples/cilium.ts';
import { ciliumRules } from './cilium.ts';

checkRules(ciliumRules, ciliumExamples);
