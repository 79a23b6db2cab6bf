import { checkRules } from '../../../test/support/relation-rules.ts';
import { podGroupExamples } from '../testing/examples/pod-groups.ts';
import { podGroupRules } from './pod-groups.ts';

checkRules(podGroupRules, podGroupExamples);
