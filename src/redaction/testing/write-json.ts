/** JSON as nobody writes it: any character escaped or not, space anywhere, as a list of numbers says. */
import type { JsonValue } from '../../records/record.ts';

const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({ '"': '\\"', '\\': '\\\\', '/': '\\/', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t' }),
);
const SPACES = ['', '', '', ' ', '\n', '\t\r\n '];

/** The numbers are taken in turn; none of them, and it is JSON.stringify. */
export function writeJson(value: JsonValue, noise: readonly number[]): string {
  let turn = 0;
  const next = (): number => (noise.length === 0 ? 0 : (noise[turn++ % noise.length] ?? 0));
  const space = (): string => SPACES[next() % SPACES.length] ?? '';
  const write = (current: JsonValue): string => {
    if (typeof current === 'string') return writeString(current, next);
    if (Array.isArray(current)) return `[${space()}${current.map((item) => `${write(item)}${space()}`).join(`,${space()}`)}]`;
    if (typeof current !== 'object' || current === null) return JSON.stringify(current);
    const members = Object.entries(current).map(
      ([key, member]) => `${writeString(key, next)}${space()}:${space()}${write(member)}${space()}`,
    );
    return `{${space()}${members.join(`,${space()}`)}}`;
  };
  return `${space()}${write(value)}${space()}`;
}

function writeString(text: string, next: () => number): string {
  // By UTF-16 units: halves of a pair are escaped one by one.
  const units = text.split('').map((unit) => {
    const choice = next() % 7;
    const code = unit.charCodeAt(0);
    if (choice === 1) return escaped(code);
    if (choice === 2) return escaped(code).toUpperCase().replace('U', 'u');
    const short = SHORT.get(unit);
    if (short !== undefined && (unit !== '/' || choice === 3)) return short;
    return code < 0x20 || isSurrogate(code) ? escaped(code) : unit;
  });
  return `"${units.join('')}"`;
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`;
}

function isSurrogate(code: number): boolean {
  return code >= 0xd800 && code <= 0xdfff;
}
