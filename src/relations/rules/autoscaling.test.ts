import { checkRules } from '../../../test/support/relation-rules.ts';
import { autoscalingExamples } from '../testing/examples/autoscaling.ts';
import { autoscalingRules } from './autoscaling.ts';

checkRules(autoscalingRules, autoscalingExamples);
