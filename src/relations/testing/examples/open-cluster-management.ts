import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const DOMAIN = 'open-cluster-management.io';
const cluster = (version: string, kind: string, metadata: JsonObject, rest: JsonObject): JsonObject => ({
  apiVersion: `cluster.${DOMAIN}/${version}`,
  kind,
  metadata,
  ...rest,
});
const SET = `ManagedClusterSet.cluster.${DOMAIN} east`;
const decisions = { decisions: [{ clusterName: 'blue', reason: '' }] };

export const openClusterManagementExamples: readonly Example[] = [
  {
    object: cluster(
      'v1',
      'ManagedCluster',
      { name: 'blue', labels: { [`cluster.${DOMAIN}/clusterset`]: 'east' } },
      { spec: { hubAcceptsClient: true } },
    ),
    pointers: [
      `managed-cluster-set metadata.labels['cluster.${DOMAIN}/clusterset'] → ${SET}`,
      'managed-cluster-namespace metadata.name → Namespace blue [weak]',
    ],
  },
  {
    object: cluster('v1beta2', 'ManagedClusterSetBinding', { name: 'east', namespace: 'shop' }, { spec: { clusterSet: 'east' } }),
    pointers: [`managed-cluster-set spec.clusterSet → ${SET}`],
  },
  {
    object: cluster('v1beta1', 'Placement', { name: 'everywhere', namespace: 'shop' }, { spec: { clusterSets: ['east'] } }),
    pointers: [`managed-cluster-set spec.clusterSets[0] → ${SET}`],
  },
  {
    object: cluster(
      'v1beta1',
      'PlacementDecision',
      { name: 'everywhere-decision-1', namespace: 'shop', labels: { [`cluster.${DOMAIN}/placement`]: 'everywhere' } },
      { status: decisions },
    ),
    pointers: [
      `placement-decision-placement metadata.labels['cluster.${DOMAIN}/placement'] → Placement.cluster.${DOMAIN} shop/everywhere`,
      `placement-decision-cluster status.decisions[0].clusterName → ManagedCluster.cluster.${DOMAIN} blue [weak]`,
    ],
  },
  {
    object: {
      apiVersion: `apps.${DOMAIN}/v1`,
      kind: 'PlacementRule',
      metadata: { name: 'older', namespace: 'shop' },
      spec: {},
      status: { decisions: [{ clusterName: 'blue', clusterNamespace: 'blue' }] },
    },
    pointers: [`placement-decision-cluster status.decisions[0].clusterName → ManagedCluster.cluster.${DOMAIN} blue [weak]`],
  },
  {
    object: {
      apiVersion: `work.${DOMAIN}/v1`,
      kind: 'ManifestWork',
      metadata: { name: 'web', namespace: 'blue' },
      // They lie in the cluster, not here.
      spec: { workload: { manifests: [{ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'web', namespace: 'shop' } }] } },
    },
    pointers: [`managed-cluster-of-namespace metadata.namespace → ManagedCluster.cluster.${DOMAIN} blue [weak]`],
  },
  {
    object: {
      apiVersion: `work.${DOMAIN}/v1alpha1`,
      kind: 'ManifestWorkReplicaSet',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { placementRefs: [{ name: 'everywhere' }], manifestWorkTemplate: {} },
    },
    pointers: [`manifest-work-replica-set-placement spec.placementRefs[0].name → Placement.cluster.${DOMAIN} shop/everywhere`],
  },
  {
    object: {
      apiVersion: `addon.${DOMAIN}/v1alpha1`,
      kind: 'ManagedClusterAddOn',
      metadata: { name: 'search', namespace: 'blue' },
      spec: {},
    },
    pointers: [
      `managed-cluster-of-namespace metadata.namespace → ManagedCluster.cluster.${DOMAIN} blue [weak]`,
      `managed-cluster-add-on-management metadata.name → ClusterManagementAddOn.addon.${DOMAIN} search [weak]`,
    ],
  },
];

