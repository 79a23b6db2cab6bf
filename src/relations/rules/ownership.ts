/** Who owns whom. An owner is known by its uid; a name that leads to another uid is no owner (the store says so by the flaw). */
import type { RelationRule } from '../rule.ts';

export const ownershipRules: readonly RelationRule[] = [
  {
    relation: 'owner',
    from: '*',
    path: 'metadata.ownerReferences[].name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    uid: 'uid',
    flags: { controller: 'controller', blockOwnerDeletion: 'blockOwnerDeletion' },
    source: 'meta/v1 OwnerReference: an owner lies in the namespace of its dependent, or is cluster-scoped',
  },
];
