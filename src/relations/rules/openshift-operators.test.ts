import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftOperatorRuleExamples } from '../testing/examples/openshift-operators.ts';
import { openShiftOperatorRules } from './openshift-operators.ts';

checkRules(openShiftOperatorRules, openShiftOperatorRuleExamples);
