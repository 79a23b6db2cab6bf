/**
 * Globs over names: `*` any run of characters, `?` one, `[a-z]`, `[^a-z]` and `[!a-z]` one of a set, `\` takes the next as it is.
 * A matcher of our own: the pattern may come from anyone, so time must not explode. It never goes back further than to the last
 * star, which bounds it by name × pattern, and patterns are bounded.
 * Syntax: Go's path.Match, and `!` as shells have it.
 */

/** A pattern that cannot be read. `position` counts from 0. */
export class GlobError extends Error {
  readonly position: number;
  constructor(message: string, position: number) {
    super(message);
    this.name = 'GlobError';
    this.position = position;
  }
}

const LONGEST_PATTERN = 1024;

type Part =
  | { readonly type: 'star' }
  | { readonly type: 'any' }
  | { readonly type: 'character'; readonly code: number }
  | { readonly type: 'set'; readonly negated: boolean; readonly ranges: readonly (readonly [number, number])[] };

/** A predicate over whole names. Throws GlobError for an unclosed set, a trailing backslash or a pattern over 1,024 characters. */
export function compileGlob(pattern: string): (name: string) => boolean {
  if (pattern.length > LONGEST_PATTERN) {
    throw new GlobError(`The name pattern has ${pattern.length} characters; the most is ${LONGEST_PATTERN}.`, LONGEST_PATTERN);
  }
  if (!/[*?[\\]/.test(pattern)) return (name) => name === pattern;
  const parts = parseGlob(pattern);
  return (name) => matches(parts, name);
}

function matches(parts: readonly Part[], name: string): boolean {
  let position = 0;
  let part = 0;
  let afterStar = -1;
  let retryFrom = 0;
  while (position < name.length) {
    const current = parts[part];
    const code = name.codePointAt(position) ?? 0;
    if (current?.type === 'star') {
      afterStar = ++part;
      retryFrom = position;
    } else if (current !== undefined && accepts(current, code)) {
      part++;
      position += width(code);
    } else if (afterStar >= 0) {
      retryFrom += width(name.codePointAt(retryFrom) ?? 0);
      position = retryFrom;
      part = afterStar;
    } else {
      return false;
    }
  }
  while (parts[part]?.type === 'star') part++;
  return part === parts.length;
}

function width(code: number): number {
  return code > 0xffff ? 2 : 1;
}

function accepts(part: Exclude<Part, { type: 'star' }>, code: number): boolean {
  if (part.type === 'any') return true;
  if (part.type === 'character') return part.code === code;
  return part.ranges.some(([low, high]) => code >= low && code <= high) !== part.negated;
}

function parseGlob(pattern: string): Part[] {
  const characters = Array.from(pattern);
  const parts: Part[] = [];
  let position = 0;
  while (position < characters.length) {
    const character = characters[position];
    if (character === '*') {
      if (parts.at(-1)?.type !== 'star') parts.push({ type: 'star' });
      position++;
    } else if (character === '?') {
      parts.push({ type: 'any' });
      position++;
    } else if (character === '[') {
      const { part, end } = parseSet(characters, position);
      parts.push(part);
      position = end;
    } else {
      const { code, end } = literal(characters, position);
      parts.push({ type: 'character', code });
      position = end;
    }
  }
  return parts;
}

function parseSet(characters: readonly string[], open: number): { part: Part; end: number } {
  let position = open + 1;
  const negated = characters[position] === '^' || characters[position] === '!';
  if (negated) position++;
  const ranges: [number, number][] = [];
  while (characters[position] !== ']' || ranges.length === 0) {
    if (position >= characters.length) throw new GlobError(`The name pattern opens "[" at ${open} and never closes it.`, open);
    const low = literal(characters, position);
    position = low.end;
    let high = low;
    if (characters[position] === '-' && position + 1 < characters.length && characters[position + 1] !== ']') {
      high = literal(characters, position + 1);
      position = high.end;
    }
    ranges.push([low.code, high.code]);
  }
  return { part: { type: 'set', negated, ranges }, end: position + 1 };
}

function literal(characters: readonly string[], position: number): { code: number; end: number } {
  const escaped = characters[position] === '\\';
  const character = characters[escaped ? position + 1 : position];
  if (character === undefined) throw new GlobError(`The name pattern ends in the middle, at ${position}.`, position);
  return { code: character.codePointAt(0) ?? 0, end: position + (escaped ? 2 : 1) };
}
