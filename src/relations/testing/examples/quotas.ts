import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const quota = (name: string, hard: readonly string[], more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name, namespace: 'shop' },
  spec: { hard: Object.fromEntries(hard.map((key) => [key, '10'])), ...more },
});
const range = (name: string, ...limits: JsonObject[]): JsonObject => ({
  apiVersion: 'v1',
  kind: 'LimitRange',
  metadata: { name, namespace: 'shop' },
  spec: { limits },
});
const PODS = 'resource-quota-pod spec.hard → Pod shop/{}';
const CLAIMS = 'resource-quota-claim spec.hard → PersistentVolumeClaim shop/{}';

export const quotaExamples: readonly Example[] = [
  ...['pods', 'count/pods', 'cpu', 'limits.memory', 'requests.ephemeral-storage', 'requests.example.com/gpu', 'requests.hugepages-2Mi'].map(
    (key) => ({ object: quota(`of-${key.toLowerCase().replace(/[^a-z0-9]/g, '-')}`, [key]), pointers: [PODS] }),
  ),
  { object: quota('of-storage', ['requests.storage', 'persistentvolumeclaims']), pointers: [CLAIMS] },
  {
    object: quota('of-classes', [
      'gold.storageclass.storage.k8s.io/requests.storage',
      'gold.storageclass.storage.k8s.io/persistentvolumeclaims',
      'gpu.deviceclass.resource.k8s.io/devices',
    ]),
    pointers: [
      'resource-quota-class spec.hard → StorageClass.storage.k8s.io gold [weak]',
      'resource-quota-class spec.hard → StorageClass.storage.k8s.io gold [weak]',
      'resource-quota-class spec.hard → DeviceClass.resource.k8s.io gpu [weak]',
    ],
  },
  {
    object: quota('of-objects', ['secrets', 'services', 'services.loadbalancers', 'count/deployments.apps', 'count/shops.example.com']),
    pointers: [
      'resource-quota-object spec.hard → Secret shop/{}',
      'resource-quota-object spec.hard → Service shop/{}',
      'resource-quota-object spec.hard → Deployment.apps shop/{}',
    ],
  },
  { object: quota('of-scopes', ['pods'], { scopes: ['BestEffort'] }), pointers: [] },
  {
    object: quota('of-a-priority', ['pods'], {
      scopeSelector: { matchExpressions: [{ scopeName: 'PriorityClass', operator: 'In', values: ['high'] }] },
    }),
    pointers: [],
  },
  {
    object: range('of-pods', { type: 'Pod', max: { cpu: '2' } }, { type: 'Container', max: { cpu: '1' } }),
    pointers: ['limit-range-pod spec.limits → Pod shop/{}'],
  },
  {
    object: range('of-claims', { type: 'PersistentVolumeClaim', max: { storage: '1Ti' } }),
    pointers: ['limit-range-claim spec.limits → PersistentVolumeClaim shop/{}'],
  },
];
