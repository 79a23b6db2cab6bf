/** A JSON text: the object itself, or one that stands as a string within another. */
import { type DecodedString, decodeString } from './decode-string.ts';
import type { JsonTape } from './json-tape.ts';
import { NodeKind } from './json-tape.ts';
import { readTape } from './read-tape.ts';

export interface JsonText {
  readonly tape: JsonTape;
  /** How many strings it stands in: 0 for the object itself. */
  readonly level: number;
  /** Where the byte at an offset stands in the object itself. */
  outer(offset: number): number;
}

/** Null for what is no JSON that can be walked. */
export function objectText(bytes: Buffer): JsonText | null {
  const tape = readTape(bytes);
  return tape === null ? null : { tape, level: 0, outer: (offset) => offset };
}

/** What a string says, and where each byte of it stands in the object itself. */
export function openString({ tape, outer }: JsonText, string: number): DecodedString {
  const start = tape.start(string) + 1;
  if (!tape.isEscaped(string)) return { bytes: tape.content(string), outer: (offset) => outer(start + offset) };
  const decoded = decodeString({ bytes: tape.bytes, start, end: tape.end(string) - 1 });
  return { bytes: decoded.bytes, outer: (offset) => outer(decoded.outer(offset)) };
}

/** The object or list that a string says in JSON; null where it says none. */
export function innerText(text: JsonText, string: DecodedString): JsonText | null {
  const tape = readTape(string.bytes);
  if (tape === null || tape.kind(0) === NodeKind.string || tape.kind(0) === NodeKind.literal) return null;
  return { tape, level: text.level + 1, outer: string.outer };
}
