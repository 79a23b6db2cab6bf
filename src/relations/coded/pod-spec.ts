/** Coded relations of everything that has a pod's spec: one for each such kind, which looks at all the specs that it holds. */
import type { KindKey } from '../../kube/kind.ts';
import { isObject } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { pod, podSpecs } from '../kinds.ts';
import { type PathStep, parsePath } from '../path.ts';
import type { CodedRelation, RelationField } from '../rule.ts';

export interface PodSpecInput {
  readonly spec: JsonObject;
  /** Path of the spec: `spec`, `spec.tasks[].template.spec`. */
  readonly path: string;
  /** One number for each `[]` of the path. */
  readonly indexes: readonly number[];
  /** Of the pod, or of the template: what its pods will have. */
  readonly labels: JsonObject;
  readonly annotations: JsonObject;
  /** '' where it says none. */
  readonly namespace: string;
}

/** `reverse.workloads` is the name of the reverse field for templates. */
export function onPodSpecs(
  relation: Omit<CodedRelation, 'from' | 'everyPodSpec' | 'extract' | 'reverse'> & {
    readonly reverse?: RelationField;
    readonly extract: (input: PodSpecInput) => ReturnType<CodedRelation['extract']>;
  },
): readonly CodedRelation[] {
  const { reverse, extract, ...rest } = relation;
  return specsByKind.map(([kind, paths]): CodedRelation => {
    const name = kind === pod ? reverse?.name : reverse?.workloads;
    return {
      ...rest,
      from: kind,
      everyPodSpec: true,
      ...(name === undefined ? {} : { reverse: { name } }),
      extract: ({ object, namespace }) => {
        const found = paths.flatMap((path) => specsAt(object, path, namespace ?? '')).map(extract);
        const [only] = found;
        if (only === undefined || found.length === 1) return only ?? {};
        return {
          references: found.flatMap(({ references = [] }) => references),
          selectors: found.flatMap(({ selectors = [] }) => selectors),
          patterns: found.flatMap(({ patterns = [] }) => patterns),
        };
      },
    };
  });
}

/** A path of a spec, and the steps to what holds it. */
interface SpecPath {
  readonly path: string;
  readonly steps: readonly PathStep[];
}

const specsByKind: readonly (readonly [kind: KindKey, paths: readonly SpecPath[]])[] = byKind();

function byKind(): [KindKey, SpecPath[]][] {
  const paths = new Map<KindKey, SpecPath[]>();
  for (const { kind, path } of podSpecs) {
    const steps = parsePath(path).slice(0, -1);
    paths.set(kind, [...(paths.get(kind) ?? []), { path, steps }]);
  }
  return [...paths];
}

/** The template, or the Pod itself, has the labels beside the spec. */
function specsAt(object: JsonObject, { path, steps }: SpecPath, namespace: string): PodSpecInput[] {
  return holdersAt(object, steps).flatMap(({ holder, indexes }): PodSpecInput[] => {
    const { spec, metadata } = holder;
    if (!isObject(spec)) return [];
    const within = (key: string): JsonObject => {
      const found = isObject(metadata) ? metadata[key] : undefined;
      return isObject(found) ? found : {};
    };
    return [{ spec, path, indexes, labels: within('labels'), annotations: within('annotations'), namespace }];
  });
}

interface Holder {
  readonly holder: JsonObject;
  readonly indexes: readonly number[];
}

function holdersAt(object: JsonObject, steps: readonly PathStep[]): readonly Holder[] {
  let found: readonly { readonly value: JsonValue | undefined; readonly indexes: readonly number[] }[] = [{ value: object, indexes: [] }];
  for (const step of steps) {
    found = found.flatMap(({ value, indexes }) => {
      if (step !== 'each') return isObject(value) ? [{ value: value[step.key], indexes }] : [];
      return Array.isArray(value) ? value.map((item: JsonValue, index) => ({ value: item, indexes: [...indexes, index] })) : [];
    });
  }
  return found.flatMap(({ value, indexes }) => (isObject(value) ? [{ holder: value, indexes }] : []));
}
