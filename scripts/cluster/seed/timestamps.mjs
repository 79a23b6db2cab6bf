/** Times of the seeded objects: fixed, so that the same seed gives the same objects. */
const epoch = Date.UTC(2026, 0, 15, 8, 0, 0);

/** @param {number} seconds after the beginning */
export function at(seconds) {
  return new Date(epoch + seconds * 1000).toISOString().replace('.000Z', 'Z');
}
