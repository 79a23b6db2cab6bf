/** What the operators of OpenShift say that they look after: by the name of a resource, not of a kind. */
import { arrayAt } from '../../kube/safe.ts';
import { type CodedRelation, ReferenceFlag } from '../rule.ts';
import { configKind } from '../rules/openshift-kinds.ts';
import { resourceReference } from './resource-kinds.ts';

const RELATION = 'cluster-operator-related-object';

export const openShiftOperatorRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: configKind('ClusterOperator'),
    target: '*',
    forward: { name: 'relatedObjects' },
    source: 'openshift config/v1 ClusterOperatorStatus.relatedObjects: group, resource, namespace, name',
    describe: '`status.relatedObjects[]` with a name, of resources whose kind is known: built-in and well-known ones; weak',
    extract: ({ object }) => ({
      references: arrayAt(object, 'status', 'relatedObjects').flatMap((written, index) =>
        resourceReference(written, {
          relation: RELATION,
          path: 'status.relatedObjects[].name',
          indexes: [index],
          flags: ReferenceFlag.weak,
        }),
      ),
    }),
  },
];
