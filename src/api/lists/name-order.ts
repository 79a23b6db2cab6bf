/** The order of lists that ask for none: by namespace, then name, then kind and group, as the Reader's own. */
import type { ObjectKey } from '../../store/reader.ts';

export function compareByName(a: ObjectKey, b: ObjectKey): number {
  return (
    compareText(a.namespace ?? '', b.namespace ?? '') ||
    compareText(a.name, b.name) ||
    compareText(a.kind, b.kind) ||
    compareText(a.group, b.group)
  );
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
