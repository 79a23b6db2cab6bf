import { checkRules } from '../../../test/support/relation-rules.ts';
import { istioReachExamples } from '../testing/examples/istio-reach.ts';
import { istioReachRules } from './istio-reach.ts';

checkRules(istioReachRules, istioReachExamples);
