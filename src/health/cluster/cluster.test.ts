import { describe, expect, test } from 'vitest';
import type { JsonObject } from '../../records/record.ts';
import { judge } from '../judge.ts';
import { type Row, testCases } from '../testing/cases.ts';
import { NOW, short } from '../testing/real-objects.ts';

const conditions = (...list: readonly JsonObject[]): JsonObject => ({ status: { conditions: [...list] } });
const ready: JsonObject = { type: 'Ready', status: 'True', reason: 'KubeletReady' };

const NODE = 'Node worker-a1';
const NODES: readonly Row[] = [
  ['HEALTHY', 'it is ready', NODE],
  ['DEGRADED NodeStatusUnknown', 'its kubelet is silent', 'Node worker-b2', {}, 'look at the machine'],
  [
    'DEGRADED KubeletNotReady',
    'its network is not up',
    NODE,
    { change: conditions({ ...ready, status: 'False', reason: 'KubeletNotReady' }) },
  ],
  ['DEGRADED DiskPressure', 'its disk is full', NODE, { change: conditions(ready, { type: 'DiskPressure', status: 'True' }) }],
  ['HEALTHY', 'a condition that nobody knows is no fault', NODE, { change: conditions(ready, { type: 'GpuIsFine', status: 'True' }) }],
  ['SUSPENDED Cordoned', 'it is cordoned', NODE, { change: { spec: { unschedulable: true } } }],
  ['UNKNOWN NoCondition', 'its conditions were cut out', NODE, { change: conditions() }],
];

const NAMESPACES: readonly Row[] = [
  ['HEALTHY', 'it is active', 'Namespace shop'],
  ['UNKNOWN NoStatus', 'it says no phase', 'Namespace shop', { change: { status: null } }],
  [
    'PROGRESSING Terminating',
    'it is being deleted',
    'Namespace shop',
    { change: { metadata: { deletionTimestamp: '2026-11-23T05:09:00Z' } } },
  ],
  [
    'DEGRADED Terminating',
    'for too long',
    'Namespace team-legacy',
    { now: NOW + 600_000 },
    'legacy.example.com/tenant-cleanup in 1 resource instances',
  ],
  [
    'DEGRADED NamespaceDeletionDiscoveryFailure',
    'an API does not answer',
    'Namespace team-legacy',
    { change: conditions({ type: 'NamespaceDeletionDiscoveryFailure', status: 'True', message: 'metrics.k8s.io/v1beta1: stale' }) },
    'metrics.k8s.io/v1beta1: stale.',
  ],
];

const CART = 'HorizontalPodAutoscaler shop/cart';
const able: JsonObject = { type: 'AbleToScale', status: 'True' };
const AUTOSCALERS: readonly Row[] = [
  ['DEGRADED FailedGetResourceMetric', 'no metrics', CART],
  ['DEGRADED FailedGetScale', 'its target is missing', 'HorizontalPodAutoscaler shop/wishlist', {}, '"wishlist" not found'],
  ['HEALTHY', 'it can scale', CART, { change: conditions(able, { type: 'ScalingActive', status: 'True' }) }],
  [
    'SUSPENDED ScalingDisabled',
    'its target is at zero',
    CART,
    { change: conditions(able, { type: 'ScalingActive', status: 'False', reason: 'ScalingDisabled' }) },
  ],
  [
    'HEALTHY TooManyReplicas',
    'it is at its maximum',
    CART,
    { change: conditions(able, { type: 'ScalingLimited', status: 'True', reason: 'TooManyReplicas' }) },
  ],
  ['UNKNOWN NoCondition', 'it says nothing', CART, { change: { status: null } }],
];

const OTHERS: readonly Row[] = [
  ['HEALTHY NoDisruptionAllowed', 'that is what a budget is for', 'PodDisruptionBudget shop/cart'],
  [
    'DEGRADED InsufficientPods',
    'fewer pods are well than must be',
    'PodDisruptionBudget shop/cart',
    { change: { status: { currentHealthy: 1 } } },
  ],
  ['UNKNOWN NoStatus', 'it counts nothing', 'PodDisruptionBudget shop/cart', { change: { status: { currentHealthy: '2' } } }],
  ['HEALTHY', 'it is available', 'APIService v1.apps'],
  ['DEGRADED MissingEndpoints', 'nothing serves it', 'APIService v1beta1.metrics.k8s.io', {}, 'no namespace can be deleted'],
  ['UNKNOWN NoCondition', 'it has no status', 'APIService v1.apps', { change: { status: null } }],
  ['HEALTHY', 'its kind is served', 'CustomResourceDefinition shops.shop.example.com'],
  [
    'DEGRADED PluralConflict',
    'its names are taken',
    'CustomResourceDefinition shops.shop.example.com',
    { change: conditions({ type: 'NamesAccepted', status: 'False', reason: 'PluralConflict' }) },
  ],
  [
    'PROGRESSING Installing',
    'it is being installed',
    'CustomResourceDefinition shops.shop.example.com',
    { change: conditions({ type: 'Established', status: 'False', reason: 'Installing' }) },
  ],
  ['UNKNOWN NoCondition', 'it says nothing', 'CustomResourceDefinition shops.shop.example.com', { change: { status: null } }],
  ['PROGRESSING Terminating', 'it is being deleted', 'CustomResourceDefinition backups.', {}, 'customresourcecleanup.apiextensions.k8s.io'],
  ['-', 'a ConfigMap is neither well nor ill', 'ConfigMap shop/cart-config'],
  ['PROGRESSING Terminating', 'but may wait for its deletion', 'PersistentVolumeClaim data/reports', {}, 'kubernetes.io/pvc-protection'],
];

describe('Nodes', () => testCases(NODES));
describe('Namespaces', () => testCases(NAMESPACES));
describe('autoscalers', () => testCases(AUTOSCALERS));
describe('others', () => testCases(OTHERS));

describe('what the demo does not hold', () => {
  const judged = (group: string, kind: string, object: JsonObject): string =>
    short(judge({ key: { group, kind }, object, now: NOW, facts: {} }));
  const condition = (type: string, reason: string): JsonObject => conditions({ type, status: 'True', reason });

  test.each<[string, JsonObject]>([
    ['PROGRESSING Pending', {}],
    ['PROGRESSING Approved', condition('Approved', 'Approved')],
    ['DEGRADED NotYou', condition('Denied', 'NotYou')],
    ['DEGRADED SignerFailed', condition('Failed', 'SignerFailed')],
    ['HEALTHY', { status: { certificate: 'LS0t' } }],
  ])('a signing request is %s', (expected, object) => {
    expect(judged('certificates.k8s.io', 'CertificateSigningRequest', object)).toBe(expected);
  });

  test.each<[string, JsonObject]>([
    ['UNKNOWN NoStatus', {}],
    ['HEALTHY', { status: { attached: true } }],
    ['PROGRESSING Attaching', { status: { attached: false } }],
    ['DEGRADED AttachError', { status: { attached: false, attachError: { message: 'no such disk' } } }],
    ['DEGRADED DetachError', { status: { attached: true, detachError: { message: 'busy' } } }],
  ])('an attachment is %s', (expected, object) => {
    expect(judged('storage.k8s.io', 'VolumeAttachment', object)).toBe(expected);
  });
});
