/** path: how one object hangs together with another. */
import { type PathStep, shortestPath } from '../../graph/shortest-path.ts';
import { depthOf } from '../fields/owners.ts';
import { relationsArgument } from '../lists/list-arguments.ts';
import { relationsOf } from '../lists/relations-argument.ts';
import { type Arguments, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { each } from './object.ts';
import { type ObjectRef, requireRef } from './object-ref.ts';

const PATH = 'docs/graphql.md, Path';
const LONGEST = 12;

export const pathField: FieldRow<unknown> = {
  name: 'path',
  type: 'Path',
  args: [
    { name: 'from', type: 'ObjectRef!', description: described('Where the chain begins.', PATH) },
    { name: 'to', type: 'ObjectRef!', description: described('Where it ends.', PATH) },
    relationsArgument,
    { name: 'maxDepth', type: 'Int', default: LONGEST, description: described('Steps at most.', PATH) },
  ],
  description: described(
    'The shortest chain of pointers between two objects, whichever way they point; null where there is none so short.',
    PATH,
  ),
  load: async (batch) => each(batch, await findPath(batch.scope, batch.args)),
};

interface PathData {
  readonly steps: readonly PathStep[];
}

export const pathType: TypeRow<PathData> = {
  name: 'Path',
  description: described('A chain of objects, each joined to the one before by at least one pointer.', PATH),
  fields: [
    {
      name: 'length',
      type: 'Int!',
      description: described('Steps from the first object to the last.', PATH),
      read: ({ data }) => data.steps.length - 1,
    },
    {
      name: 'steps',
      type: '[PathStep!]!',
      description: described('The objects in order, with both ends.', PATH),
      read: ({ data }) => data.steps,
    },
  ],
};

export const pathStepType: TypeRow<PathStep> = {
  name: 'PathStep',
  description: described('One object of a chain.', PATH),
  fields: [
    { name: 'object', type: 'KubernetesObject!', description: described('The object.', PATH), read: ({ data }) => data.object },
    {
      name: 'references',
      type: '[Reference!]!',
      description: described('The pointers between the object before and this one, in either direction; none for the first.', PATH),
      read: ({ data }) => data.references,
    },
  ],
};

async function findPath(scope: Scope, args: Arguments): Promise<PathData | null> {
  const from = await requireRef(scope, args['from'] as ObjectRef, 'from');
  const to = await requireRef(scope, args['to'] as ObjectRef, 'to');
  const relations = relationsOf(args, scope.reader);
  const maxDepth = depthOf(args['maxDepth'], LONGEST);
  if (from.id === 0 || to.id === 0) return null;
  const steps = await shortestPath(scope.reader, { from: from.id, to: to.id, maxDepth, ...(relations === undefined ? {} : { relations }) });
  return steps === null ? null : { steps: [{ object: from, references: [] }, ...steps] };
}
