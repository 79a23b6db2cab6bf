import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const POD_UID = '7a1f0e8c-5b1d-4c2e-9d52-0b8f6c1d2e3f';

const eviction = (kind: string, spec: JsonObject): Example => ({
  object: {
    apiVersion: 'lifecycle.k8s.io/v1alpha1',
    kind,
    metadata: { name: kind === 'Eviction' ? POD_UID : 'asked', namespace: 'shop' },
    spec: { target: { pod: { name: 'web-1', uid: POD_UID } }, ...spec },
  },
  pointers: [`eviction-pod spec.target.pod.name → Pod shop/web-1 [weak] uid=${POD_UID}`],
});

export const evictionExamples: readonly Example[] = [
  eviction('Eviction', {}),
  eviction('EvictionRequest', { requester: 'example.com/drain', intent: 'Eviction' }),
];
