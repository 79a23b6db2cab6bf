/** Which pod is to go: evictions as objects, and who asked for them. */
import { eviction, evictionRequest, pod } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

export const evictionRules: readonly RelationRule[] = [
  { from: eviction, name: 'evictions' },
  { from: evictionRequest, name: 'evictionRequests' },
].map(
  ({ from, name }): RelationRule => ({
    relation: 'eviction-pod',
    from,
    path: 'spec.target.pod.name',
    target: pod,
    namespace: 'source',
    uid: 'uid',
    // Once it is evicted, the pod is gone.
    weak: true,
    forward: { name: 'pod', one: true },
    reverse: { name },
    source: 'lifecycle/v1alpha1 EvictionPodReference, EvictionRequestPodReference',
  }),
);
