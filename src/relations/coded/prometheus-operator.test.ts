import { checkCoded } from '../../../test/support/relation-rules.ts';
import { prometheusOperatorExamples } from '../testing/examples/prometheus-selectors.ts';
import { prometheusOperatorRelations } from './prometheus-operator.ts';

checkCoded(prometheusOperatorRelations, prometheusOperatorExamples);
