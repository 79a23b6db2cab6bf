/** What is to be replaced by a mark: a stretch of an object's bytes, and the value that the mark is made of. */
import type { DecodedString } from './json/decode-string.ts';
import type { JsonText } from './json/json-text.ts';

export interface Edit {
  /** In the object's own bytes; the end is not included. */
  readonly start: number;
  readonly end: number;
  /** What has to stand on both sides of the mark: nothing within a string. */
  readonly quote: string;
  /** The value. Only asked where the edit is made. */
  value(): Buffer;
  /** Where only a part of a string is replaced: which. */
  readonly part?: { readonly string: DecodedString; readonly from: number; readonly to: number };
}

interface NodeEdit {
  readonly text: JsonText;
  readonly node: number;
  /** Where the mark is not to be of what the string says, or of the value's JSON. */
  readonly value?: () => Buffer;
}

/** Replaces a whole value. A string keeps its quotes; anything else becomes a string. */
export function wholeValue({ text, node, value }: NodeEdit): Edit {
  const { tape } = text;
  const inner = tape.isString(node) ? 1 : 0;
  return {
    start: text.outer(tape.start(node) + inner),
    end: text.outer(tape.end(node) - inner),
    quote: inner === 1 ? '' : quoteAt(text.level),
    value: value ?? (() => (tape.isString(node) ? tape.content(node) : tape.json(node))),
  };
}

/** Replaces bytes `from` to `to` of what a string says. */
export function partOfString({ string, from, to }: NonNullable<Edit['part']>): Edit {
  const start = string.outer(from);
  return { start, end: string.outer(to), quote: '', value: () => string.bytes.subarray(from, to), part: { string, from, to } };
}

/** A quote in a JSON text that stands within as many strings. */
function quoteAt(level: number): string {
  return `${'\\'.repeat(2 ** level - 1)}"`;
}
