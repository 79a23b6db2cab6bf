import fc from 'fast-check';
import { expect, test } from 'vitest';
import { needsNoProxy } from './no-proxy.ts';

/** The rows of golang.org/x/net/http/httpproxy's own tests, and what they leave out. */
test.each([
  ['', 'example.com', false],
  ['', 'localhost', true],
  ['', 'LOCALHOST', true],
  ['', '127.0.0.9', true],
  ['', '::1', true],
  ['', '::2', false],
  ['*', 'example.com', true],
  [' , *', '10.0.0.1', true],
  ['example.com', 'example.com', true],
  ['Example.COM ', 'a.EXAMPLE.com', true],
  ['example.com', 'myexample.com', false],
  ['example.com:6443', 'example.com', true],
  ['example.com:443', 'example.com', false],
  ['.example.com', 'example.com', false],
  ['.example.com', 'a.b.example.com', true],
  ['*.example.com', 'example.com', false],
  ['*.example.com', 'a.example.com', true],
  ['example', 'example.com', false],
  ['10.0.0.1', '10.0.0.1', true],
  ['10.0.0.1', '10.0.0.10', false],
  ['10.0.0.1:6443', '10.0.0.1', true],
  ['10.0.0.1:80', '10.0.0.1', false],
  ['10.0.0.0/8', '10.255.0.1', true],
  ['10.0.0.0/8', '11.0.0.1', false],
  ['10.0.0.0/33', '10.0.0.1', false],
  ['0.0.0.1', 'a0.0.0.1', false],
  ['0.1', '10.0.0.1', false],
  ['fd00::/8', 'fd12::1', true],
  ['fd00::/8', 'fe00::1', false],
  ['fd00::1', 'fd00::1', true],
  ['[fd00::1]', 'fd00::1', true],
  ['[fd00::1]:6443', 'fd00::1', true],
  ['[fd00::1]:80', 'fd00::1', false],
  ['10.0.0.0/8', 'fd00::1', false],
  [':6443', 'example.com', false],
  ['a:b:c,example.com', 'example.com', true],
  ['a, b ,example.com', 'example.com', true],
])('NO_PROXY "%s", %s: %s', (noProxy, host, expected) => {
  expect(needsNoProxy({ noProxy, host, port: 6443 })).toBe(expected);
});

test('a range covers the addresses in it, and no others', () => {
  const byte = fc.nat(255);
  const toNumber = (bytes: readonly number[]): number => bytes.reduce((sum, each) => sum * 256 + each, 0);
  fc.assert(
    fc.property(fc.tuple(byte, byte, byte, byte), fc.tuple(byte, byte, byte, byte), fc.nat(32), (range, address, bits) => {
      fc.pre(address[0] !== 127);
      const size = 2 ** (32 - bits);
      const inRange = Math.floor(toNumber(range) / size) === Math.floor(toNumber(address) / size);
      expect(needsNoProxy({ noProxy: `${range.join('.')}/${bits}`, host: address.join('.'), port: 1 })).toBe(inRange);
    }),
  );
});

test('whatever is written there, it is an answer', () => {
  fc.assert(
    fc.property(fc.string(), fc.oneof(fc.domain(), fc.ipV4(), fc.ipV6()), (noProxy, host) => {
      expect(typeof needsNoProxy({ noProxy, host, port: 443 })).toBe('boolean');
    }),
  );
});
