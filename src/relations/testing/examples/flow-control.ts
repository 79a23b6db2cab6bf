import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const LEVEL =
  'flow-schema-priority-level spec.priorityLevelConfiguration.name → PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io workload-low';
const flowSchema = (name: string, rules: JsonObject[]): JsonObject => ({
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  kind: 'FlowSchema',
  metadata: { name },
  spec: { priorityLevelConfiguration: { name: 'workload-low' }, ...(rules.length === 0 ? {} : { rules }) },
});
const resourceRule = (...namespaces: string[]): JsonObject => ({ verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces });

export const flowControlExamples: readonly Example[] = [
  { object: flowSchema('of-tests', []), pointers: [LEVEL] },
  {
    object: flowSchema('of-some', [
      {
        subjects: [
          { kind: 'User', user: { name: 'dana@example.com' } },
          { kind: 'Group', group: { name: 'system:nodes' } },
          { kind: 'ServiceAccount', serviceAccount: { namespace: 'shop', name: 'cart' } },
        ],
        resourceRules: [resourceRule('shop', 'data')],
      },
    ]),
    pointers: [
      LEVEL,
      'flow-schema-subject spec.rules[0].subjects[0].user.name → User.external dana@example.com [weak]',
      'flow-schema-subject spec.rules[0].subjects[1].group.name → Group.external system:nodes [weak]',
      'flow-schema-subject spec.rules[0].subjects[2].serviceAccount.name → ServiceAccount shop/cart [weak]',
      'flow-schema-namespace spec.rules[0].resourceRules[0].namespaces[0] → Namespace shop [weak]',
      'flow-schema-namespace spec.rules[0].resourceRules[0].namespaces[1] → Namespace data [weak]',
    ],
  },
  {
    object: flowSchema('of-everybody', [
      {
        subjects: [
          { kind: 'User', user: { name: '*' } },
          { kind: 'Group', group: { name: '*' } },
          { kind: 'ServiceAccount', serviceAccount: { namespace: 'shop', name: '*' } },
        ],
        resourceRules: [resourceRule('*')],
      },
    ]),
    pointers: [LEVEL],
  },
];
