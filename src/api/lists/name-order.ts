/** The order of names in lists. */
import { compareText } from '../../store/read/position.ts';
import type { ObjectKey } from '../../store/reader.ts';

/** By namespace, then name: the Reader's order of objects of one kind. */
export function compareNames(a: ObjectKey, b: ObjectKey): number {
  return compareText(a.namespace ?? '', b.namespace ?? '') || compareText(a.name, b.name);
}

/** Objects of several kinds too. */
export function compareKeys(a: ObjectKey, b: ObjectKey): number {
  return compareNames(a, b) || compareText(a.kind, b.kind) || compareText(a.group, b.group);
}
