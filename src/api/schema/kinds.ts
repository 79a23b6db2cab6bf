/** The kinds that have a type of their own, and what they are called. */
import { builtInKind, builtInKinds } from '../../kube/built-in-kinds.ts';
import { EXTERNAL_GROUP } from '../../kube/external-kinds.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { type TypeNames, typeNamesFor } from '../../kube/type-names.ts';
import type { KindRow, Snapshot } from '../../store/reader.ts';

/** Types made for kinds that are not built in; kinds with instances come first. */
const MOST_CUSTOM_TYPES = 10_000;

export interface TypedKind {
  readonly names: TypeNames;
  /** null: nothing tells. */
  readonly namespaced: boolean | null;
  readonly custom: boolean;
}

export interface TypedKinds {
  readonly all: readonly TypedKind[];
  /** `OtherObject` for a kind without a type, `External` for what lies outside the API. */
  readonly typeName: (key: KindKey) => string;
}

/** The built-in kinds, the same everywhere, and the custom ones of the snapshots, merged. */
export function typedKinds(snapshots: readonly Snapshot[]): TypedKinds {
  const custom = customKinds(snapshots);
  const keys: KindKey[] = [...builtInKinds, ...custom.map((kind) => ({ group: kind.group, kind: kind.kind }))];
  const all = typeNamesFor(keys).map((names, index): TypedKind => {
    const namespaced = builtInKind(names)?.namespaced ?? custom[index - builtInKinds.length]?.namespaced ?? null;
    return { names, namespaced, custom: index >= builtInKinds.length };
  });
  const types = new Map(all.map(({ names }) => [kindName(names), names.type]));
  return { all, typeName: (key) => types.get(kindName(key)) ?? (key.group === EXTERNAL_GROUP ? 'External' : 'OtherObject') };
}

/** Those that a definition declares or that have objects; the same kind of several snapshots once, by group and kind. */
function customKinds(snapshots: readonly Snapshot[]): KindRow[] {
  const merged = new Map<string, KindRow>();
  for (const kind of snapshots.flatMap((snapshot) => snapshot.kinds)) {
    if (builtInKind(kind) !== undefined || kind.group === EXTERNAL_GROUP || !(kind.custom || kind.objects > 0)) continue;
    const known = merged.get(kindName(kind));
    merged.set(kindName(kind), known === undefined ? kind : merge(known, kind));
  }
  const wanted = [...merged.values()].sort((a, b) => Number(b.objects > 0) - Number(a.objects > 0) || compare(kindName(a), kindName(b)));
  return wanted.slice(0, MOST_CUSTOM_TYPES).sort((a, b) => compare(kindName(a), kindName(b)));
}

/** One that is namespaced in one cluster and not in another takes its namespace as it comes. */
function merge(a: KindRow, b: KindRow): KindRow {
  return { ...a, objects: a.objects + b.objects, namespaced: a.namespaced === b.namespaced ? a.namespaced : null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
