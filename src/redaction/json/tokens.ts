/** The tokens of JSON, as RFC 8259 has them. Each function takes where a token begins and tells where it ends. */

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const FIRST_PRINTABLE = 0x20;
const ZERO = 0x30;
const NINE = 0x39;
const MINUS = 0x2d;
const PLUS = 0x2b;
const POINT = 0x2e;
const UPPER_E = 0x45;
const LOWER_E = 0x65;

/** True, false and null, by their first letters. */
const WORDS: ReadonlyMap<number, string> = new Map(['true', 'false', 'null'].map((word) => [word.charCodeAt(0), word]));
const SIMPLE_ESCAPES: ReadonlySet<number> = new Set(Buffer.from('"\\/bfnrt'));

export function skipSpace(bytes: Buffer, from: number): number {
  let position = from;
  for (;;) {
    const byte = bytes[position];
    if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return position;
    position++;
  }
}

/** Behind the closing quote; as a negative number where the string holds a backslash; 0 where it is no string. */
export function endOfString(bytes: Buffer, opening: number): number {
  let position = opening + 1;
  let escaped = false;
  for (;;) {
    const byte = bytes[position] as number | undefined;
    if (byte === QUOTE) return escaped ? -(position + 1) : position + 1;
    if (byte === BACKSLASH) {
      const end = endOfEscape(bytes, position);
      if (end < 0) return 0;
      escaped = true;
      position = end;
    } else if (byte === undefined || byte < FIRST_PRINTABLE) {
      return 0;
    } else {
      position++;
    }
  }
}

/** Of a number or a word; -1 where there is none. */
export function endOfLiteral(bytes: Buffer, from: number): number {
  const word = WORDS.get(bytes[from] ?? 0);
  if (word === undefined) return endOfNumber(bytes, from);
  return bytes.toString('latin1', from, from + word.length) === word ? from + word.length : -1;
}

function endOfEscape(bytes: Buffer, backslash: number): number {
  const kind = bytes[backslash + 1] ?? 0;
  if (SIMPLE_ESCAPES.has(kind)) return backslash + 2;
  if (kind !== LETTER_U) return -1;
  for (let position = backslash + 2; position < backslash + 6; position++) if (!isHexDigit(bytes[position])) return -1;
  return backslash + 6;
}

function endOfNumber(bytes: Buffer, from: number): number {
  const start = bytes[from] === MINUS ? from + 1 : from;
  let end = bytes[start] === ZERO ? start + 1 : endOfDigits(bytes, start);
  if (end > 0 && bytes[end] === POINT) end = endOfDigits(bytes, end + 1);
  if (end > 0 && (bytes[end] === UPPER_E || bytes[end] === LOWER_E)) {
    const sign = bytes[end + 1];
    end = endOfDigits(bytes, end + (sign === PLUS || sign === MINUS ? 2 : 1));
  }
  return end;
}

/** At least one digit, else -1. */
function endOfDigits(bytes: Buffer, from: number): number {
  let position = from;
  while (isDigit(bytes[position])) position++;
  return position === from ? -1 : position;
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= NINE;
}

function isHexDigit(byte: number | undefined): boolean {
  return isDigit(byte) || (byte !== undefined && (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x66);
}
