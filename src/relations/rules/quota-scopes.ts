/** Classes that the scopes of a ResourceQuota name: it counts what is of one of them. */
import { priorityClass, resourceQuota, volumeAttributesClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const scopes = [
  { scope: 'PriorityClass', target: priorityClass, forward: 'priorityClasses' },
  { scope: 'VolumeAttributesClass', target: volumeAttributesClass, forward: 'volumeAttributesClasses' },
];

export const quotaScopeRules: readonly RelationRule[] = scopes.map(
  ({ scope, target, forward }): RelationRule => ({
    relation: 'resource-quota-scope',
    from: resourceQuota,
    path: 'spec.scopeSelector.matchExpressions[].values[]',
    target,
    namespace: 'cluster',
    when: [
      { path: 'scopeName', in: [scope] },
      { path: 'operator', in: ['In'] },
    ],
    // It limits what is of the class, and asks for none.
    weak: true,
    forward: { name: forward },
    reverse: { name: 'resourceQuotas' },
    source: 'core/v1 ScopedResourceSelectorRequirement',
  }),
);
