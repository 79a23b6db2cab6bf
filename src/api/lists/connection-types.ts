/** The types of a connection: `PodConnection`, `PodEdge`. */
import type { Completeness, Gap, ReferenceRow } from '../../store/reader.ts';
import { formatTime } from '../fields/time.ts';
import { type AnyTypeRow, described, type FieldRow, lazyTypeRow, type TypeRow } from '../model/field-row.ts';
import { type Connection, completeness, type PageOf, page, total } from './page.ts';

const LISTS = 'docs/graphql.md, Lists';
const RELAY = 'https://relay.dev/graphql/connections.htm';

interface EdgeData {
  readonly cursor: string;
  readonly node: unknown;
  readonly references: readonly ReferenceRow[];
}

/** `withReferences`: an edge says by which pointers it came to be. */
export function connectionTypes(type: string, options: { readonly withReferences: boolean }): readonly AnyTypeRow[] {
  return [connectionType(type), edgeType(type, options.withReferences)];
}

function connectionType(type: string): AnyTypeRow {
  const description = described(`A list of ${type}: whole, or the page asked for.`, LISTS);
  return lazyTypeRow(`${type}Connection`, description, () => connectionFields(type));
}

function connectionFields(type: string): readonly FieldRow<Connection<unknown>>[] {
  return [
    {
      name: 'items',
      type: `[${type}!]!`,
      description: described('The objects, as Kubernetes calls the members of a list.', LISTS),
      needs: [page],
      read: (item) => item.get(page).nodes,
    },
    {
      name: 'edges',
      type: `[${type}Edge!]!`,
      description: described('The objects with their cursors, and with the pointers that lead to them.', RELAY),
      needs: [page],
      read: (item) => edgesOf(item.get(page)),
    },
    {
      name: 'totalCount',
      type: 'Int!',
      description: described('How many there are on all pages together; counted only where asked for.', LISTS),
      needs: [total],
      read: (item) => item.get(total),
    },
    {
      name: 'pageInfo',
      type: 'PageInfo!',
      description: described('Where the page stands.', RELAY),
      needs: [page],
      read: (item) => item.get(page),
    },
    {
      name: 'completeness',
      type: 'Completeness!',
      description: described('Whether the capture looked everywhere that further objects of this list could be.', LISTS),
      needs: [completeness],
      read: (item) => item.get(completeness),
    },
  ];
}

function edgeType(type: string, withReferences: boolean): AnyTypeRow {
  return lazyTypeRow(`${type}Edge`, described(`A ${type} in a list.`, RELAY), () => edgeFields(type, withReferences));
}

function edgeFields(type: string, withReferences: boolean): readonly FieldRow<EdgeData>[] {
  const references: FieldRow<EdgeData> = {
    name: 'references',
    type: '[Reference!]!',
    description: described('The pointers that make the edge, each once; none where the list is not one of relations.', LISTS),
    read: ({ data }) => data.references,
  };
  return [
    { name: 'cursor', type: 'String!', description: described('For `after` and `before`.', RELAY), read: ({ data }) => data.cursor },
    { name: 'node', type: `${type}!`, description: described('The object.', RELAY), read: ({ data }) => data.node },
    ...(withReferences ? [references] : []),
  ];
}

function edgesOf({ nodes, cursors, references }: PageOf<unknown>): EdgeData[] {
  return nodes.map((node, index) => ({ node, cursor: cursors[index] ?? '', references: references?.[index] ?? [] }));
}

export const pageInfoType: TypeRow<PageOf<unknown>> = {
  name: 'PageInfo',
  description: described('Where a page stands in its list.', RELAY),
  fields: [
    { name: 'hasNextPage', type: 'Boolean!', description: described('More follow.', RELAY), read: ({ data }) => data.hasNextPage },
    {
      name: 'hasPreviousPage',
      type: 'Boolean!',
      description: described('Some come before.', RELAY),
      read: ({ data }) => data.hasPreviousPage,
    },
    {
      name: 'startCursor',
      type: 'String',
      description: described('Cursor of the first of the page.', RELAY),
      read: ({ data }) => data.cursors[0] ?? null,
    },
    {
      name: 'endCursor',
      type: 'String',
      description: described('Cursor of the last of the page.', RELAY),
      read: ({ data }) => data.cursors.at(-1) ?? null,
    },
  ],
};

const COMPLETENESS = 'docs/graphql.md, Completeness';

export const completenessType: TypeRow<Completeness> = {
  name: 'Completeness',
  description: described('What the capture says of a list: an empty list that was denied is not an empty cluster.', COMPLETENESS),
  fields: [
    {
      name: 'complete',
      type: 'Boolean!',
      description: described('True only where every outcome that the list rests on is OK.', COMPLETENESS),
      read: ({ data }) => data.complete,
    },
    {
      name: 'gaps',
      type: '[CompletenessGap!]!',
      description: described('What was not captured, or not wholly.', COMPLETENESS),
      read: ({ data }) => data.gaps,
    },
  ],
};

export const gapType: TypeRow<Gap> = {
  name: 'CompletenessGap',
  description: described('One kind, in one namespace or all, that the capture did not wholly get.', COMPLETENESS),
  fields: [
    {
      name: 'group',
      type: 'String!',
      description: described('Canonical API group; empty for the core group.', COMPLETENESS),
      read: ({ data }) => data.group,
    },
    {
      name: 'kind',
      type: 'String!',
      description: described('Kind; `*` for all of a group that did not answer.', COMPLETENESS),
      read: ({ data }) => data.kind,
    },
    {
      name: 'namespace',
      type: 'String',
      description: described('null: all namespaces.', COMPLETENESS),
      read: ({ data }) => data.namespace,
    },
    {
      name: 'outcome',
      type: 'CaptureOutcome!',
      description: described('How the capture of it went.', COMPLETENESS),
      read: ({ data }) => data.outcome.toUpperCase(),
    },
    {
      name: 'httpStatus',
      type: 'Int',
      description: described('Status of the API server’s answer.', COMPLETENESS),
      read: ({ data }) => data.httpStatus,
    },
    {
      name: 'message',
      type: 'String',
      description: described('What the API server, or the capture, said.', COMPLETENESS),
      read: ({ data }) => data.message,
    },
    {
      name: 'listedAt',
      type: 'DateTime',
      description: described('When it was listed.', COMPLETENESS),
      read: ({ data }) => formatTime(data.listedAt),
    },
  ],
};
