/** The name of the algorithm with which a certificate is signed. Node tells it from 24 on only, so it is read from the DER. Source: RFC 5280 §4.1, RFC 8017, RFC 5758, RFC 8410. */

const NAMES: ReadonlyMap<string, string> = new Map([
  ['2a864886f70d010104', 'md5WithRSAEncryption'],
  ['2a864886f70d010105', 'sha1WithRSAEncryption'],
  ['2a864886f70d01010a', 'rsassaPss'],
  ['2a864886f70d01010b', 'sha256WithRSAEncryption'],
  ['2a864886f70d01010c', 'sha384WithRSAEncryption'],
  ['2a864886f70d01010d', 'sha512WithRSAEncryption'],
  ['2a8648ce3d0401', 'ecdsa-with-SHA1'],
  ['2a8648ce3d040302', 'ecdsa-with-SHA256'],
  ['2a8648ce3d040303', 'ecdsa-with-SHA384'],
  ['2a8648ce3d040304', 'ecdsa-with-SHA512'],
  ['2b6570', 'Ed25519'],
  ['2b6571', 'Ed448'],
]);

/** Certificate ::= SEQUENCE { tbsCertificate SEQUENCE, signatureAlgorithm SEQUENCE { OBJECT IDENTIFIER, … }, … }. Null for one that is not known. */
export function signatureAlgorithm(der: Buffer): string | null {
  const certificate = contentAt(der, 0);
  const signed = certificate && contentAt(der, certificate.start);
  const algorithm = signed && contentAt(der, signed.end);
  const identifier = algorithm && contentAt(der, algorithm.start);
  return identifier ? (NAMES.get(der.toString('hex', identifier.start, identifier.end)) ?? null) : null;
}

/** Where the content of the element at an offset begins and ends. */
function contentAt(der: Buffer, offset: number): { readonly start: number; readonly end: number } | null {
  const first = der[offset + 1];
  if (first === undefined) return null;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  const start = offset + 2 + lengthBytes;
  if (lengthBytes > 4 || start > der.length) return null;
  const length = lengthBytes === 0 ? first : der.readUIntBE(offset + 2, lengthBytes);
  return start + length > der.length ? null : { start, end: start + length };
}
