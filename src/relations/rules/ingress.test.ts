import { checkRules } from '../../../test/support/relation-rules.ts';
import { ingressExamples } from '../testing/examples/ingress.ts';
import { ingressRules } from './ingress.ts';

checkRules(ingressRules, ingressExamples);
