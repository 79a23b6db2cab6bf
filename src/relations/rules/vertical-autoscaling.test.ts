import { checkRules } from '../../../test/support/relation-rules.ts';
import { verticalAutoscalingExamples } from '../testing/examples/vertical-autoscaling.ts';
import { verticalAutoscalingRules } from './vertical-autoscaling.ts';

checkRules(verticalAutoscalingRules, verticalAutoscalingExamples);
