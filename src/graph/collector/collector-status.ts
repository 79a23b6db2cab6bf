/**
 * How the garbage collector sees one owner reference: it asks the API server for the written kind and name in the dependent's namespace and
 * compares uids. Sources: kubernetes pkg/controller/garbagecollector/garbagecollector.go, isDangling and classifyReferences.
 */
import { ReferenceFlag } from '../../relations/rule.ts';
import type { ObjectRow, ReferenceRow } from '../../store/reader.ts';

/**
 * `SOLID`: the owner is there · `WAITING`: it is there and in foreground deletion · `DANGLING`: it is not ·
 * `REFUSED`: the collector cannot ask for it, and so never collects the dependent · `UNKNOWN`: the capture does not tell.
 */
export type CollectorStatus = 'SOLID' | 'WAITING' | 'DANGLING' | 'REFUSED' | 'UNKNOWN';

export interface OwnerFacts {
  readonly reference: ReferenceRow;
  readonly dependent: ObjectRow;
  /** What the collector gets for the written words, whose kind it reads without regard to case. Perhaps a ghost. */
  readonly owner: ObjectRow;
  /** Whether the API server can be asked for the written kind: not where discovery does not name it or its server does not answer. */
  readonly askable: boolean;
  /** Of the written kind; null where nothing tells. */
  readonly namespaced: boolean | null;
  /** The owner has the finalizer foregroundDeletion. */
  readonly foreground: boolean;
}

export function collectorStatus(facts: OwnerFacts): CollectorStatus {
  const { reference, dependent, owner, askable, namespaced, foreground } = facts;
  if (!askable || reference.status === 'KIND_UNKNOWN') return 'REFUSED';
  if (dependent.namespace === null && namespaced !== false) return namespaced === null ? ofClusterScope(reference) : 'REFUSED';
  if (isOfAnother(reference)) return 'DANGLING';
  if (isTheOwner(reference, owner)) return owner.deletion !== null && foreground ? 'WAITING' : 'SOLID';
  if (owner.presence === 'PRESENT') return 'DANGLING';
  return ofAbsent(reference, owner);
}

/** No table says whether the kind is namespaced, but the object that has the uid may. */
function ofClusterScope({ status }: ReferenceRow): CollectorStatus {
  return status === 'NAMESPACED_OWNER_OF_CLUSTER_SCOPED' ? 'REFUSED' : 'UNKNOWN';
}

/** The uid belongs to an object of the very kind elsewhere, or the name to one with another uid: no object has both. */
function isOfAnother({ status }: ReferenceRow): boolean {
  return status === 'UID_MISMATCH' || status === 'NAME_MISMATCH' || status === 'CROSS_NAMESPACE';
}

function isTheOwner({ status, uidHolder }: ReferenceRow, owner: ObjectRow): boolean {
  return status === 'OK' || (uidHolder !== 0 && uidHolder === owner.id);
}

function ofAbsent({ flags, uidHolder }: ReferenceRow, { presence }: ObjectRow): CollectorStatus {
  if (presence !== 'MISSING' && presence !== 'DELETED') return 'UNKNOWN';
  return (flags & ReferenceFlag.raced) !== 0 && uidHolder === 0 ? 'UNKNOWN' : 'DANGLING';
}
