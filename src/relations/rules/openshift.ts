/** Of OpenShift, beside its Route. */
import type { RelationRule } from '../rule.ts';
import { openShiftAccessRules } from './openshift-access.ts';
import { openShiftBuildRules } from './openshift-builds.ts';
import { openShiftConfigRules } from './openshift-config.ts';
import { openShiftImageRules } from './openshift-images.ts';
import { openShiftMachineRules } from './openshift-machines.ts';
import { openShiftNetworkRules } from './openshift-networks.ts';
import { openShiftOperatorRules } from './openshift-operators.ts';

export const openShiftRules: readonly RelationRule[] = [
  ...openShiftBuildRules,
  ...openShiftImageRules,
  ...openShiftMachineRules,
  ...openShiftConfigRules,
  ...openShiftOperatorRules,
  ...openShiftAccessRules,
  ...openShiftNetworkRules,
];
