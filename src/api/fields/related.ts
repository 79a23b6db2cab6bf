/** Pointers from and to an object, and what lies around it. */
import { type Direction, related } from '../../graph/related.ts';
import type { ObjectRow, ReferenceStatus, Snapshot } from '../../store/reader.ts';
import { mixedListArguments, pagingArguments, relationsArgument } from '../lists/list-arguments.ts';
import { connections } from '../lists/page.ts';
import { reachedLists } from '../lists/reached-list.ts';
import { referenceLists } from '../lists/reference-list.ts';
import { relationsOf } from '../lists/relations-argument.ts';
import type { Rest } from '../lists/rest.ts';
import { passedThrough, restOnItself, restsOfStep } from '../lists/walk-rests.ts';
import { type ArgumentRow, type Batch, described, type FieldRow } from '../model/field-row.ts';
import { isCaptured } from './needs.ts';
import { depthOf } from './owners.ts';

const RELATIONS = 'docs/relations.md';

const statusesArgument: ArgumentRow = {
  name: 'statuses',
  type: '[ReferenceStatus!]',
  description: described('Only pointers of these statuses.', RELATIONS),
};

const directions: Readonly<Record<string, readonly Direction[]>> = {
  FORWARD: ['forward'],
  REVERSE: ['reverse'],
  BOTH: ['forward', 'reverse'],
};

export const relatedFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'references',
    type: 'ReferenceConnection',
    args: [relationsArgument, statusesArgument, ...pagingArguments],
    description: described('Every pointer in this object, the flawed ones too, and what its selectors select.', RELATIONS),
    load: async (batch) => references(batch, 'forward').map((list, index) => (isCapturedAt(batch, index) ? list : null)),
  },
  {
    name: 'referencedBy',
    type: 'ReferenceConnection',
    args: [relationsArgument, statusesArgument, ...pagingArguments],
    description: described('Every pointer to this object, the flawed ones too.', RELATIONS),
    load: async (batch) => references(batch, 'reverse'),
  },
  {
    name: 'related',
    type: 'KubernetesObjectConnection',
    args: [
      {
        name: 'direction',
        type: 'RelationDirection',
        default: 'BOTH',
        description: described('Along the pointers, against them, or both.', RELATIONS),
      },
      relationsArgument,
      { name: 'maxDepth', type: 'Int', default: 1, description: described('Steps at most.', 'docs/graphql.md, Lists') },
      ...mixedListArguments,
    ],
    description: described('The objects within some steps of this one. Flawed pointers are not followed.', RELATIONS),
    load: async (batch) => around(batch).map((list, index) => (isReachable(batch, index) ? list : null)),
  },
];

function references(batch: Batch<ObjectRow>, direction: Direction) {
  const relations = relationsOf(batch.args, batch.scope.reader);
  const statuses = batch.args['statuses'];
  const source = referenceLists({
    batch,
    direction,
    ...(relations === undefined ? {} : { relations }),
    ...(Array.isArray(statuses) ? { statuses: statuses as ReferenceStatus[] } : {}),
  });
  return connections(source, batch.items.length);
}

function around(batch: Batch<ObjectRow>) {
  const { reader, meter } = batch.scope;
  const relations = relationsOf(batch.args, reader);
  const ways = directions[String(batch.args['direction'])] ?? [];
  const maxDepth = depthOf(batch.args['maxDepth'], 1);
  const source = reachedLists({
    batch,
    walk: (parents) => related(reader, { parents, directions: ways, maxDepth, meter, ...(relations === undefined ? {} : { relations }) }),
    restsOn: async (parents) => parents.map((parent) => restsAround(reader, parent, { directions: ways, relations, maxDepth })),
  });
  return connections(source, batch.items.length);
}

/** Beyond the first step anything may follow: then it rests on every kind. What a ghost points at is not known: it rests on itself too. */
function restsAround(
  snapshot: Snapshot,
  parent: ObjectRow,
  steps: { readonly directions: readonly Direction[]; readonly relations: readonly string[] | undefined; readonly maxDepth: number },
): Rest[] {
  const rests = steps.maxDepth === 1 ? restsOfStep(snapshot, parent, steps) : [passedThrough({ namespace: null })];
  const isUnknown = steps.directions.includes('forward') && !isCaptured(parent) && parent.presence !== 'EXTERNAL';
  return isUnknown ? [...rests, restOnItself(parent)] : rests;
}

/** Of a ghost only what points at it is known. */
function isReachable(batch: Batch<ObjectRow>, index: number): boolean {
  return batch.args['direction'] !== 'FORWARD' || isCapturedAt(batch, index);
}

function isCapturedAt(batch: Batch<ObjectRow>, index: number): boolean {
  const item = batch.items[index];
  return item !== undefined && isCaptured(item.data);
}
