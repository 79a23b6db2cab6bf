import { checkRules } from '../../../test/support/relation-rules.ts';
import { kedaExamples } from '../testing/examples/keda.ts';
import { kedaRules } from './keda.ts';

checkRules(kedaRules, kedaExamples);
