/** Whose requests a FlowSchema takes, and at which priority. A `*` stands for everybody, and is no pointer. */
import { flowSchema, group, namespaceKind, priorityLevelConfiguration, serviceAccount, user } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const subject = {
  relation: 'flow-schema-subject',
  from: flowSchema,
  when: [{ path: 'name', notIn: ['*'] }],
  // It says whose requests they are, whether there are any or not.
  weak: true,
  forward: { name: 'subjects' },
} as const;

export const flowControlRules: readonly RelationRule[] = [
  {
    relation: 'flow-schema-priority-level',
    from: flowSchema,
    path: 'spec.priorityLevelConfiguration.name',
    target: priorityLevelConfiguration,
    namespace: 'cluster',
    forward: { name: 'priorityLevelConfiguration', one: true },
    reverse: { name: 'flowSchemas' },
    source: 'flowcontrol/v1 PriorityLevelConfigurationReference',
  },
  {
    ...subject,
    path: 'spec.rules[].subjects[].user.name',
    target: user,
    namespace: 'cluster',
    source: 'flowcontrol/v1 UserSubject',
  },
  {
    ...subject,
    path: 'spec.rules[].subjects[].group.name',
    target: group,
    namespace: 'cluster',
    source: 'flowcontrol/v1 GroupSubject',
  },
  {
    ...subject,
    path: 'spec.rules[].subjects[].serviceAccount.name',
    target: serviceAccount,
    namespace: { path: 'namespace' },
    reverse: { name: 'flowSchemas' },
    source: 'flowcontrol/v1 ServiceAccountSubject',
  },
  {
    relation: 'flow-schema-namespace',
    from: flowSchema,
    path: 'spec.rules[].resourceRules[].namespaces[]',
    pattern: '(?<name>[^*]+)',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'matchedNamespaces' },
    reverse: { name: 'flowSchemas' },
    source: 'flowcontrol/v1 ResourcePolicyRule.namespaces',
  },
];
