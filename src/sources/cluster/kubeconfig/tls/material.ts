/** Certificates and keys as they are now: files are read anew, for they are renewed while we run. */

import { fromBase64 } from '../base64.ts';
import type { Credentials } from '../credentials.ts';
import { readNamedFile } from '../named-file.ts';
import type { Target } from '../target.ts';

/** PEM. */
export interface TlsMaterial {
  /** Undefined: those that the system trusts. */
  readonly authority: Buffer | undefined;
  readonly certificate: Buffer | undefined;
  readonly key: Buffer | undefined;
}

/** Data stands over files, and both over what a plugin gives. Throws ClusterAccessError where a file cannot be read. */
export function readMaterial({ cluster, user }: Target, credentials: Credentials): TlsMaterial {
  const own = user.value;
  const isOwn = (own.clientCertificate ?? own.clientCertificateData) !== undefined;
  const authority = {
    data: cluster.value.certificateAuthorityData,
    path: cluster.value.certificateAuthority,
    field: 'certificate-authority',
    called: cluster.called,
  };
  const certificate = { data: own.clientCertificateData, path: own.clientCertificate, field: 'client-certificate', called: user.called };
  const key = { data: own.clientKeyData, path: own.clientKey, field: 'client-key', called: user.called };
  return {
    authority: content(authority),
    certificate: isOwn ? content(certificate) : pem(credentials.certificate),
    key: isOwn ? content(key) : pem(credentials.key),
  };
}

function content(options: {
  readonly data: string | undefined;
  readonly path: string | undefined;
  readonly field: string;
  readonly called: string;
}): Buffer | undefined {
  const { data, path, field, called } = options;
  if (data !== undefined) return fromBase64(data) ?? undefined;
  return path === undefined ? undefined : readNamedFile({ path, field, called });
}

function pem(text: string | undefined): Buffer | undefined {
  return text === undefined ? undefined : Buffer.from(text);
}

export function sameMaterial(a: TlsMaterial, b: TlsMaterial): boolean {
  return same(a.authority, b.authority) && same(a.certificate, b.certificate) && same(a.key, b.key);
}

function same(a: Buffer | undefined, b: Buffer | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.equals(b);
}
