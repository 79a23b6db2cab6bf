/** What a ReferenceGrant names: the namespaces that may point, and single targets. Whole kinds, at both ends, are coded. */
import { configMap, namespaceKind, secret, service } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { referenceGrant } from './gateway-kinds.ts';

export const referenceGrantRules: readonly RelationRule[] = [
  {
    relation: 'reference-grant-namespace',
    from: referenceGrant,
    path: 'spec.from[].namespace',
    target: namespaceKind,
    namespace: 'cluster',
    // A grant may come before the namespace that it is for.
    weak: true,
    forward: { name: 'sourceNamespaces' },
    reverse: { name: 'permittingGrants' },
    source: 'gateway-api v1 ReferenceGrantFrom.namespace',
  },
  {
    relation: 'reference-grant-target',
    from: referenceGrant,
    path: 'spec.to[].name',
    target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    // It permits; it does not ask that there be one.
    weak: true,
    forward: { name: 'targets' },
    reverse: { name: 'referenceGrants', on: [service, secret, configMap] },
    source: 'gateway-api v1 ReferenceGrantTo.name',
  },
];
