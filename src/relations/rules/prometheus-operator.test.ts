import { checkRules } from '../../../test/support/relation-rules.ts';
import { prometheusOperatorRuleExamples } from '../testing/examples/prometheus-operator.ts';
import { prometheusOperatorRules } from './prometheus-operator.ts';

checkRules(prometheusOperatorRules, prometheusOperatorRuleExamples);
