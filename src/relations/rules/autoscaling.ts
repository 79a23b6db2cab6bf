/** What an autoscaler scales, and the objects whose metrics it watches. */
import { deployment, horizontalPodAutoscaler, replicaSet, replicationController, statefulSet } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { scalableCustomWorkloads } from './custom-workload-kinds.ts';

export const autoscalingRules: readonly RelationRule[] = [
  {
    relation: 'horizontal-pod-autoscaler-target',
    from: horizontalPodAutoscaler,
    path: 'spec.scaleTargetRef.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    forward: { name: 'target', one: true },
    reverse: {
      name: 'horizontalPodAutoscalers',
      on: [deployment, statefulSet, replicaSet, replicationController, ...scalableCustomWorkloads],
    },
    source: 'autoscaling/v2 CrossVersionObjectReference: whatever has a scale subresource',
  },
  {
    relation: 'horizontal-pod-autoscaler-metric-object',
    from: horizontalPodAutoscaler,
    path: 'spec.metrics[].object.describedObject.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    forward: { name: 'metricObjects' },
    source: 'autoscaling/v2 ObjectMetricSource.describedObject',
  },
];
