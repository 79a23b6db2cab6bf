/** The kinds that have a type of their own, and what they are called. */
import { builtInKind, builtInKinds } from '../../kube/built-in-kinds.ts';
import { EXTERNAL_GROUP } from '../../kube/external-kinds.ts';
import { type KindKey, kindName } from '../../kube/kind.ts';
import { type TypeNames, typeNamesFor } from '../../kube/type-names.ts';
import { kindsOfRules } from '../../relations/kinds-of-rules.ts';
import type { RelationRule } from '../../relations/rule.ts';
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

/** The built-in kinds, the same everywhere, and the custom ones of the snapshots, merged; those too that rules of users name. */
export function typedKinds(snapshots: readonly Snapshot[], userRules: readonly RelationRule[] = []): TypedKinds {
  const custom = customKinds(snapshots, kindsOfRules(userRules));
  const keys: KindKey[] = [...builtInKinds, ...custom.map((kind) => ({ group: kind.group, kind: kind.kind }))];
  const all = typeNamesFor(keys).map((names, index): TypedKind => {
    const namespaced = builtInKind(names)?.namespaced ?? custom[index - builtInKinds.length]?.namespaced ?? null;
    return { names, namespaced, custom: index >= builtInKinds.length };
  });
  const types = new Map(all.map(({ names }) => [kindName(names), names.type]));
  return { all, typeName: (key) => types.get(kindName(key)) ?? (key.group === EXTERNAL_GROUP ? 'External' : 'OtherObject') };
}

/** Those that a definition declares, that have objects or that rules name; the same kind of several snapshots once, by group and kind. */
function customKinds(snapshots: readonly Snapshot[], named: readonly KindKey[]): KindRow[] {
  const merged = new Map<string, KindRow>();
  const seen = snapshots.flatMap((snapshot) => snapshot.kinds);
  const known = new Set(seen.map(kindName));
  const names = new Set(named.map(kindName));
  for (const kind of [...seen, ...named.filter((key) => !known.has(kindName(key))).map(unseen)]) {
    if (builtInKind(kind) !== undefined || kind.group === EXTERNAL_GROUP) continue;
    if (!(kind.custom || kind.objects > 0 || names.has(kindName(kind)))) continue;
    const before = merged.get(kindName(kind));
    merged.set(kindName(kind), before === undefined ? kind : merge(before, kind));
  }
  const wanted = [...merged.values()].sort((a, b) => Number(b.objects > 0) - Number(a.objects > 0) || compare(kindName(a), kindName(b)));
  return wanted.slice(0, MOST_CUSTOM_TYPES).sort((a, b) => compare(kindName(a), kindName(b)));
}

/** A kind of which nothing is known but its name. */
function unseen(key: KindKey): KindRow {
  return { ...key, plural: null, singular: null, shortNames: [], namespaced: null, objects: 0, custom: false };
}

/** One that is namespaced in one cluster and not in another takes its namespace as it comes. */
function merge(a: KindRow, b: KindRow): KindRow {
  return { ...a, objects: a.objects + b.objects, namespaced: a.namespaced === b.namespaced ? a.namespaced : null };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
