/** Numbers with their nouns. */

/** `1 object`, `2,000 objects`. */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? noun : plural}`;
}
