/** Numbers for what pointers name. An identity that many pointers share is staged once, as far as memory allows. */
import type { Database } from 'better-sqlite3';
import { createInserter } from './inserter.ts';

export interface TargetIdentity {
  readonly kind: number;
  readonly namespace: number;
  readonly name: string;
  /** '' where the pointer says none. */
  readonly uid: string;
  /** Of metadata.ownerReferences the source's kind, else 0. */
  readonly ownerOf: number;
}

export interface TargetIds {
  id(target: TargetIdentity): number;
  flush(): void;
}

/** Pages come a kind and a namespace at a time: most repeats are close together. */
const MOST_HELD = 50_000;

export function createTargetIds(db: Database): TargetIds {
  const rows = createInserter({ db, table: 'staging.target', columns: ['id', 'kind', 'namespace', 'name', 'uid', 'owner_of'] });
  const byPlace = new Map<string, Map<string, number>>();
  let place: TargetIdentity | undefined;
  let names = new Map<string, number>();
  let held = 0;
  let last = 0;

  /** Most pointers go where the one before went: the map of that kind and namespace is at hand. */
  const namesAt = (target: TargetIdentity): Map<string, number> => {
    if (place?.kind === target.kind && place.namespace === target.namespace && place.ownerOf === target.ownerOf) return names;
    const key = `${target.kind} ${target.namespace} ${target.ownerOf}`;
    let found = byPlace.get(key);
    if (found === undefined) {
      found = new Map();
      byPlace.set(key, found);
    }
    place = target;
    names = found;
    return found;
  };

  return {
    id(target) {
      const known = namesAt(target);
      const key = target.uid === '' ? target.name : `${target.uid} ${target.name}`;
      let id = known.get(key);
      if (id === undefined) {
        id = ++last;
        rows.add([id, target.kind, target.namespace, target.name, target.uid || null, target.ownerOf]);
        known.set(key, id);
        if (++held > MOST_HELD) {
          byPlace.clear();
          place = undefined;
          held = 0;
        }
      }
      return id;
    },
    flush: () => rows.flush(),
  };
}