const policy = (kind: string, name: string, spec: JsonObject, status: JsonObject = {}, labels: JsonObject = {}): JsonObject => ({
  apiVersion: kind === 'Policy' ? `policy.${DOMAIN}/v1` : `policy.${DOMAIN}/v1beta1`,
  kind,
  metadata: { name, namespace: 'shop', labels },
  spec,
  status,
});
const placed = {
  placement: [
    { placementBinding: 'binding', placement: 'everywhere' },
    { placementBinding: 'binding', placementRule: 'older' },
  ],
};
const BINDING = `PlacementBinding.policy.${DOMAIN} shop/binding [weak]`;
const placedPointers = [
  `policy-status-placement-binding status.placement[0].placementBinding → ${BINDING}`,
  `policy-status-placement status.placement[0].placement → Placement.cluster.${DOMAIN} shop/everywhere [weak]`,
  `policy-status-placement-binding status.placement[1].placementBinding → ${BINDING}`,
  `policy-status-placement-rule status.placement[1].placementRule → PlacementRule.apps.${DOMAIN} shop/older [weak]`,
];
const binding = (name: string, placementRef: JsonObject, subject: JsonObject): JsonObject => ({
  apiVersion: `policy.${DOMAIN}/v1`,
  kind: 'PlacementBinding',
  metadata: { name, namespace: 'shop' },
  placementRef,
  subjects: [subject],
});

export const openClusterManagementPolicyExamples: readonly Example[] = [
  {
    object: binding(
      'new',
      { apiGroup: `cluster.${DOMAIN}`, kind: 'Placement', name: 'everywhere' },
      { apiGroup: `policy.${DOMAIN}`, kind: 'Policy', name: 'no-root' },
    ),
    pointers: [
      `placement-binding-placement placementRef.name → Placement.cluster.${DOMAIN} shop/everywhere`,
      `placement-binding-subject subjects[0].name → Policy.policy.${DOMAIN} shop/no-root`,
    ],
  },
  {
    object: binding(
      'old',
      { apiGroup: `apps.${DOMAIN}`, kind: 'PlacementRule', name: 'older' },
      { apiGroup: `policy.${DOMAIN}`, kind: 'PolicySet', name: 'baseline' },
    ),
    pointers: [
      `placement-binding-placement placementRef.name → PlacementRule.apps.${DOMAIN} shop/older`,
      `placement-binding-subject subjects[0].name → PolicySet.policy.${DOMAIN} shop/baseline`,
    ],
  },
  {
    object: binding(
      'look-alikes',
      { apiGroup: 'example.com', kind: 'Placement', name: 'everywhere' },
      { apiGroup: `policy.${DOMAIN}`, kind: 'ConfigurationPolicy', name: 'no-root' },
    ),
    pointers: [],
  },
  {
    object: policy('PolicySet', 'baseline', { policies: ['no-root'] }, placed),
    pointers: [`policy-set-policy spec.policies[0] → Policy.policy.${DOMAIN} shop/no-root`, ...placedPointers],
  },
  {
    object: policy(
      'Policy',
      'no-root',
      { disabled: false, 'policy-templates': [] },
      { ...placed, status: [{ clustername: 'blue', clusternamespace: 'blue', compliant: 'Compliant' }] },
    ),
    pointers: [...placedPointers, `policy-cluster status.status[0].clustername → ManagedCluster.cluster.${DOMAIN} blue [weak]`],
  },
  {
    object: policy('Policy', 'shop.no-root', { disabled: false }, {}, { [`policy.${DOMAIN}/root-policy`]: 'shop.no-root' }),
    pointers: [`policy-root metadata.labels['policy.${DOMAIN}/root-policy'] → Policy.policy.${DOMAIN} shop/no-root [weak]`],
  },
  {
    object: policy('Policy', 'look-alike', { disabled: false }, {}, { [`policy.${DOMAIN}/root-policy`]: 'without-namespace' }),
    pointers: [],
  },
  {
    object: policy('PolicyAutomation', 'ticket', {
      policyRef: 'no-root',
      mode: 'once',
      automationDef: { type: 'AnsibleJob', name: 'ticket', secret: 'tower' },
    }),
    pointers: [
      `policy-automation-policy spec.policyRef → Policy.policy.${DOMAIN} shop/no-root`,
      'policy-automation-secret spec.automationDef.secret → Secret shop/tower',
    ],
  },
];
