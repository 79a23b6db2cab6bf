/** An RE2 expression (which has no lookahead) of every non-empty text of characters other than `without` that is not this word. */
export function anyBut(word: string, without: string): string {
  const letters = [...word];
  const differs = letters.map((letter, index) => `${word.slice(0, index)}[^${letter}${without}][^${without}]*`);
  const endsEarly = letters.slice(1).map((_, index) => word.slice(0, index + 1));
  return `(?:${[...differs, ...endsEarly, `${word}[^${without}]+`].join('|')})`;
}
