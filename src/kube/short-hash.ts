/** A hash for names. What makes it is loaded when one is needed, which is seldom: every start would wait for it. */
import { createRequire } from 'node:module';

type Crypto = typeof import('node:crypto');

/** The first 8 hexadecimal digits of the SHA-256 of a text. */
export function shortHash(text: string): string {
  const { createHash } = createRequire(import.meta.url)('node:crypto') as Crypto;
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
