import type { Example } from '../../../../test/support/relation-rules.ts';

export const sealedSecretExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'bitnami.com/v1alpha1',
      kind: 'SealedSecret',
      metadata: { name: 'login', namespace: 'shop' },
      spec: { encryptedData: { password: 'AgBy8hCi' }, template: { metadata: { name: 'another', namespace: 'elsewhere' } } },
    },
    pointers: ['sealed-secret metadata.name → Secret shop/login'],
  },
];
