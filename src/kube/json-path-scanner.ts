/** Reads a path's text from left to right. */
import { PathError } from './json-path-step.ts';

/** What ends a name that is not quoted; all of it can stand behind a backslash, or in ['…']. */
const ENDS_NAME = new Set('.[](){}\'",=!<>&| \t\r\n');

export class PathScanner {
  readonly text: string;
  position = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.position >= this.text.length;
  }

  startsWith(token: string): boolean {
    return this.text.startsWith(token, this.position);
  }

  /** Steps over the token if it is next. */
  take(token: string): boolean {
    if (!this.startsWith(token)) return false;
    this.position += token.length;
    return true;
  }

  expect(token: string): void {
    if (!this.take(token)) throw this.unexpected(`"${token}"`);
  }

  skipSpace(): void {
    while (!this.atEnd && /\s/.test(this.text[this.position] ?? '')) this.position++;
  }

  /** A name without quotes; '' where none begins here. A backslash takes the next character as it is. */
  name(): string {
    let name = '';
    for (;;) {
      const character = this.text[this.position];
      if (character === undefined) return name;
      if (character === '\\') {
        name += this.escaped();
      } else if (ENDS_NAME.has(character)) {
        return name;
      } else {
        name += character;
        this.position++;
      }
    }
  }

  /** A string in single or double quotes, or undefined where none begins here. */
  quoted(): string | undefined {
    const quote = this.text[this.position];
    if (quote !== "'" && quote !== '"') return undefined;
    const start = this.position++;
    let value = '';
    for (;;) {
      const character = this.text[this.position];
      if (character === undefined) throw this.error(`the quote at ${start} is never closed`, start);
      if (character === '\\') {
        value += this.escaped();
        continue;
      }
      this.position++;
      if (character === quote) return value;
      value += character;
    }
  }

  integer(): number | undefined {
    const match = this.match(/-?\d+/y);
    if (match === undefined) return undefined;
    const integer = Number(match);
    if (!Number.isSafeInteger(integer)) throw this.error(`${match} is no index`, this.position - match.length);
    return integer;
  }

  match(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.position;
    const match = sticky.exec(this.text)?.[0];
    if (match !== undefined) this.position += match.length;
    return match;
  }

  unexpected(expected: string): PathError {
    const found = this.atEnd ? 'the end' : `"${this.text.slice(this.position, this.position + 10)}"`;
    return this.error(`found ${found} at ${this.position}, expected ${expected}`, this.position);
  }

  error(reason: string, position: number = this.position): PathError {
    return new PathError(`Invalid path "${this.text.length > 100 ? `${this.text.slice(0, 100)}…` : this.text}": ${reason}.`, position);
  }

  private escaped(): string {
    const next = this.text[this.position + 1];
    if (next === undefined) throw this.error(`it ends in the middle, at ${this.position}`);
    this.position += 2;
    return next;
  }
}
