import { checkRules } from '../../../test/support/relation-rules.ts';
import { knativeEventingExamples } from '../testing/examples/knative-eventing.ts';
import { knativeEventingRules } from './knative-eventing.ts';

checkRules(knativeEventingRules, knativeEventingExamples);
