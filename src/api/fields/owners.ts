/** Who owns an object, and what it owns. */
import { judgeOwners } from '../../graph/collector/judge-owners.ts';
import { OWNER, ownerChain } from '../../graph/owner-chain.ts';
import { descendants } from '../../graph/related.ts';
import { valueAt } from '../../kube/safe.ts';
import { ReferenceFlag } from '../../relations/rule.ts';
import type { Edge, ObjectRow, Snapshot } from '../../store/reader.ts';
import { badUserInput } from '../errors.ts';
import { mixedListArguments } from '../lists/list-arguments.ts';
import { connections } from '../lists/page.ts';
import { reachedLists } from '../lists/reached-list.ts';
import type { Rest } from '../lists/rest.ts';
import { passedThrough, restsOfStep } from '../lists/walk-rests.ts';
import { type ArgumentRow, type Batch, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import { isCaptured } from './needs.ts';

const OWNERS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/owners-dependents/';
const OWNER_REFERENCE = 'Kubernetes API, meta/v1 OwnerReference';

/** Steps of a tree or chain where nothing else is asked for: deeper than owners ever reach. */
const DEEPEST = 64;

const maxDepthArgument: ArgumentRow = {
  name: 'maxDepth',
  type: 'Int',
  description: described(`Steps at most; ${DEEPEST} without it.`, 'docs/graphql.md, Lists'),
};

export const ownerFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'owners',
    type: '[Owner!]',
    description: described('metadata.ownerReferences, each with what it leads to and whether it holds.', OWNERS),
    load: loadOwners,
  },
  {
    name: 'ownerChain',
    type: '[KubernetesObject!]',
    description: described('Up through the controllers to the root: Pod, ReplicaSet, Deployment. The object itself is not in it.', OWNERS),
    load: async ({ scope, items }) => {
      const rows = items.map((item) => item.data);
      const chains = await ownerChain(
        scope.reader,
        rows.filter(isCaptured).map((row) => row.id),
      );
      return rows.map((row) => (isCaptured(row) ? (chains.get(row.id) ?? []) : null));
    },
  },
  {
    name: 'dependents',
    type: 'KubernetesObjectConnection',
    args: mixedListArguments,
    description: described('The objects that name this one as their owner.', OWNERS),
    load: async (batch) => tree(batch, 1),
  },
  {
    name: 'descendants',
    type: 'KubernetesObjectConnection',
    args: [maxDepthArgument, ...mixedListArguments],
    description: described('All that this object owns, and what those own.', OWNERS),
    load: async (batch) => tree(batch, depthOf(batch.args['maxDepth'], DEEPEST)),
  },
];

/** The argument, checked; `absent` where it is not given. */
export function depthOf(maxDepth: unknown, absent: number): number {
  if (typeof maxDepth !== 'number') return absent;
  if (maxDepth < 1 || maxDepth > DEEPEST) throw badUserInput('maxDepth', `Must be from 1 to ${DEEPEST}, but is ${maxDepth}.`);
  return maxDepth;
}

function tree(batch: Batch<ObjectRow>, maxDepth: number) {
  const { reader, meter } = batch.scope;
  const source = reachedLists({
    batch,
    walk: (parents) => descendants(reader, { parents, maxDepth, meter }),
    restsOn: async (parents) => parents.map((parent) => ownedRests(reader, parent, maxDepth)),
  });
  return connections(source, batch.items.length);
}

/** A dependent may be of any kind, in the owner's namespace or, of a cluster-scoped owner, anywhere; and so may what lies between. */
function ownedRests(snapshot: Snapshot, parent: ObjectRow, maxDepth: number): readonly Rest[] {
  const rests = restsOfStep(snapshot, parent, { directions: ['reverse'], relations: [OWNER] });
  return maxDepth > 1 ? rests.map(passedThrough) : rests;
}

async function loadOwners({ scope, items }: Batch<ObjectRow>): Promise<readonly unknown[]> {
  const rows = items.map((item) => item.data);
  const owners = new Map<number, Edge[]>(rows.filter(isCaptured).map((row) => [row.id, []]));
  const edges = await scope.reader.edges({ parents: [...owners.keys()], direction: 'forward', relations: [OWNER], flawed: true });
  for (const edge of edges) owners.get(edge.parent)?.push(edge);
  return rows.map((row) => owners.get(row.id) ?? null);
}

export const ownerType: TypeRow<Edge> = {
  name: 'Owner',
  description: described('One owner reference.', OWNER_REFERENCE),
  fields: [
    {
      name: 'object',
      type: 'KubernetesObject!',
      description: described(
        'What the reference names: by kind, name and the namespace of the dependent, or cluster-scoped. Perhaps a ghost.',
        OWNER_REFERENCE,
      ),
      read: ({ data }) => data.object,
    },
    {
      name: 'apiVersion',
      type: 'String',
      description: described('As written.', OWNER_REFERENCE),
      read: ({ data }) => writtenText(data, 'apiVersion'),
    },
    { name: 'kind', type: 'String', description: described('As written.', OWNER_REFERENCE), read: ({ data }) => writtenText(data, 'kind') },
    { name: 'name', type: 'String', description: described('As written.', OWNER_REFERENCE), read: ({ data }) => writtenText(data, 'name') },
    {
      name: 'uid',
      type: 'ID',
      description: described('As written: the identity of the owner.', OWNER_REFERENCE),
      read: ({ data }) => writtenText(data, 'uid'),
    },
    {
      name: 'controller',
      type: 'Boolean!',
      description: described('True for the one owner that manages the object.', OWNER_REFERENCE),
      read: ({ data }) => (data.reference.flags & ReferenceFlag.controller) !== 0,
    },
    {
      name: 'blockOwnerDeletion',
      type: 'Boolean!',
      description: described('True where a foreground deletion of the owner waits for this object.', OWNER_REFERENCE),
      read: ({ data }) => (data.reference.flags & ReferenceFlag.blockOwnerDeletion) !== 0,
    },
    {
      name: 'status',
      type: 'ReferenceStatus!',
      description: described('The flaw of the reference, or what its target’s presence makes of it.', 'docs/relations.md'),
      read: ({ data }) => data.reference.status,
    },
    {
      name: 'collector',
      type: 'CollectorStatus!',
      description: described('What the garbage collector makes of the reference.', 'docs/graphql.md, Owners'),
      load: loadCollector,
    },
  ],
};

/** Where the collector cannot ask for an owner it keeps the dependent: for a client that is one with what the capture does not tell. */
async function loadCollector({ scope, items }: Batch<Edge>): Promise<readonly unknown[]> {
  const judged = await judgeOwners(
    scope.reader,
    items.map(({ data }) => data),
  );
  return judged.map(({ status }) => (status === 'REFUSED' ? 'UNKNOWN' : status));
}

function writtenText(edge: Edge, key: string): string | null {
  const value = valueAt(edge.reference.written, key);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
