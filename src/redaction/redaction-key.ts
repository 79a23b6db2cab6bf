import { randomBytes } from 'node:crypto';
import { InputError } from '../records/input-error.ts';

const RANDOM_BYTES = 32;
const FEWEST_BYTES = 16;

/** A key for one capture: made, used, and never written anywhere. */
export function createRedactionKey(): Uint8Array {
  return randomBytes(RANDOM_BYTES);
}

/** The key that a file holds: all of its bytes, a newline at its end included. Throws InputError where they are fewer than 16. */
export function readRedactionKey({ bytes, file }: { readonly bytes: Uint8Array; readonly file: string }): Uint8Array {
  if (bytes.length >= FEWEST_BYTES) return bytes;
  throw new InputError(
    'UNREADABLE',
    `${file}: a redaction key has at least ${FEWEST_BYTES} bytes, and this file has ${bytes.length}. Make one with: head -c ${RANDOM_BYTES} /dev/urandom > ${file}`,
  );
}
