/** Pointers that are the keys of a map: which pods were being evicted. Weak. */
import { objectAt } from '../../kube/safe.ts';
import { pod, podDisruptionBudget } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, ReferenceFlag } from '../rule.ts';

export const statusRelations: readonly CodedRelation[] = [
  {
    relation: 'pod-disruption-budget-disrupted-pod',
    from: podDisruptionBudget,
    target: pod,
    forward: { name: 'disruptedPods' },
    source: 'policy/v1 PodDisruptionBudgetStatus.disruptedPods',
    describe: '`status.disruptedPods`: its keys are names of pods whose eviction was granted',
    extract: ({ object, namespace }) => ({
      references: Object.keys(objectAt(object, 'status', 'disruptedPods') ?? {})
        .filter(isPointerText)
        .map((name) => ({
          relation: 'pod-disruption-budget-disrupted-pod',
          path: 'status.disruptedPods',
          indexes: [],
          ...pod,
          namespace,
          name,
          flags: ReferenceFlag.weak,
          written: name,
        })),
    }),
  },
];
