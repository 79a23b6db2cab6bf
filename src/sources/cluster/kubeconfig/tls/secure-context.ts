import { X509Certificate } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';
import { ClusterAccessError } from '../access-error.ts';
import type { Target } from '../target.ts';
import type { TlsMaterial } from './material.ts';

/** The material made ready once for all connections. Throws ClusterAccessError with what of it does not work. */
export function secureContext(options: {
  readonly material: TlsMaterial;
  readonly target: Target;
  /** PEM, where the cluster names no authority. */
  readonly roots: () => readonly string[];
}): SecureContext {
  const { material, target, roots } = options;
  const { authority, certificate, key } = material;
  if (authority !== undefined) checkAuthority(authority, target.cluster.called);
  try {
    return createSecureContext({ ca: authority ?? [...roots()], ...(certificate === undefined ? {} : { cert: certificate, key }) });
  } catch (error) {
    throw new ClusterAccessError(
      'INVALID',
      `The client certificate and key of ${target.user.called} do not work: ${(error as Error).message}. Renew them, or log in again.`,
      { cause: error },
    );
  }
}

/** OpenSSL passes over what is no certificate, and would then trust nobody. */
function checkAuthority(authority: Buffer, called: string): void {
  try {
    new X509Certificate(authority);
  } catch (error) {
    throw new ClusterAccessError(
      'INVALID',
      `The certificate-authority of ${called} holds no certificate that can be read (PEM): ${(error as Error).message}.`,
      {
        cause: error,
      },
    );
  }
}
