/** Sealed Secrets: what is made of them. */
import { secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

export const sealedSecretRules: readonly RelationRule[] = [
  {
    relation: 'sealed-secret',
    from: { group: 'bitnami.com', kind: 'SealedSecret' },
    path: 'metadata.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'sealedSecrets' },
    source:
      'sealed-secrets v1alpha1 SealedSecret.Unseal: the Secret has the name and the namespace of the SealedSecret, whatever its template says',
  },
];
