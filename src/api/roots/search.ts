/** search: texts in names, events and problems. */
import type { ObjectRow, SearchHit } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';
import { kindsOf } from '../lists/filter.ts';
import { kindsArgument, pagingArguments } from '../lists/list-arguments.ts';
import { connections, type ListSource } from '../lists/page.ts';
import { boundedPage, holdListLimit, pageOf, readPage } from '../lists/paging.ts';
import { type Batch, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import { each } from './object.ts';

const SEARCH = 'docs/graphql.md, Search';
const LONGEST_TEXT = 500;

export const searchField: FieldRow<unknown> = {
  name: 'search',
  type: 'SearchHitConnection',
  args: [
    {
      name: 'text',
      type: 'String!',
      description: described('Words that must all be there; the last may be the beginning of one.', SEARCH),
    },
    kindsArgument,
    { name: 'namespace', type: 'String', description: described('Only objects of this namespace.', SEARCH) },
    ...pagingArguments.filter(({ name }) => name === 'first' || name === 'after'),
  ],
  description: described('Objects whose name, and events and problems whose message, holds a text; the best first.', SEARCH),
  load: async (batch) => connections(searchList(batch), 1).flatMap((list) => each(batch, list)),
};

export const searchHitType: TypeRow<SearchHit> = {
  name: 'SearchHit',
  description: described('One place where the text was found.', SEARCH),
  fields: [
    { name: 'source', type: 'SearchSource!', description: described('Where it was found.', SEARCH), read: ({ data }) => data.source },
    {
      name: 'object',
      type: 'KubernetesObject',
      description: described(
        'The object of that name, the Event, or what the problem is about; null where the problem names none.',
        SEARCH,
      ),
      load: loadObjects,
    },
    { name: 'text', type: 'String', description: described('The name or message that holds it.', SEARCH), read: ({ data }) => data.text },
  ],
};

function searchList({ scope, args }: Batch<unknown>): ListSource<SearchHit> {
  const text = String(args['text']).trim();
  if (text === '') throw badUserInput('text', 'Is empty: say what to search for.');
  if (text.length > LONGEST_TEXT) throw badUserInput('text', `Has ${text.length} characters; the most is ${LONGEST_TEXT}.`);
  const page = pageOf(args, scope.limits);
  const kinds = kindsOf(scope, args);
  const namespace = typeof args['namespace'] === 'string' ? args['namespace'] : null;
  const query = { text, ...(kinds === undefined ? {} : { kinds }), ...(namespace === null ? {} : { namespace }) };
  return {
    pages: async (indexes) => {
      const { hits, hasNextPage } = await readPage(page, () => scope.reader.search({ ...query, page: boundedPage(page, scope.limits) }));
      holdListLimit(hits.length, page, scope.limits);
      const answer = { nodes: hits, cursors: hits.map((hit) => hit.cursor), hasNextPage, hasPreviousPage: page.after !== undefined };
      return indexes.map(() => answer);
    },
    totals: async (indexes) => {
      const { totalCount } = await scope.reader.search({ ...query, page: { first: 1 } });
      return indexes.map(() => totalCount);
    },
    completeness: async (indexes) => {
      const answer = await scope.reader.completeness({ ...(kinds === undefined ? {} : { kinds }), namespace });
      return indexes.map(() => answer);
    },
  };
}

async function loadObjects({ scope, items }: Batch<SearchHit>): Promise<readonly (ObjectRow | null)[]> {
  const ids = [...new Set(items.map((item) => item.data.object).filter((id) => id > 0))];
  const rows = new Map((await scope.reader.objects(ids)).map((row) => [row.id, row]));
  return items.map((item) => rows.get(item.data.object) ?? null);
}
