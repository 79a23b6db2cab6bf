/** Sets of ids as statements take them. A set is one JSON text behind json_each: one statement whatever its size. */
export function idSet(ids: Iterable<number>): string {
  return `[${[...ids].join(',')}]`;
}

/** Ids of rows: those that name none (0, and what is no id) are left out. */
export function storedIds(ids: readonly number[]): number[] {
  return ids.filter((id) => Number.isSafeInteger(id) && id > 0);
}
