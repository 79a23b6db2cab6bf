import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftConfigExamples } from '../testing/examples/openshift-config.ts';
import { openShiftConfigRules } from './openshift-config.ts';

checkRules(openShiftConfigRules, openShiftConfigExamples);
