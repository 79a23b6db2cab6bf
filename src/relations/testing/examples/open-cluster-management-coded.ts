import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const DOMAIN = 'open-cluster-management.io';
const work = (name: string, appliedResources: readonly JsonObject[]): JsonObject => ({
  apiVersion: `work.${DOMAIN}/v1`,
  kind: 'AppliedManifestWork',
  metadata: { name },
  spec: { hubHash: 'h', manifestWorkName: name },
  status: { appliedResources: [...appliedResources] },
});
const addOn = (name: string, spec: JsonObject, status: JsonObject): JsonObject => ({
  apiVersion: `addon.${DOMAIN}/v1alpha1`,
  kind: 'ManagedClusterAddOn',
  metadata: { name, namespace: 'blue' },
  spec,
  status,
});
const policy = (kind: string, name: string, objects: readonly JsonObject[]): JsonObject => ({
  apiVersion: `policy.${DOMAIN}/v1`,
  kind,
  metadata: { name, namespace: 'blue' },
  status: { relatedObjects: objects.map((object) => ({ compliant: 'Compliant', object })) },
});
const set = (name: string, clusterSelector: JsonObject): JsonObject => ({
  apiVersion: `cluster.${DOMAIN}/v1beta2`,
  kind: 'ManagedClusterSet',
  metadata: { name },
  spec: { clusterSelector },
});
const labelSelector = { matchLabels: { region: 'east' } };

export const openClusterManagementCodedExamples: readonly Example[] = [
  {
    object: work('web', [{ group: 'apps', version: 'v1', resource: 'deployments', namespace: 'shop', name: 'web', uid: 'web-uid' }]),
    pointers: ['applied-manifest-work-object status.appliedResources[0].name → Deployment.apps shop/web [weak] uid=web-uid'],
  },
  { object: work('unknown', [{ group: 'example.com', version: 'v1', resource: 'shops', namespace: 'shop', name: 'web' }]), pointers: [] },
  {
    object: addOn(
      'search',
      { configs: [{ group: `addon.${DOMAIN}`, resource: 'addondeploymentconfigs', namespace: 'hub', name: 'search' }] },
      { relatedObjects: [{ group: `addon.${DOMAIN}`, resource: 'clustermanagementaddons', name: 'search' }] },
    ),
    pointers: [
      `managed-cluster-add-on-config spec.configs[0].name → AddOnDeploymentConfig.addon.${DOMAIN} hub/search`,
      `managed-cluster-add-on-related-object status.relatedObjects[0].name → ClusterManagementAddOn.addon.${DOMAIN} search [weak]`,
    ],
  },
  { object: addOn('plain', {}, {}), pointers: [] },
  ...['ConfigurationPolicy', 'CertificatePolicy', 'OperatorPolicy'].flatMap((kind): Example[] => [
    {
      object: policy(kind, 'no-root', [
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'root', namespace: 'shop' } },
        { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name: 'root' } },
      ]),
      pointers: [
        'policy-related-object status.relatedObjects[0].object.metadata.name → Secret shop/root [weak]',
        'policy-related-object status.relatedObjects[1].object.metadata.name → ClusterRole.rbac.authorization.k8s.io root [weak]',
      ],
    },
    {
      object: policy(kind, 'look-alikes', [
        { apiVersion: 'v1', kind: 'Secret', metadata: { name: '-', namespace: 'shop' } },
        { apiVersion: 'v1', metadata: { name: 'of-no-kind' } },
      ]),
      pointers: [],
    },
  ]),
  {
    object: set('east', { selectorType: 'LabelSelector', labelSelector }),
    pointers: [`managed-cluster-set-cluster spec.clusterSelector.labelSelector → ManagedCluster.cluster.${DOMAIN} {region In east}`],
  },
  { object: set('by-its-label', { selectorType: 'ExclusiveClusterSetLabel', labelSelector }), pointers: [] },
];
