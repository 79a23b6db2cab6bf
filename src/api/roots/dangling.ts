/** danglingReferences and terminating: what is named and not there, and what is on its way out. */
import { type DanglingQuery, type DanglingReference, findDangling, pageOfDangling } from '../../graph/dangling/find.ts';
import { FAULTS, type Severity } from '../../graph/dangling/row.ts';
import type { Page, Reader, ReferenceRow, ReferenceStatus } from '../../store/reader.ts';
import { kindsOf } from '../lists/filter.ts';
import { kindsArgument, mixedListArguments, pagingArguments, relationsArgument } from '../lists/list-arguments.ts';
import { objectLists } from '../lists/object-list.ts';
import { connections, type ListSource } from '../lists/page.ts';
import { boundedPage, holdListLimit, pageOf, readPage } from '../lists/paging.ts';
import { relationsOf } from '../lists/relations-argument.ts';
import { type Batch, described, type FieldRow } from '../model/field-row.ts';
import { each } from './object.ts';

const DANGLING = 'docs/graphql.md, Dangling references';
const DELETION = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/';

/** What is a fault, without an argument that says otherwise. */
const REPORTED: readonly Severity[] = ['ERROR', 'WARNING'];

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
      {
        name: 'severities',
        type: '[Severity!]',
        description: described('Only pointers of these severities; without it, and without statuses, ERROR and WARNING.', DANGLING),
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
  const statuses = Array.isArray(args['statuses']) ? (args['statuses'] as ReferenceStatus[]) : undefined;
  const asked = Array.isArray(args['severities']) ? (args['severities'] as Severity[]) : undefined;
  const severities = asked ?? (statuses === undefined ? REPORTED : undefined);
  const filter = {
    ...(relations === undefined ? {} : { relations }),
    ...(kinds === undefined ? {} : { kinds }),
    ...(namespace === null ? {} : { namespace }),
  };
  const { page: read, total } =
    severities === undefined
      ? byStatus(scope.reader, { ...filter, statuses: statuses ?? FAULTS })
      : bySeverity(scope.reader, { ...filter, severities, ...(statuses === undefined ? {} : { statuses }) });
  return {
    pages: async (indexes) => {
      const { references, cursors, hasNextPage, hasPreviousPage } = await readPage(page, () => read(boundedPage(page, scope.limits)));
      holdListLimit(references.length, page, scope.limits);
      return indexes.map(() => ({ nodes: references, cursors, hasNextPage, hasPreviousPage }));
    },
    totals: async (indexes) => {
      const totalCount = await total();
      return indexes.map(() => totalCount);
    },
    completeness: async (indexes) => {
      const answer = await scope.reader.completeness({ ...(kinds === undefined ? {} : { kinds }), namespace });
      return indexes.map(() => answer);
    },
  };
}

interface DanglingPages {
  readonly page: (page: Page) => Promise<ReturnType<typeof pageOfDangling>>;
  readonly total: () => Promise<number>;
}

function byStatus(reader: Reader, query: Omit<Parameters<Reader['dangling']>[0], 'page'>): DanglingPages {
  return {
    page: (page) => reader.dangling({ ...query, page }),
    total: async () => (await reader.dangling({ ...query, page: { first: 1 } })).totalCount,
  };
}

/** Only all of them together can be judged: they are found once for the page and the total. */
function bySeverity(reader: Reader, query: DanglingQuery): DanglingPages {
  let found: Promise<readonly DanglingReference[]> | undefined;
  const all = (): Promise<readonly DanglingReference[]> => (found ??= findDangling(reader, query));
  return { page: async (page) => pageOfDangling(await all(), page), total: async () => (await all()).length };
}
