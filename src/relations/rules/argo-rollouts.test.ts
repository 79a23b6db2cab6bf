import { checkRules } from '../../../test/support/relation-rules.ts';
import { argoRolloutExamples } from '../testing/examples/argo-rollouts.ts';
import { argoRolloutRules } from './argo-rollouts.ts';

checkRules(argoRolloutRules, argoRolloutExamples);
