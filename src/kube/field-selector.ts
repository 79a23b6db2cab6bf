/**
 * kubectl's field selectors: `metadata.name=x,status.phase!=Running`. In values `\\`, `\,` and `\=` stand for the second character.
 * Source: apimachinery, pkg/fields/selector.go, ParseSelector.
 */
import { SelectorError } from './selector-error.ts';

export interface FieldRequirement {
  /** Dotted path of the field. */
  readonly path: string;
  readonly operator: '=' | '!=';
  readonly value: string;
}

const LONGEST_TEXT = 16_384;

/** All must hold; none for an empty text. `==` is `=`. Throws SelectorError with the position in the text. */
export function parseFieldSelector(text: string): FieldRequirement[] {
  if (text.length > LONGEST_TEXT) {
    throw new SelectorError(`The field selector has ${text.length} characters; the most is ${LONGEST_TEXT}.`, LONGEST_TEXT);
  }
  return terms(text)
    .filter(({ term }) => term !== '')
    .map(parseTerm);
}

interface Term {
  readonly term: string;
  readonly start: number;
}

/** Splits at commas that no backslash stands before. */
function terms(text: string): Term[] {
  const found: Term[] = [];
  let start = 0;
  for (let position = 0; position < text.length; position++) {
    if (text[position] === '\\') {
      position++;
    } else if (text[position] === ',') {
      found.push({ term: text.slice(start, position), start });
      start = position + 1;
    }
  }
  found.push({ term: text.slice(start), start });
  return found;
}

function parseTerm({ term, start }: Term): FieldRequirement {
  const match = /!=|==|=/.exec(term);
  if (match === null) {
    throw new SelectorError(`Invalid field selector "${term}" at ${start}: expected path=value, path==value or path!=value.`, start);
  }
  const path = term.slice(0, match.index).trim();
  if (path === '') throw new SelectorError(`Invalid field selector "${term}" at ${start}: it names no field before "${match[0]}".`, start);
  const valueStart = match.index + match[0].length;
  return {
    path,
    operator: match[0] === '!=' ? '!=' : '=',
    value: unescapeValue(term.slice(valueStart), start + valueStart),
  };
}

function unescapeValue(text: string, start: number): string {
  let value = '';
  for (let position = 0; position < text.length; position++) {
    const character = text[position] ?? '';
    if (character === '\\') {
      const next = text[++position];
      if (next !== '\\' && next !== ',' && next !== '=') {
        throw new SelectorError(
          `Invalid field selector: the backslash at ${start + position - 1} must stand before "\\", "," or "=".`,
          start + position - 1,
        );
      }
      value += next;
    } else if (character === ',' || character === '=') {
      throw new SelectorError(
        `Invalid field selector: "${character}" at ${start + position} in a value must be written "\\${character}".`,
        start + position,
      );
    } else {
      value += character;
    }
  }
  return value;
}
