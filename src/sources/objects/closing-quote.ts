const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Where a string ends that goes on at `start`; the last byte of the chunk where it does not end there. */
export function closingQuote(
  chunk: Uint8Array,
  start: number,
  escapedBefore: boolean,
): { readonly index: number; readonly found: boolean; readonly escaped: boolean } {
  let index = escapedBefore ? start + 1 : start;
  for (; index < chunk.length; index++) {
    const byte = chunk[index] as number;
    if (byte === QUOTE) return { index, found: true, escaped: false };
    if (byte === BACKSLASH) index++;
  }
  return { index: chunk.length - 1, found: false, escaped: index > chunk.length };
}
