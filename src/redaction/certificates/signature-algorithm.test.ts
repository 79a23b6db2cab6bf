import fc from 'fast-check';
import { expect, test } from 'vitest';
import { LEAF } from '../testing/certificates.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

const der = Buffer.from(LEAF.replace(/-----.*-----/g, ''), 'base64');

test('DER that is cut anywhere has no algorithm or the right one', () => {
  expect(signatureAlgorithm(der)).toBe('sha384WithRSAEncryption');
  for (let length = 0; length < der.length; length++) expect(signatureAlgorithm(der.subarray(0, length))).toBeNull();
});

test('no bytes make it fail', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect([null, 'Ed25519', 'Ed448']).toContain(signatureAlgorithm(Buffer.from(bytes)));
    }),
  );
  expect(signatureAlgorithm(Buffer.from([0x30, 0x85, 1, 1, 1, 1, 1]))).toBeNull();
});
