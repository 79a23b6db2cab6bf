import { checkRules } from '../../../test/support/relation-rules.ts';
import { istioExamples } from '../testing/examples/istio.ts';
import { istioRules } from './istio.ts';

checkRules(istioRules, istioExamples);
