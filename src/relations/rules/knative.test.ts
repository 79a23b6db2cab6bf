import { checkRules } from '../../../test/support/relation-rules.ts';
import { knativeExamples } from '../testing/examples/knative.ts';
import { knativeRules } from './knative.ts';

checkRules(knativeRules, knativeExamples);
