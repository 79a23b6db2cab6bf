import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftAccessExamples } from '../testing/examples/openshift-access.ts';
import { openShiftAccessRules } from './openshift-access.ts';

checkRules(openShiftAccessRules, openShiftAccessExamples);
