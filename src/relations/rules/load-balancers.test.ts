import { checkRules } from '../../../test/support/relation-rules.ts';
import { loadBalancerExamples } from '../testing/examples/load-balancers.ts';
import { loadBalancerRules } from './load-balancers.ts';

checkRules(loadBalancerRules, loadBalancerExamples);
