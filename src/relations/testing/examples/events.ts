import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const event = (name: string, involvedObject: JsonObject, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  metadata: { name, namespace: 'default' },
  involvedObject,
  ...more,
});

export const eventExamples: readonly Example[] = [
  {
    object: event(
      'of-a-pod',
      { apiVersion: 'v1', kind: 'Pod', namespace: 'default', name: 'web-1', uid: 'pod-uid', fieldPath: 'spec.containers{web}' },
      { related: { apiVersion: 'apps/v1', kind: 'ReplicaSet', namespace: 'shop', name: 'web' } },
    ),
    pointers: [
      'event-object involvedObject.name → Pod default/web-1 [weak] uid=pod-uid',
      'event-related-object related.name → ReplicaSet.apps shop/web [weak]',
    ],
  },
  {
    // The kubelet does not know its Node's uid and writes the name.
    object: event('of-the-kubelet', { kind: 'Node', name: 'worker-a1', uid: 'worker-a1' }),
    pointers: ['event-object involvedObject.name → Node default/worker-a1 [weak]'],
  },
  {
    object: event('without-uid-and-namespace', { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler', name: 'cart' }),
    pointers: ['event-object involvedObject.name → HorizontalPodAutoscaler.autoscaling default/cart [weak]'],
  },
  { object: event('without-kind', { name: 'x' }), pointers: [] },
  {
    object: {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      metadata: { name: 'of-the-other-group', namespace: 'shop' },
      eventTime: '2026-11-23T05:07:05.000000Z',
      type: 'Normal',
      reason: 'Scheduled',
      action: 'Binding',
      reportingController: 'default-scheduler',
      reportingInstance: 'default-scheduler-0',
      regarding: { apiVersion: 'v1', kind: 'Pod', namespace: 'shop', name: 'web-1', uid: 'pod-uid' },
      related: { apiVersion: 'v1', kind: 'Node', name: 'worker-a1', uid: 'node-uid' },
    },
    pointers: [
      'event-object involvedObject.name → Pod shop/web-1 [weak] uid=pod-uid',
      'event-related-object related.name → Node shop/worker-a1 [weak] uid=node-uid',
    ],
  },
];
