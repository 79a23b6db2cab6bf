/** What a VerticalPodAutoscaler sizes, and what its recommender remembers. */
import type { KindKey } from '../../kube/kind.ts';
import { cronJob, daemonSet, deployment, job, replicaSet, replicationController, statefulSet } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { scalableCustomWorkloads } from './custom-workload-kinds.ts';

const vertical = (kind: string): KindKey => ({ group: 'autoscaling.k8s.io', kind });
const verticalPodAutoscaler = vertical('VerticalPodAutoscaler');
const verticalPodAutoscalerCheckpoint = vertical('VerticalPodAutoscalerCheckpoint');

export const verticalAutoscalingRules: readonly RelationRule[] = [
  {
    relation: 'vertical-pod-autoscaler-target',
    from: verticalPodAutoscaler,
    path: 'spec.targetRef.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    forward: { name: 'target', one: true },
    reverse: {
      name: 'verticalPodAutoscalers',
      on: [deployment, statefulSet, daemonSet, replicaSet, replicationController, job, cronJob, ...scalableCustomWorkloads],
    },
    source: 'autoscaling.k8s.io/v1 VerticalPodAutoscalerSpec.targetRef',
  },
  {
    relation: 'vertical-pod-autoscaler-checkpoint-autoscaler',
    from: verticalPodAutoscalerCheckpoint,
    path: 'spec.vpaObjectName',
    target: verticalPodAutoscaler,
    namespace: 'source',
    // The recommender deletes what is left over only from time to time.
    weak: true,
    forward: { name: 'verticalPodAutoscaler', one: true },
    reverse: { name: 'verticalPodAutoscalerCheckpoints' },
    source: 'autoscaling.k8s.io/v1 VerticalPodAutoscalerCheckpointSpec.vpaObjectName',
  },
];
