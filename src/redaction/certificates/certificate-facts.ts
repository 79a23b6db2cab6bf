/** What a certificate says in public. */
import { X509Certificate } from 'node:crypto';
import { optional } from '../../records/json-fields.ts';
import type { JsonObject } from '../../records/record.ts';
import { alternativeNames } from './alternative-names.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

/** Of keys whose kind or curve fixes their size. */
const BITS: ReadonlyMap<string, number> = new Map([
  ['prime256v1', 256],
  ['secp384r1', 384],
  ['secp521r1', 521],
  ['ed25519', 256],
  ['ed448', 456],
]);

/** A cluster's authorities stand in hundreds of its Secrets, and reading a certificate takes as long as redacting a hundred kilobytes. */
const MOST_REMEMBERED = 1_000;
const remembered = new Map<string, JsonObject>();

/** Its facts, or why there are none. What a library says of a failure is not told: it may quote what it read. */
export function certificateFacts(der: Buffer): JsonObject {
  const written = der.toString('latin1');
  const known = remembered.get(written);
  if (known !== undefined) return known;
  const facts = readFacts(der);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(written, facts);
  return facts;
}

function readFacts(der: Buffer): JsonObject {
  try {
    return factsOf(new X509Certificate(der), der);
  } catch {
    return { error: 'it is no X.509 certificate' };
  }
}

function factsOf(certificate: X509Certificate, der: Buffer): JsonObject {
  const { dnsNames, ipAddresses, emailAddresses, uris } = alternativeNames(certificate.subjectAltName);
  return {
    subject: oneLine(certificate.subject),
    issuer: oneLine(certificate.issuer),
    serialNumber: certificate.serialNumber,
    notBefore: rfc3339(certificate.validFrom),
    notAfter: rfc3339(certificate.validTo),
    dnsNames: [...dnsNames],
    ipAddresses: [...ipAddresses],
    emailAddresses: [...emailAddresses],
    uris: [...uris],
    isCertificateAuthority: certificate.ca,
    fingerprintSha256: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
    publicKey: publicKeyOf(certificate),
    signatureAlgorithm: signatureAlgorithm(der),
  };
}

/** Node writes a name over several lines: `CN=…`, `O=…`. */
function oneLine(name: string | undefined): string {
  return (name ?? '').split('\n').join(', ');
}

/** From `Nov  3 05:07:10 2026 GMT`; null for what is no time. */
function rfc3339(time: string): string | null {
  const milliseconds = Date.parse(time);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString().replace('.000Z', 'Z');
}

/** Null for a key of a kind that OpenSSL does not know. */
function publicKeyOf(certificate: X509Certificate): JsonObject | null {
  try {
    const { asymmetricKeyType, asymmetricKeyDetails } = certificate.publicKey;
    const { modulusLength, namedCurve } = asymmetricKeyDetails ?? {};
    const bits = modulusLength ?? BITS.get(namedCurve ?? asymmetricKeyType ?? '');
    return { algorithm: asymmetricKeyType ?? 'unknown', ...optional('bits', bits), ...optional('curve', namedCurve) };
  } catch {
    return null;
  }
}
