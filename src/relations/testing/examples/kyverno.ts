import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const object = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'kyverno.io/v2',
  kind,
  metadata: { name, namespace: 'kyverno' },
  spec,
});
const match = { any: [{ resources: { kinds: ['Pod'] } }] };
const exceptions = (policies: readonly string[]): JsonObject => ({
  match,
  exceptions: policies.map((policyName) => ({ policyName, ruleNames: ['no-root'] })),
});
const request = (policy: string): JsonObject => ({
  requestType: 'generate',
  policy,
  resource: { kind: 'Namespace', name: 'shop' },
  rule: 'r',
  deleteDownstream: false,
  context: {},
});

export const kyvernoExamples: readonly Example[] = [
  {
    object: object('PolicyException', 'legacy', exceptions(['no-root', 'shop/no-root', 'no-*', 'shop/*'])),
    pointers: [
      'kyverno-policy spec.exceptions[0].policyName → ClusterPolicy.kyverno.io no-root',
      'kyverno-policy spec.exceptions[1].policyName → Policy.kyverno.io shop/no-root',
    ],
  },
  {
    object: object('UpdateRequest', 'ur-1', request('quotas')),
    pointers: ['kyverno-policy spec.policy → ClusterPolicy.kyverno.io quotas [weak]'],
  },
  {
    object: object('UpdateRequest', 'ur-2', request('shop/quotas')),
    pointers: ['kyverno-policy spec.policy → Policy.kyverno.io shop/quotas [weak]'],
  },
];
