/** What stands between the quotes of a JSON string, with its escapes resolved, as UTF-8; and where in the JSON each byte of it came from. */

export interface DecodedString {
  readonly bytes: Buffer;
  /** Where the byte at an offset (or the string's end, at its length) stands in the bytes it was decoded from. */
  outer(offset: number): number;
}

export interface EncodedString {
  readonly bytes: Buffer;
  /** Behind the opening quote. */
  readonly start: number;
  /** Before the closing quote. */
  readonly end: number;
}

const BACKSLASH = 0x5c;
const LETTER_U = 0x75;
const UNICODE_ESCAPE = 6;
/** What follows a backslash, and what the two stand for. */
const SIMPLE = new Uint8Array(128);
for (const [letter, character] of Object.entries({ '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' })) {
  SIMPLE[letter.charCodeAt(0)] = character.charCodeAt(0);
}

/** The escapes must be valid: a tape has been read from the bytes. A surrogate without its other half becomes U+FFFD, as in any UTF-8. */
export function decodeString(string: EncodedString): DecodedString {
  const bytes = Buffer.allocUnsafe(string.end - string.start);
  const length = decode(string, bytes, null);
  let origins: Int32Array | null = null;
  return {
    bytes: bytes.subarray(0, length),
    outer: (offset) => {
      origins ??= originsOf(string, length);
      return origins[offset] as number;
    },
  };
}

function originsOf(string: EncodedString, length: number): Int32Array {
  const origins = new Int32Array(length + 1);
  decode(string, Buffer.allocUnsafe(string.end - string.start), origins);
  origins[length] = string.end;
  return origins;
}

/** Returns how many bytes came out. */
function decode({ bytes, start, end }: EncodedString, into: Buffer, origins: Int32Array | null): number {
  let length = 0;
  let position = start;
  while (position < end) {
    const from = position;
    const before = length;
    const byte = bytes[position] as number;
    const next = bytes[position + 1] as number;
    if (byte !== BACKSLASH) {
      into[length++] = byte;
      position++;
    } else if (next !== LETTER_U) {
      into[length++] = SIMPLE[next] as number;
      position += 2;
    } else {
      const { text, width } = unicode(bytes, position, end);
      length += into.write(text, length, 'utf8');
      position += width;
    }
    if (origins !== null) origins.fill(from, before, length);
  }
  return length;
}

/** One escape, or two that are the halves of one character. */
function unicode(bytes: Buffer, position: number, end: number): { text: string; width: number } {
  const first = codeUnit(bytes, position);
  const second = position + UNICODE_ESCAPE;
  if (first >= 0xd800 && first <= 0xdbff && second < end && bytes[second] === BACKSLASH && bytes[second + 1] === LETTER_U) {
    const last = codeUnit(bytes, second);
    if (last >= 0xdc00 && last <= 0xdfff) return { text: String.fromCharCode(first, last), width: 2 * UNICODE_ESCAPE };
  }
  return { text: String.fromCharCode(first), width: UNICODE_ESCAPE };
}

function codeUnit(bytes: Buffer, position: number): number {
  return Number.parseInt(bytes.toString('latin1', position + 2, position + UNICODE_ESCAPE), 16);
}
