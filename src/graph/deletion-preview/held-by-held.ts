/** What is held because something that must go before it is held. */

import type { ObjectRow } from '../../store/reader.ts';
import { FOREGROUND } from '../collector/judge-owners.ts';
import { groupBy } from '../group-by.ts';
import type { KeepReason } from './fate.ts';
import type { Hold } from './hold.ts';
import type { Cause, TakenAlong } from './taken.ts';

/** Dependents that keep their reference to an owner in foreground deletion: from all others the collector takes it away. */
const KEEPING_REFERENCE: ReadonlySet<KeepReason> = new Set<KeepReason>(['NOT_COLLECTED', 'TERMINATING', 'NOT_CAPTURED']);

/**
 * In foreground deletion an owner waits for dependents with blockOwnerDeletion: for ever for those that the collector never deletes, else for as
 * long as they are held. What it deletes meanwhile it deletes in the foreground too where it has dependents, so that this goes on upwards.
 * Source: kubernetes pkg/controller/garbagecollector/garbagecollector.go, processDeletingDependentsItem and attemptToDeleteItem.
 */
export function holdsOfForeground({ gone, keeps, undecided, blocking }: TakenAlong, holds: readonly Hold[]): readonly Hold[] {
  const staying = [...keeps, ...undecided].filter(({ reason }) => KEEPING_REFERENCE.has(reason));
  const certain = new Map(holds.map(({ object, certain: isCertain }) => [object.id, isCertain]));
  for (const { object, reason } of staying) certain.set(object.id, reason !== 'NOT_CAPTURED');
  const blocked = new Map<number, Map<number, ObjectRow>>();
  const byDependent = groupBy(blocking, ({ dependent }) => dependent.id);
  const open = [...certain.keys()];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { dependent, owner } of byDependent.get(id) ?? []) {
      if (!gone.has(owner) || owner === id) continue;
      const blockers = blocked.get(owner) ?? new Map<number, ObjectRow>();
      blocked.set(owner, blockers);
      blockers.set(id, dependent);
      const isCertain = certain.get(id) === true;
      if (certain.has(owner) && (certain.get(owner) === true || !isCertain)) continue;
      certain.set(owner, isCertain);
      open.push(owner);
    }
  }
  return [...blocked].flatMap(([owner, blockers]) => {
    const object = gone.get(owner)?.object;
    if (object === undefined) return [];
    return [true, false].flatMap((isCertain): Hold[] => {
      const some = [...blockers.values()].filter(({ id }) => certain.get(id) === isCertain);
      if (some.length === 0) return [];
      const evidence = ['their owner references have blockOwnerDeletion: true'];
      return [
        {
          object,
          reason: 'FOREGROUND_DEPENDENT',
          finalizer: FOREGROUND,
          controller: null,
          until: null,
          blockers: some,
          evidence,
          certain: isCertain,
        },
      ];
    });
  });
}

/** The finalizers by which a namespace waits for what is in it, and a definition for its instances. */
const WAITS_FOR_CONTENTS: Partial<Readonly<Record<Cause, string>>> = {
  NAMESPACE: 'kubernetes',
  DEFINITION: 'customresourcecleanup.apiextensions.k8s.io',
};

/** A namespace waits for all that is in it, a definition for its instances. */
export function holdsOfContents({ gone }: TakenAlong, holds: readonly Hold[]): readonly Hold[] {
  const held = new Map<number, boolean>();
  for (const { object, certain } of holds) held.set(object.id, certain || held.get(object.id) === true);
  const found = new Map<string, Hold & { readonly blockers: ObjectRow[] }>();
  for (const { object, cause, by } of gone.values()) {
    const finalizer = WAITS_FOR_CONTENTS[cause];
    const certain = held.get(object.id);
    if (finalizer === undefined || certain === undefined || by === null) continue;
    const key = `${by.id} ${certain}`;
    const known = found.get(key);
    if (known !== undefined) known.blockers.push(object);
    else
      found.set(key, {
        object: by,
        reason: 'IN_USE',
        finalizer,
        controller: null,
        until: 'all of it is gone',
        blockers: [object],
        evidence: [],
        certain,
      });
  }
  return [...found.values()];
}
