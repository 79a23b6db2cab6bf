import type { Example } from '../../../../test/support/relation-rules.ts';

const apiVersion = 'autoscaling.k8s.io/v1';

export const verticalAutoscalingExamples: readonly Example[] = [
  {
    object: {
      apiVersion,
      kind: 'VerticalPodAutoscaler',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { targetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' } },
    },
    pointers: ['vertical-pod-autoscaler-target spec.targetRef.name → Deployment.apps shop/web'],
  },
  {
    // Recommenders are no objects.
    object: {
      apiVersion,
      kind: 'VerticalPodAutoscaler',
      metadata: { name: 'of-another-recommender', namespace: 'shop' },
      spec: { targetRef: { apiVersion: 'apps/v1', kind: 'StatefulSet', name: 'db' }, recommenders: [{ name: 'custom' }] },
    },
    pointers: ['vertical-pod-autoscaler-target spec.targetRef.name → StatefulSet.apps shop/db'],
  },
  {
    object: {
      apiVersion,
      kind: 'VerticalPodAutoscalerCheckpoint',
      metadata: { name: 'web-app', namespace: 'shop' },
      spec: { vpaObjectName: 'web', containerName: 'app' },
    },
    pointers: [
      'vertical-pod-autoscaler-checkpoint-autoscaler spec.vpaObjectName → VerticalPodAutoscaler.autoscaling.k8s.io shop/web [weak]',
    ],
  },
  {
    object: {
      apiVersion,
      kind: 'VerticalPodAutoscalerCheckpoint',
      metadata: { name: 'nameless', namespace: 'shop' },
      spec: { containerName: 'app' },
    },
    pointers: [],
  },
];
