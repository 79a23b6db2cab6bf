import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { EMPTY_NAMES, LEAF, ODD_NAMES, ROOT } from '../testing/certificates.ts';
import { certificatesOf } from './certificates-of.ts';

const PRIVATE_KEY = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  publicKeyEncoding: { type: 'spki', format: 'pem' },
}).privateKey;

function certificates(data: Readonly<Record<string, string>>): unknown[] {
  return certificatesOf(Object.entries(data).map(([key, text]) => ({ key, node: 0, bytes: () => Buffer.from(text) })));
}

const leaf = {
  subject: 'C=DE, O=Example Shop\\, Inc., CN=shop.example.com',
  issuer: 'O=Example, CN=Example Root CA',
  serialNumber: '0A1B2C3D',
  notBefore: '2026-11-03T05:07:10Z',
  notAfter: '2027-02-01T05:07:10Z',
  dnsNames: ['shop.example.com', '*.shop.example.com'],
  ipAddresses: ['10.0.0.1', '2001:DB8:0:0:0:0:0:1'],
  emailAddresses: ['ops@example.com'],
  uris: ['spiffe://example.com/ns/shop/sa/web'],
  isCertificateAuthority: false,
  fingerprintSha256: 'e68c0c9f33dba41f673fbc108705dc371607be3426f0cd22120164e9ad04e039',
  publicKey: { algorithm: 'ec', bits: 256, curve: 'prime256v1' },
  signatureAlgorithm: 'sha384WithRSAEncryption',
};

test('a chain is told certificate by certificate, and each key on its own', () => {
  const told = certificates({ 'tls.crt': LEAF + ROOT, 'tls.key': PRIVATE_KEY, 'ca.crt': ROOT });
  const root = {
    subject: 'O=Example, CN=Example Root CA',
    serialNumber: '01',
    isCertificateAuthority: true,
    dnsNames: [],
    publicKey: { algorithm: 'rsa', bits: 2048 },
    signatureAlgorithm: 'sha256WithRSAEncryption',
  };
  expect(told).toMatchObject([
    { key: 'tls.crt', ...leaf },
    { key: 'tls.crt', ...root },
    { key: 'ca.crt', ...root },
  ]);
  expect(told[0]).toEqual({ key: 'tls.crt', ...leaf });
});

test('names that are missing, and names made to look like two', () => {
  expect(certificates({ a: EMPTY_NAMES, b: ODD_NAMES })).toMatchObject([
    { subject: '', issuer: '', dnsNames: [], publicKey: { algorithm: 'ed25519', bits: 256 }, signatureAlgorithm: 'Ed25519' },
    {
      uris: ['https://example.com/a, DNS:evil.example.com'],
      dnsNames: ['ok.example.com'],
      publicKey: { bits: 384 },
      signatureAlgorithm: 'ecdsa-with-SHA256',
    },
  ]);
});

const [begin, ...lines] = LEAF.trim().split('\n');
const body = lines.slice(0, -1).join('\n');

test.each([
  ['cut', `${begin}\n${body}`, 'it is cut'],
  ['without its last line', `${begin}\n${body}\n${ROOT}`, 'its last line is missing'],
  ['no base64', `${begin}\n!!!!\n-----END CERTIFICATE-----`, 'it is no base64'],
  ['empty', `${begin}\n-----END CERTIFICATE-----`, 'it is no base64'],
  [
    'no certificate',
    `${begin}\n${Buffer.from('hunter2 hunter2').toString('base64')}\n-----END CERTIFICATE-----`,
    'it is no X.509 certificate',
  ],
  ['half of one', `${begin}\n${body.replaceAll('\n', '').slice(0, 400)}\n-----END CERTIFICATE-----`, 'it is no X.509 certificate'],
  ['endless', `${begin}\n${'A'.repeat(100_000)}\n-----END CERTIFICATE-----`, 'it has more than 65536 bytes'],
  ['a private key by a false name', PRIVATE_KEY.replaceAll('PRIVATE KEY', 'CERTIFICATE'), 'it is no X.509 certificate'],
])('PEM that is broken, %s, is told and nothing of it shown', (_what, pem, error) => {
  const [first, ...others] = certificates({ x: pem });
  expect(first).toEqual({ key: 'x', error });
  expect(others).toHaveLength(pem.includes(ROOT) ? 1 : 0);
});

test('other spellings of PEM: Windows lines, no lines, text around, an old label', () => {
  const label = LEAF.replaceAll('CERTIFICATE', 'X509 CERTIFICATE');
  for (const pem of [
    LEAF.replaceAll('\n', '\r\n'),
    `${begin}${body.replaceAll('\n', '')}-----END CERTIFICATE-----`,
    `Bag Attributes\n${LEAF}end`,
    label,
  ]) {
    expect(certificates({ x: pem })).toEqual([{ key: 'x', ...leaf }]);
  }
});

test('what holds no certificate, or has no key, is not told', () => {
  expect(certificates({ a: 'x', b: PRIVATE_KEY, c: '-----BEGIN CERTIFICATE REQUEST-----', d: '' })).toEqual([]);
  expect(certificatesOf([{ key: null, node: 0, bytes: () => Buffer.from(LEAF) }])).toEqual([]);
});

test('at most 500 of a Secret', () => {
  expect(certificates({ a: LEAF.repeat(300), b: LEAF.repeat(300), c: LEAF })).toHaveLength(500);
});
