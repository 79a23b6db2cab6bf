/** The domains of OpenShift. */
import { openShiftDeploymentRelations } from '../../coded/openshift-deployments.ts';
import { openShiftOperatorRelations } from '../../coded/openshift-operators.ts';
import { openShiftSelectorRelations } from '../../coded/openshift-selectors.ts';
import { openShiftAccessRules } from '../../rules/openshift-access.ts';
import { openShiftBuildRules } from '../../rules/openshift-builds.ts';
import { openShiftConfigRules } from '../../rules/openshift-config.ts';
import { openShiftImageRules } from '../../rules/openshift-images.ts';
import { openShiftMachineRules } from '../../rules/openshift-machines.ts';
import { openShiftNetworkRules } from '../../rules/openshift-networks.ts';
import { openShiftOperatorRules } from '../../rules/openshift-operators.ts';
import type { ExampleDomain } from './domain.ts';
import { openShiftAccessExamples } from './openshift-access.ts';
import { openShiftBuildExamples } from './openshift-builds.ts';
import { openShiftDeploymentExamples, openShiftOperatorExamples, openShiftSelectorExamples } from './openshift-coded.ts';
import { openShiftConfigExamples } from './openshift-config.ts';
import { openShiftImageExamples } from './openshift-images.ts';
import { openShiftMachineExamples } from './openshift-machines.ts';
import { openShiftNetworkExamples } from './openshift-networks.ts';
import { openShiftOperatorRuleExamples } from './openshift-operators.ts';

export const openShiftDomains: readonly ExampleDomain[] = [
  { name: 'openshift-access', rules: openShiftAccessRules, examples: openShiftAccessExamples },
  { name: 'openshift-builds', rules: openShiftBuildRules, examples: openShiftBuildExamples },
  { name: 'openshift-config', rules: openShiftConfigRules, examples: openShiftConfigExamples },
  { name: 'openshift-images', rules: openShiftImageRules, examples: openShiftImageExamples },
  { name: 'openshift-machines', rules: openShiftMachineRules, examples: openShiftMachineExamples },
  { name: 'openshift-networks', rules: openShiftNetworkRules, examples: openShiftNetworkExamples },
  { name: 'openshift-operators', rules: openShiftOperatorRules, examples: openShiftOperatorRuleExamples },
  { name: 'openshift-coded-deployments', coded: openShiftDeploymentRelations, examples: openShiftDeploymentExamples },
  { name: 'openshift-coded-operators', coded: openShiftOperatorRelations, examples: openShiftOperatorExamples },
  { name: 'openshift-coded-selectors', coded: openShiftSelectorRelations, examples: openShiftSelectorExamples },
];
