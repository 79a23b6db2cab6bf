import type { Example } from '../../../../test/support/relation-rules.ts';
export const autoscalingExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'cart', namespace: 'shop' },
      spec: {
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart' },
        metrics: [
          { type: 'Resource', resource: { name: 'cpu' } },
          { type: 'Object', object: { describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'web' } } },
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
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'custom', namespace: 'shop' },
      spec: { scaleTargetRef: { apiVersion: 'argoproj.io/v1alpha1', kind: 'Rollout', name: 'cart' } },
    },
    pointers: ['horizontal-pod-autoscaler-target spec.scaleTargetRef.name → Rollout.argoproj.io shop/cart'],
  },
];
