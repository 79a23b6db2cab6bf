/** Coded relations of everything that has a pod's spec: one for each such kind, with its own path. */
import { objectAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import { pod, podSpecs } from '../kinds.ts';
import type { CodedRelation, RelationField } from '../rule.ts';

export interface PodSpecInput {
  readonly spec: JsonObject;
  /** Path of the spec: `spec`, `spec.template.spec`. */
  readonly path: string;
  /** Of the pod, or of the template: what its pods will have. */
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  /** '' where it says none. */
  readonly namespace: string;
}

/** `reverse.workloads` is the name of the reverse field for templates. */
export function onPodSpecs(
  relation: Omit<CodedRelation, 'from' | 'extract' | 'reverse'> & {
    readonly reverse?: RelationField;
    readonly extract: (input: PodSpecInput) => ReturnType<CodedRelation['extract']>;
  },
): readonly CodedRelation[] {
  const { reverse, extract, ...rest } = relation;
  return podSpecs.map(({ kind, path }): CodedRelation => {
    const keys = path.split('.');
    const metadataKeys = [...keys.slice(0, -1), 'metadata'];
    const name = kind === pod ? reverse?.name : reverse?.workloads;
    return {
      ...rest,
      from: kind,
      ...(name === undefined ? {} : { reverse: { name } }),
      extract: ({ object, namespace }) => {
        const spec = objectAt(object, ...keys);
        if (spec === undefined) return {};
        const labels = objectAt(object, ...metadataKeys, 'labels') ?? {};
        const annotations = objectAt(object, ...metadataKeys, 'annotations') ?? {};
        return extract({ spec, path, labels, annotations, namespace: namespace ?? '' });
      },
    };
  });
}
