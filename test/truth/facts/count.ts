/** `{key: how many}` over the keys; keys that are null do not count. */
export function countBy<Item>(items: readonly Item[], key: (item: Item) => string | null): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) {
    const found = key(item);
    if (found !== null) counts[found] = (counts[found] ?? 0) + 1;
  }
  return counts;
}
