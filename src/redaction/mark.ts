/** The mark that stands where a value stood. Its form is part of the bundle's contract. */
import { createHmac, createSecretKey } from 'node:crypto';

/** As it is told to people, and written to snapshot.json. */
export const MARK_FORM = 'REDACTED bytes=<n> hmac-sha256=<hex>';

const FORM = 'REDACTED bytes=\\d{1,16} hmac-sha256=[0-9a-f]{64}';
const MARK = new RegExp(`^${FORM}$`);
const MARKS = new RegExp(FORM, 'g');
const BEGINNING = 'REDACTED ';
const LONGEST_MARK = 120;
const KEY_ID_DIGITS = 16;

export interface Marker {
  /** The mark of a value, given as bytes. Equal values have equal marks under one key. */
  mark(value: Uint8Array): string;
  /** Tells captures made with the same key from others, and nothing of the key. */
  readonly keyId: string;
}

export function createMarker(key: Uint8Array): Marker {
  const secret = createSecretKey(key);
  const hmac = (value: Uint8Array | string): string => createHmac('sha256', secret).update(value).digest('hex');
  return {
    mark: (value) => `REDACTED bytes=${value.length} hmac-sha256=${hmac(value)}`,
    keyId: hmac('snapgraph: the name of this redaction key').slice(0, KEY_ID_DIGITS),
  };
}

/** A value that was redacted before stays as it is: a mark of a mark would tell less. */
export function isMark(value: Buffer | string): boolean {
  if (value.length > LONGEST_MARK) return false;
  const text = typeof value === 'string' ? value : value.toString('latin1');
  return text.startsWith(BEGINNING) && MARK.test(text);
}

/** What is left of a text in which values were redacted before. */
export function withoutMarks(text: string): string {
  return text.includes(BEGINNING) ? text.replace(MARKS, '') : text;
}
