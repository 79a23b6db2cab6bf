/** Takes items that failed out of the values that hold them. */
import type { Item } from '../model/item.ts';
import type { PlannedField } from '../plan/selection-plan.ts';

/** Where a value cannot be null without its failed part, the parent fails too: as GraphQL hands nulls upwards. */
export function withoutFailed(field: PlannedField, parents: readonly Item[], below: readonly Item[]): void {
  const failed = new Set<unknown>();
  for (const item of below) if (item.failed) failed.add(item.values);
  if (failed.size === 0) return;
  for (const parent of parents) {
    const value = parent.values[field.responseKey];
    const left = Array.isArray(value) ? listWithout(value, failed, field) : failed.has(value) ? null : value;
    if (left === value) continue;
    parent.values[field.responseKey] = left;
    if (left === null && field.face.nonNull) parent.failed = true;
  }
}

function listWithout(list: readonly unknown[], failed: ReadonlySet<unknown>, field: PlannedField): readonly unknown[] | null {
  if (!list.some((entry) => failed.has(entry))) return list;
  return field.face.entriesNonNull ? null : list.map((entry) => (failed.has(entry) ? null : entry));
}
