/** The arguments that every list of Kubernetes objects takes. Their descriptions stand in the schema thousands of times: they are short. */
import { type ArgumentRow, described } from '../model/field-row.ts';

const LISTS = 'docs/graphql.md, Lists';

export const pagingArguments: readonly ArgumentRow[] = [
  argument('first', 'Int', 'At most this many.', LISTS),
  argument('after', 'String', 'Only what follows this cursor.', LISTS),
  argument('last', 'Int', 'At most this many, from the end.', LISTS),
  argument('before', 'String', 'Only what comes before this cursor.', LISTS),
];

const filterArguments: readonly ArgumentRow[] = [
  argument('namespace', 'String', 'Only objects in this namespace.', 'kubectl get'),
  argument('name', 'String', 'Only names that match this glob.', LISTS),
  argument('labelSelector', 'String', 'Only objects with these labels.', 'kubectl get --selector'),
  argument('fieldSelector', 'String', 'Only objects with these values.', 'kubectl get --field-selector'),
  argument('presence', '[Presence!]', 'Only these presences.', 'docs/graphql.md, Ghosts'),
  argument('health', '[HealthStatus!]', 'Only what is so.', 'docs/graphql.md, Health'),
  argument('where', 'Where', 'Only objects for which this holds.', 'docs/graphql.md, Where'),
  argument('orderBy', 'String', 'name, createdAt or a path; - turns it.', LISTS),
];

export const kindsArgument: ArgumentRow = argument('kinds', '[String!]', 'Only these kinds, as kubectl names them.', 'kubectl get');

export const relationsArgument: ArgumentRow = argument('relations', '[String!]', 'Only these relations.', 'docs/relations.md');

/** What a list of one kind takes. */
export const listArguments: readonly ArgumentRow[] = [...pagingArguments, ...filterArguments];

/** What a list of several kinds takes. */
export const mixedListArguments: readonly ArgumentRow[] = [kindsArgument, ...listArguments];

function argument(name: string, type: string, text: string, source: string): ArgumentRow {
  return { name, type, description: described(text, source) };
}
