import { checkRules } from '../../../test/support/relation-rules.ts';
import { customWorkloadExamples } from '../testing/examples/custom-workloads.ts';
import { customWorkloadRules } from './custom-workloads.ts';

checkRules(customWorkloadRules, customWorkloadExamples);
