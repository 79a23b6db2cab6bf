/** The arguments that every list of Kubernetes objects takes. */
import type { ArgumentRow } from '../model/field-row.ts';
import { described } from '../model/field-row.ts';

const KUBECTL = 'kubectl get --help';
const LISTS = 'Snapgraph, docs/graphql.md, Lists';

export const pagingArguments: readonly ArgumentRow[] = [
  { name: 'first', type: 'Int', description: described('At most this many, from the start of the list or from `after`.', LISTS) },
  { name: 'after', type: 'String', description: described('Only what follows this cursor.', LISTS) },
  { name: 'last', type: 'Int', description: described('At most this many, from the end of the list or back from `before`.', LISTS) },
  { name: 'before', type: 'String', description: described('Only what comes before this cursor.', LISTS) },
];

export const filterArguments: readonly ArgumentRow[] = [
  { name: 'namespace', type: 'String', description: described('Only objects of this namespace.', KUBECTL) },
  { name: 'name', type: 'String', description: described('Only objects whose name matches this glob: `*`, `?`, `[a-z]`.', LISTS) },
  {
    name: 'labelSelector',
    type: 'String',
    description: described('Only objects that this label selector selects: `app=web,tier in (a,b),!canary`.', KUBECTL),
  },
  {
    name: 'fieldSelector',
    type: 'String',
    description: described('Only objects that this field selector selects: `status.phase!=Running`. Any path will do.', KUBECTL),
  },
  {
    name: 'presence',
    type: '[Presence!]',
    description: described(
      'Only objects of these presences. Without it a list of a kind holds what was captured, a list of relations all that is named.',
      LISTS,
    ),
  },
  { name: 'where', type: 'Where', description: described('Only objects for which this holds.', LISTS) },
  {
    name: 'orderBy',
    type: 'String',
    description: described(
      '`name` (the namespace first; the default), `createdAt`, or a path into the object; `-` before it turns it round.',
      LISTS,
    ),
  },
];

export const kindsArgument: ArgumentRow = {
  name: 'kinds',
  type: '[String!]',
  description: described(
    'Only objects of these kinds, in any of kubectl’s forms: `po`, `pods`, `deploy.apps`, `Certificate.cert-manager.io`.',
    KUBECTL,
  ),
};

export const relationsArgument: ArgumentRow = {
  name: 'relations',
  type: '[String!]',
  description: described(
    'Only pointers of these relations, by the names that `references { relation }` shows.',
    'Snapgraph, docs/relations.md',
  ),
};

/** What a list of one kind takes. */
export const listArguments: readonly ArgumentRow[] = [...pagingArguments, ...filterArguments];

/** What a list of several kinds takes. */
export const mixedListArguments: readonly ArgumentRow[] = [kindsArgument, ...listArguments];
