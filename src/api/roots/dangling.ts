/** danglingReferences and terminating: what is named and not there, and what is on its way out. */
import type { ReferenceRow, ReferenceStatus } from '../../store/reader.ts';
import { kindsOf } from '../lists/filter.ts';
import { kindsArgument, mixedListArguments, pagingArguments, relationsArgument } from '../lists/list-arguments.ts';
import { objectLists } from '../lists/object-list.ts';
import { connections, type ListSource } from '../lists/page.ts';
import { boundedPage, holdListLimit, pageOf, readPage } from '../lists/paging.ts';
import { relationsOf } from '../lists/relations-argument.ts';
import { type Batch, described, type FieldRow } from '../model/field-row.ts';
import { each } from './object.ts';

const DANGLING = 'docs/graphql.md, References';
const DELETION = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/';

/** Faults that are proved. Weak, raced and optional pointers never count, and what was not captured proves nothing. */
const FAULTS: readonly ReferenceStatus[] = [
  'MISSING',
  'UID_MISMATCH',
  'NAME_MISMATCH',
  'KIND_MISMATCH',
  'KIND_UNKNOWN',
  'CROSS_NAMESPACE',
  'NAMESPACED_OWNER_OF_CLUSTER_SCOPED',
  'NOT_PERMITTED',
  'KEY_MISSING',
];

export const faultFields: readonly FieldRow<unknown>[] = [
  {
    name: 'danglingReferences',
    type: 'ReferenceConnection',
    args: [
      {
        name: 'statuses',
        type: '[ReferenceStatus!]',
        description: described('Only pointers of these statuses; without it MISSING and every flaw.', DANGLING),
      },
      relationsArgument,
      { ...kindsArgument, description: described('Only pointers in objects of these kinds.', DANGLING) },
      { name: 'namespace', type: 'String', description: described('Only pointers in objects of this namespace.', DANGLING) },
      ...pagingArguments,
    ],
    description: described('Pointers that lead to nothing, or to the wrong thing. Weak, raced and optional ones never count.', DANGLING),
    load: async (batch) => connections(danglingList(batch), 1).flatMap((list) => each(batch, list)),
  },
  {
    name: 'terminating',
    type: 'KubernetesObjectConnection',
    args: mixedListArguments,
    description: described('The objects whose deletion was asked for and is not done, the oldest request first.', DELETION),
    load: async (batch) =>
      connections(objectLists(batch.scope, batch.args, [{ terminating: true }]), 1).flatMap((list) => each(batch, list)),
  },
];

function danglingList({ scope, args }: Batch<unknown>): ListSource<ReferenceRow> {
  const page = pageOf(args, scope.limits);
  const kinds = kindsOf(scope, args);
  const relations = relationsOf(args, scope.reader);
  const namespace = typeof args['namespace'] === 'string' ? args['namespace'] : null;
  const statuses = Array.isArray(args['statuses']) ? (args['statuses'] as ReferenceStatus[]) : FAULTS;
  const query = {
    statuses,
    ...(relations === undefined ? {} : { relations }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(namespace === null ? {} : { namespace }),
  };
  return {
    pages: async (indexes) => {
      const { references, cursors, hasNextPage, hasPreviousPage } = await readPage(page, () =>
        scope.reader.dangling({ ...query, page: boundedPage(page, scope.limits) }),
      );
      holdListLimit(references.length, page, scope.limits);
      return indexes.map(() => ({ nodes: references, cursors, hasNextPage, hasPreviousPage }));
    },
    totals: async (indexes) => {
      const { totalCount } = await scope.reader.dangling({ ...query, page: { first: 1 } });
      return indexes.map(() => totalCount);
    },
    completeness: async (indexes) => {
      const answer = await scope.reader.completeness({ ...(kinds === undefined ? {} : { kinds }), namespace });
      return indexes.map(() => answer);
    },
  };
}
