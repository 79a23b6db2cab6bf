import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const quota = (name: string, hard: string, ...matchExpressions: JsonObject[]): JsonObject => ({
  apiVersion: 'v1',
  kind: 'ResourceQuota',
  metadata: { name, namespace: 'shop' },
  spec: { hard: { [hard]: '10' }, scopeSelector: { matchExpressions } },
});

export const quotaScopeExamples: readonly Example[] = [
  {
    object: quota('of-priorities', 'pods', { scopeName: 'PriorityClass', operator: 'In', values: ['high', 'low'] }),
    pointers: [
      'resource-quota-scope spec.scopeSelector.matchExpressions[0].values[0] → PriorityClass.scheduling.k8s.io high [weak]',
      'resource-quota-scope spec.scopeSelector.matchExpressions[0].values[1] → PriorityClass.scheduling.k8s.io low [weak]',
    ],
  },
  {
    object: quota('of-attributes', 'requests.storage', { scopeName: 'VolumeAttributesClass', operator: 'In', values: ['gold'] }),
    pointers: ['resource-quota-scope spec.scopeSelector.matchExpressions[0].values[0] → VolumeAttributesClass.storage.k8s.io gold [weak]'],
  },
  {
    object: quota('of-others', 'pods', { scopeName: 'PriorityClass', operator: 'NotIn', values: ['low'] }),
    pointers: [],
  },
];
