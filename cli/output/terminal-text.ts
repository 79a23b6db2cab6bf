/**
 * The one place that makes captured text fit for a terminal. Names and messages of a capture may hold escape sequences that
 * would move the cursor, rename the window or hide what follows, and direction marks that make text read as something else.
 */

/** C0 and C1 controls, DEL, line and paragraph separators, and Unicode's direction marks and overrides. */
const unfit = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
/** The same, but for tab and newline. */
const unfitInLines = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** For one cell or line: every unfit character is written as its escape (`\x1b`, `\n`, `\u202e`). */
export function lineText(text: string): string {
  return text.replace(unfit, escape);
}

/** For text of several lines: newlines and tabs stay. */
export function linesText(text: string): string {
  return text.replace(unfitInLines, escape);
}

/** JSON text whose strings hold no unfit character; the value stays the same. */
export function jsonText(json: string): string {
  return json.replace(unfitInLines, (character) => `\\u${hex(character, 4)}`);
}

function escape(character: string): string {
  if (character === '\n') return '\\n';
  if (character === '\t') return '\\t';
  if (character === '\r') return '\\r';
  return character.charCodeAt(0) < 0x100 ? `\\x${hex(character, 2)}` : `\\u${hex(character, 4)}`;
}

function hex(character: string, digits: number): string {
  return character.charCodeAt(0).toString(16).padStart(digits, '0');
}
