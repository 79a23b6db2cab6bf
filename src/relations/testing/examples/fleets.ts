/** The domains of fleets of clusters. */
import { openClusterManagementRelations } from '../../coded/open-cluster-management.ts';
import { openClusterManagementRules } from '../../rules/open-cluster-management.ts';
import { openClusterManagementApplicationRules } from '../../rules/open-cluster-management-applications.ts';
import { openClusterManagementPolicyRules } from '../../rules/open-cluster-management-policies.ts';
import type { ExampleDomain } from './domain.ts';
import { openClusterManagementExamples, openClusterManagementPolicyExamples } from './open-cluster-management.ts';
import { openClusterManagementApplicationExamples } from './open-cluster-management-applications.ts';
import { openClusterManagementCodedExamples } from './open-cluster-management-coded.ts';

export const fleetDomains: readonly ExampleDomain[] = [
  { name: 'open-cluster-management', rules: openClusterManagementRules, examples: openClusterManagementExamples },
  { name: 'open-cluster-management-policies', rules: openClusterManagementPolicyRules, examples: openClusterManagementPolicyExamples },
  {
    name: 'open-cluster-management-applications',
    rules: openClusterManagementApplicationRules,
    examples: openClusterManagementApplicationExamples,
  },
  { name: 'open-cluster-management-coded', coded: openClusterManagementRelations, examples: openClusterManagementCodedExamples },
];
