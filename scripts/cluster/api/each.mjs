/** Works through a sequence, so many at once; the first failure ends it. */

/**
 * @template Item
 * @param {object} options
 * @param {Iterable<Item>} options.items taken one by one, when there is room: they need not be in memory at once
 * @param {number} [options.atOnce] 16 where left out
 * @param {(item: Item) => Promise<unknown>} options.work
 * @returns {Promise<number>} how many there were
 */
export async function each({ items, atOnce = 16, work }) {
  const iterator = items[Symbol.iterator]();
  let count = 0;
  let failed = false;
  const worker = async () => {
    for (let next = iterator.next(); !failed && !next.done; next = iterator.next()) {
      count += 1;
      await work(next.value);
    }
  };
  const workers = Array.from({ length: atOnce }, () =>
    worker().catch((error) => {
      failed = true;
      throw error;
    }),
  );
  await Promise.all(workers);
  return count;
}
