/** The certificate authorities that this system trusts, for clusters that name none of their own: Node knows only those it was built with. */
import { readFileSync } from 'node:fs';
import { rootCertificates } from 'node:tls';

/** Source: Go, crypto/x509/root_linux.go and root_unix.go, which kubectl trusts. */
const BUNDLES: readonly string[] = [
  '/etc/ssl/certs/ca-certificates.crt',
  '/etc/pki/tls/certs/ca-bundle.crt',
  '/etc/ssl/ca-bundle.pem',
  '/etc/pki/tls/cacert.pem',
  '/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem',
  '/etc/ssl/cert.pem',
];

/** PEM: the first bundle that is there, or the one that SSL_CERT_FILE names, and Node's own with NODE_EXTRA_CA_CERTS. */
export function systemRoots(environment: Readonly<Record<string, string | undefined>>): readonly string[] {
  const named = environment['SSL_CERT_FILE'] ?? '';
  const extra = environment['NODE_EXTRA_CA_CERTS'] ?? '';
  const bundle = firstReadable(named === '' ? BUNDLES : [named]);
  return [...rootCertificates, ...bundle, ...(extra === '' ? [] : firstReadable([extra]))];
}

function firstReadable(files: readonly string[]): readonly string[] {
  for (const file of files) {
    try {
      return [readFileSync(file, 'utf8')];
    } catch {
      // The next one may be there.
    }
  }
  return [];
}
