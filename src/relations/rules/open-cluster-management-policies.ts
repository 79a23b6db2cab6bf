/** Policies of Open Cluster Management: where they are placed, and what came of it. What they look at lies in the clusters. */
import { secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { appsKind, clusterKind, policyKind } from './open-cluster-management-kinds.ts';

const managedCluster = clusterKind('ManagedCluster');
const placement = clusterKind('Placement');
const placementRule = appsKind('PlacementRule');
const placementBinding = policyKind('PlacementBinding');
const policy = policyKind('Policy');
const policySet = policyKind('PolicySet');
const policyAutomation = policyKind('PolicyAutomation');

const inStatus = (field: string): string => `status.placement[].${field}`;

export const openClusterManagementPolicyRules: readonly RelationRule[] = [
  {
    relation: 'placement-binding-placement',
    from: placementBinding,
    path: 'placementRef.name',
    target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' }, kinds: [placement, placementRule] },
    namespace: 'source',
    forward: { name: 'placements' },
    reverse: { name: 'placementBindings' },
    source: 'open-cluster-management policy/v1 PlacementSubject',
  },
  {
    relation: 'placement-binding-subject',
    from: placementBinding,
    path: 'subjects[].name',
    target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' }, kinds: [policy, policySet] },
    namespace: 'source',
    forward: { name: 'policies' },
    reverse: { name: 'placementBindings' },
    source: 'open-cluster-management policy/v1 Subject',
  },
  {
    relation: 'policy-set-policy',
    from: policySet,
    path: 'spec.policies[]',
    target: policy,
    namespace: 'source',
    forward: { name: 'policies' },
    reverse: { name: 'policySets' },
    source: 'open-cluster-management policy/v1beta1 PolicySetSpec.policies',
  },
  {
    relation: 'policy-root',
    from: policy,
    path: "metadata.labels['policy.open-cluster-management.io/root-policy']",
    // No namespace has a dot in its name.
    pattern: '(?<namespace>[^.]+)\\.(?<name>.+)',
    target: policy,
    namespace: 'source',
    weak: true,
    forward: { name: 'rootPolicy', one: true },
    reverse: { name: 'replicatedPolicies' },
    source: 'open-cluster-management governance-policy-propagator RootPolicyLabel: `<namespace>.<name>`',
  },
  ...[
    { name: 'placement-binding', target: placementBinding, field: 'placementBinding', forward: 'placementBindings' },
    { name: 'placement', target: placement, field: 'placement', forward: 'placements' },
    { name: 'placement-rule', target: placementRule, field: 'placementRule', forward: 'placementRules' },
  ].flatMap(({ name, target, field, forward }) =>
    [policy, policySet].map(
      (from): RelationRule => ({
        relation: `policy-status-${name}`,
        from,
        path: inStatus(field),
        target,
        namespace: 'source',
        weak: true,
        forward: { name: forward },
        reverse: { name: from === policy ? 'policies' : 'policySets' },
        source: 'open-cluster-management policy/v1 Placement, in the status of a Policy or PolicySet',
      }),
    ),
  ),
  {
    relation: 'policy-cluster',
    from: policy,
    path: 'status.status[].clustername',
    target: managedCluster,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'managedClusters' },
    reverse: { name: 'policies' },
    source: 'open-cluster-management policy/v1 CompliancePerClusterStatus',
  },
  {
    relation: 'policy-automation-policy',
    from: policyAutomation,
    path: 'spec.policyRef',
    target: policy,
    namespace: 'source',
    forward: { name: 'policies' },
    reverse: { name: 'policyAutomations' },
    source: 'open-cluster-management policy/v1beta1 PolicyAutomationSpec.policyRef',
  },
  {
    relation: 'policy-automation-secret',
    from: policyAutomation,
    path: 'spec.automationDef.secret',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'policyAutomations' },
    source: 'open-cluster-management policy/v1beta1 AutomationDef.secret',
  },
];
