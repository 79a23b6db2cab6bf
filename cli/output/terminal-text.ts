/**
 * The one place that makes captured text fit for a terminal. Names and messages of a capture may hold escape sequences that
 * would move the cursor, rename the window or hide what follows, and direction marks that make text read as something else.
 */

/** C0 and C1 controls and DEL, line and paragraph separators, direction marks and overrides, and the byte order mark. */
const unfit = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

/** For one cell or line: every unfit character is written as its escape (`\x1b`, `\n`, `\u202e`). */
export function lineText(text: string): string {
  return text.replace(unfit, escaped);
}

/** For text of several lines: newlines and tabs stay. */
export function linesText(text: string): string {
  return text.replace(unfit, (character) => (isLayout(character) ? character : escaped(character)));
}

/** JSON text whose strings hold no unfit character; the value stays the same. */
export function jsonText(json: string): string {
  return json.replace(unfit, (character) => (isLayout(character) ? character : `\\u${hex(character, 4)}`));
}

function isLayout(character: string): boolean {
  return character === '\n' || character === '\t';
}

function escaped(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  return character.charCodeAt(0) < 0x100 ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`;
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
