import { expect, test } from 'vitest';
import { lazyPackage } from './lazy-package.ts';

test('a package is loaded when it is first asked for', () => {
  const crypto = lazyPackage<typeof import('node:crypto')>('node:crypto');
  expect(crypto().createHash('sha256').update('a').digest('hex')).toMatch(/^ca978112/);
  expect(crypto()).toBe(crypto());
  const absent = lazyPackage('no-such-package-anywhere');
  expect(absent).toThrow('no-such-package-anywhere');
});
