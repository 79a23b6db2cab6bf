import { checkRules } from '../../../test/support/relation-rules.ts';
import { referenceGrantExamples } from '../testing/examples/reference-grants.ts';
import { referenceGrantRules } from './reference-grants.ts';

checkRules(referenceGrantRules, referenceGrantExamples);
