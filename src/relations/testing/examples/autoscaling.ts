import type { Example } from '../../../../test/support/relation-rules.ts';

const horizontalPodAutoscaler = { apiVersion: 'autoscaling/v2', kind: 'HorizontalPodAutoscaler' };
const average = { type: 'AverageValue', averageValue: '10' };

export const autoscalingExamples: readonly Example[] = [
  {
    object: {
      ...horizontalPodAutoscaler,
      metadata: { name: 'cart', namespace: 'shop' },
      spec: {
        maxReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
        metrics: [
          { type: 'Resource', resource: { name: 'cpu', target: average } },
          {
            type: 'Object',
            object: {
              describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' },
              metric: { name: 'requests' },
              target: average,
            },
          },
        ],
      },
    },
    pointers: [
      'horizontal-pod-autoscaler-target spec.scaleTargetRef.name → Deployment.apps shop/cart',
      'horizontal-pod-autoscaler-metric-object spec.metrics[1].object.describedObject.name → Ingress.networking.k8s.io shop/web',
    ],
  },
  {
    object: {
      ...horizontalPodAutoscaler,
      metadata: { name: 'custom', namespace: 'shop' },
      spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'cart' } },
    },
    pointers: ['horizontal-pod-autoscaler-target spec.scaleTargetRef.name → Rollout.argoproj.io shop/cart'],
    // The API server asks for CPU where no metric is written: it points at nothing.
  },
];
