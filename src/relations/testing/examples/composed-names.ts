import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const labels = { app: 'web' };
const containers = [{ name: 'main', image: 'web:1' }];
const claim = { spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } };
const pod = (name: string, volumes: readonly JsonObject[]): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop' },
  spec: { containers, volumes: [...volumes] },
});
const statefulSet = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name, namespace: 'shop' },
  spec: { serviceName: 'web', selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } }, ...spec },
});

/** Claims that a Pod or a StatefulSet has by its name. */
export const composedClaimExamples: readonly Example[] = [
  {
    object: pod('web-1', [
      { name: 'config', configMap: { name: 'web' } },
      { name: 'scratch', ephemeral: { volumeClaimTemplate: claim } },
    ]),
    pointers: ['pod-persistent-volume-claim spec.volumes[1].ephemeral → PersistentVolumeClaim shop/web-1-scratch'],
  },
  { object: pod('web-2', [{ name: 'data', persistentVolumeClaim: { claimName: 'web-2-data' } }]), pointers: [] },
  {
    object: statefulSet('web', { replicas: 2, ordinals: { start: 5 }, volumeClaimTemplates: [{ metadata: { name: 'data' }, ...claim }] }),
    pointers: [
      'stateful-set-claim spec.volumeClaimTemplates[0].metadata.name → PersistentVolumeClaim shop/data-web-5 [weak]',
      'stateful-set-claim spec.volumeClaimTemplates[0].metadata.name → PersistentVolumeClaim shop/data-web-6 [weak]',
      'stateful-set-claim spec.volumeClaimTemplates[0].metadata.name → PersistentVolumeClaim shop/data-web-* [weak]',
    ],
  },
  { object: statefulSet('without-claims', { replicas: 2 }), pointers: [] },
];

const budget = (name: string, status: JsonObject): JsonObject => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace: 'shop' },
  spec: { maxUnavailable: 1, selector: { matchLabels: labels } },
  status: { currentHealthy: 1, desiredHealthy: 1, disruptionsAllowed: 0, expectedPods: 2, ...status },
});

/** Names that stand for groups, and keys that are names. */
export const composedNameExamples: readonly Example[] = [
  {
    object: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'web', namespace: 'shop' } },
    pointers: [
      'service-account-group metadata.namespace → Group.external system:serviceaccounts',
      'service-account-group metadata.namespace → Group.external system:serviceaccounts:shop',
      'service-account-group metadata.namespace → Group.external system:authenticated',
    ],
  },
  {
    object: budget('evicting', { disruptedPods: { 'web-1': '2026-11-23T05:07:05Z' } }),
    pointers: ['pod-disruption-budget-disrupted-pod status.disruptedPods → Pod shop/web-1 [weak]'],
  },
  { object: budget('still', {}), pointers: [] },
];
