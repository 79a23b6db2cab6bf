import { lazyPackage } from './lazy-package.ts';

const crypto = lazyPackage<typeof import('node:crypto')>('node:crypto');

/** The first 8 hexadecimal digits of the SHA-256 of a text. */
export function shortHash(text: string): string {
  return crypto().createHash('sha256').update(text).digest('hex').slice(0, 8);
}
