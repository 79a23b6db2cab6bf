import { checkRules } from '../../../test/support/relation-rules.ts';
import { karpenterExamples } from '../testing/examples/karpenter.ts';
import { karpenterRules } from './karpenter.ts';

checkRules(karpenterRules, karpenterExamples);
