import type { Example } from '../../../../test/support/relation-rules.ts';

export const referenceGrantExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'gateway.networking.k8s.io/v1beta1',
      kind: 'ReferenceGrant',
      metadata: { name: 'from-shop', namespace: 'data' },
      spec: {
        from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'shop' }],
        to: [
          { group: '', kind: 'Service', name: 'erp' },
          { group: '', kind: 'Secret' },
        ],
      },
    },
    pointers: [
      'reference-grant-namespace spec.from[0].namespace → Namespace shop [weak]',
      'reference-grant-target spec.to[0].name → Service data/erp [weak]',
    ],
  },
];
