/**
 * How Cluster API refers to what providers made.
 * v1beta1 refers by apiVersion, and may name a namespace and a uid; v1beta2 refers by apiGroup, always within the namespace.
 */
import type { KindKey } from '../../kube/kind.ts';
import type { RelationField, RelationRule } from '../rule.ts';

interface Reference {
  readonly relation: string;
  readonly from: KindKey;
  readonly path: string;
  readonly forward: RelationField;
  readonly source: string;
}

/** By apiVersion, as v1beta1 has it, and v1beta2 for the templates of a ClusterClass. */
export function byVersion({ path, ...rule }: Reference): RelationRule {
  return {
    ...rule,
    path: `${path}.name`,
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    uid: 'uid',
  };
}

/** By apiGroup, as v1beta2 has it. */
export function byGroup({ path, ...rule }: Reference): RelationRule {
  return {
    ...rule,
    path: `${path}.name`,
    target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
  };
}

/** One path that has either form, by the version of the API: what is written tells which. */
export function inEitherForm(reference: Reference): RelationRule[] {
  return [
    { ...byVersion(reference), when: [{ path: 'apiVersion', present: true }] },
    { ...byGroup(reference), when: [{ path: 'apiGroup', present: true }] },
  ];
}
