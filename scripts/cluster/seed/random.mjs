/** Numbers that look random and are the same for the same seed. */

/** @typedef {ReturnType<typeof createRandom>} Random */

const words =
  'amber birch cedar delta ember fjord grove harbor iris juniper kelp lotus maple nectar orchid pine quartz river sage tulip'.split(' ');
const hexDigits = '0123456789abcdef';
const suffixDigits = 'bcdfghjklmnpqrstvwxz2456789';

/** @param {string | number} seed */
export function createRandom(seed) {
  let state = [...String(seed)].reduce((sum, letter) => Math.imul(sum ^ (letter.codePointAt(0) ?? 0), 0x01000193), 0x811c9dc5) >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = /** @param {number} limit */ (limit) => Math.floor(next() * limit);
  const from = /** @param {string} digits @param {number} length */ (digits, length) =>
    Array.from({ length }, () => digits[below(digits.length)]).join('');
  return {
    below,
    /** @param {number} share of all */
    chance: (share) => next() < share,
    /** @template Item @param {readonly Item[]} items */
    pick: (items) => /** @type {Item} */ (items[below(items.length)]),
    word: () => words[below(words.length)] ?? '',
    /** @param {number} length */
    hex: (length) => from(hexDigits, length),
    uid: () => `${from(hexDigits, 8)}-${from(hexDigits, 4)}-4${from(hexDigits, 3)}-a${from(hexDigits, 3)}-${from(hexDigits, 12)}`,
    /** As Kubernetes makes names unique. @param {number} length */
    suffix: (length) => from(suffixDigits, length),
    /** Words, as many as make up about so many bytes. @param {number} bytes */
    text: (bytes) => Array.from({ length: Math.ceil(bytes / 6) }, () => words[below(words.length)]).join(' '),
  };
}
