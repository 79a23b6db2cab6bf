/**
 * What the garbage collector does with an object, by its owner references together.
 * Source: kubernetes pkg/controller/garbagecollector/garbagecollector.go, attemptToDeleteItem.
 */
import type { CollectorStatus } from './collector-status.ts';

/** `COLLECTED`: it deletes the object · `KEPT`: it never does while things are as they are · `UNKNOWN`: what was not captured decides. */
export type CollectorVerdict = 'KEPT' | 'COLLECTED' | 'UNKNOWN';

/**
 * One owner that is there keeps an object; so does one that the collector cannot ask for, for then it looks at none of them.
 * Without owner references an object is nobody's dependent, and kept. What is being deleted already is for its finalizers to keep.
 */
export function collectorVerdict(owners: readonly CollectorStatus[]): CollectorVerdict {
  if (owners.length === 0 || owners.includes('SOLID') || owners.includes('REFUSED')) return 'KEPT';
  return owners.includes('UNKNOWN') ? 'UNKNOWN' : 'COLLECTED';
}
