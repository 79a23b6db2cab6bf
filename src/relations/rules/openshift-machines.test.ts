import { checkRules } from '../../../test/support/relation-rules.ts';
import { openShiftMachineExamples } from '../testing/examples/openshift-machines.ts';
import { openShiftMachineRules } from './openshift-machines.ts';

checkRules(openShiftMachineRules, openShiftMachineExamples);
