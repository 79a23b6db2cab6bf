/** The public part of the certificates in a Secret whose values are redacted: names, issuer, expiry. Nothing of a private key is ever looked at. */
import type { JsonObject } from '../../records/record.ts';
import type { SecretValue } from '../secrets/secret-values.ts';
import { certificateFacts } from './certificate-facts.ts';
import { holdsCertificates, pemCertificates } from './pem.ts';

/** Of one Secret. A bundle of all public authorities has some 150. */
const MOST_CERTIFICATES = 500;

/** One entry a certificate, in the order of keys and, in a chain, of certificates. */
export function certificatesOf(values: readonly SecretValue[]): JsonObject[] {
  const entries: JsonObject[] = [];
  for (const { key, bytes } of values) {
    const value = key === null || entries.length >= MOST_CERTIFICATES ? null : bytes();
    if (key === null || value === null || !holdsCertificates(value)) continue;
    for (const block of pemCertificates(value, MOST_CERTIFICATES - entries.length)) {
      entries.push({ key, ...('der' in block ? certificateFacts(block.der) : block) });
    }
  }
  return entries;
}

/** An entry of what could not be read says why. */
export function isCertificate(entry: JsonObject): boolean {
  return !('error' in entry);
}
