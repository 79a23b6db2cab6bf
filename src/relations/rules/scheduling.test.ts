import { checkRules } from '../../../test/support/relation-rules.ts';
import { schedulingExamples } from '../testing/examples/scheduling.ts';
import { schedulingRules } from './scheduling.ts';

checkRules(schedulingRules, schedulingExamples);
