import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../../records/record.ts';

const service = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace: 'shop' },
  spec: { ports: [{ port: 80 }], ...spec },
});
const policy = (name: string, podSelector: JsonValue): JsonObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: 'shop' },
  spec: { podSelector },
});
const budget = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: 'shop' },
  spec: { maxUnavailable: 1, ...spec },
});
const clusterRole = (name: string, rest: JsonObject): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name },
  ...rest,
});
const runtimeClass = (name: string, scheduling: JsonObject): JsonObject => ({
  apiVersion: 'node.k8s.io/v1',
  kind: 'RuntimeClass',
  metadata: { name },
  handler: 'runsc',
  scheduling,
});
const volume = (name: string, terms: readonly JsonObject[]): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolume',
  metadata: { name },
  spec: {
    accessModes: ['ReadWriteOnce'],
    capacity: { storage: '1Gi' },
    hostPath: { path: '/data' },
    nodeAffinity: { required: { nodeSelectorTerms: [...terms] } },
  },
});

export const selectorExamples: readonly Example[] = [
  {
    object: service('web', { selector: { app: 'web', tier: 'front' } }),
    pointers: ['service-pod spec.selector → Pod shop/{app In web; tier In front}'],
  },
  { object: service('without-selector', {}), pointers: [] },
  { object: service('outside', { type: 'ExternalName', externalName: 'a.example.com', selector: { app: 'web' } }), pointers: [] },
  {
    object: policy('web', { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'canary', operator: 'DoesNotExist' }] }),
    pointers: ['network-policy-pod spec.podSelector → Pod shop/{app In web; canary DoesNotExist}'],
  },
  { object: policy('all', {}), pointers: ['network-policy-pod spec.podSelector → Pod shop/{}'] },
  { object: policy('malformed', 'app=web'), pointers: [] },
  {
    object: budget('web', { selector: { matchLabels: { app: 'web' } } }),
    pointers: ['pod-disruption-budget-pod spec.selector → Pod shop/{app In web}'],
  },
  { object: budget('all', { selector: {} }), pointers: ['pod-disruption-budget-pod spec.selector → Pod shop/{}'] },
  { object: budget('none', {}), pointers: [] },
  {
    object: clusterRole('aggregated', {
      aggregationRule: { clusterRoleSelectors: [{ matchLabels: { 'example.com/a': 'true' } }, { matchLabels: { b: 'x' } }] },
    }),
    pointers: [
      'cluster-role-aggregation aggregationRule.clusterRoleSelectors[0] → ClusterRole.rbac.authorization.k8s.io {example.com/a In true}',
      'cluster-role-aggregation aggregationRule.clusterRoleSelectors[1] → ClusterRole.rbac.authorization.k8s.io {b In x}',
    ],
  },
  { object: clusterRole('plain', { rules: [{ apiGroups: [''], resources: ['pods'], verbs: ['get'] }] }), pointers: [] },
  {
    object: runtimeClass('gvisor', { nodeSelector: { runtime: 'gvisor' } }),
    pointers: ['runtime-class-node scheduling.nodeSelector → Node {runtime In gvisor}'],
  },
  { object: runtimeClass('everywhere', {}), pointers: [] },
  {
    object: volume('of-a-zone', [
      {
        matchExpressions: [
          { key: 'zone', operator: 'In', values: ['a', 'b'] },
          { key: 'disks', operator: 'Gt', values: ['3'] },
        ],
      },
      {
        matchExpressions: [{ key: 'zone', operator: 'Exists' }],
        matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-a1'] }],
      },
    ]),
    pointers: ['volume-node spec.nodeAffinity.required.nodeSelectorTerms[0].matchExpressions → Node {zone In a,b; disks GreaterThan 3}'],
  },
  { object: volume('of-no-node', [{}]), pointers: [] },
];
