import { checkRules } from '../../../test/support/relation-rules.ts';
import { workloadExamples } from '../testing/examples/workloads.ts';
import { workloadRules } from './workloads.ts';

checkRules(workloadRules, workloadExamples);
