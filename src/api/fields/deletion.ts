/** What a deletion that is under way waits for. */
import type { Blocker, BlockerController, BlockerEdge, BlockerGraph, DeletionReport } from '../../graph/deletion/blocker.ts';
import { deletionReports } from '../../graph/deletion/deletion-reports.ts';
import { nextSteps } from '../../graph/deletion/next-steps.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Need } from '../model/need.ts';
import { finalizers } from './needs.ts';
import { formatTime } from './time.ts';

const OBJECT_META = 'Kubernetes API, meta/v1 ObjectMeta';
const FINALIZERS = 'https://kubernetes.io/docs/concepts/overview/working-with-objects/finalizers/';
const DELETION = 'docs/deletion.md';

/** Built once for all objects of a position, so that what they wait for together is looked at once. */
const report: Need<ObjectRow, DeletionReport | null> = {
  name: 'what its deletion waits for',
  load: async ({ reader }, rows) => {
    const reports = await deletionReports(reader, rows);
    return rows.map(({ id }) => reports.get(id) ?? null);
  },
};

export const deletionField: FieldRow<ObjectRow> = {
  name: 'deletion',
  type: 'Deletion',
  description: described('The deletion under way; null unless a deletionTimestamp is set.', FINALIZERS),
  read: ({ data }) => (data.deletion === null ? null : data),
};

export const deletionType: TypeRow<ObjectRow> = {
  name: 'Deletion',
  description: described('A deletion that somebody asked for and that is not done.', FINALIZERS),
  fields: [
    {
      name: 'requestedAt',
      type: 'DateTime',
      description: described('When it was asked for: the deletionTimestamp less the grace period.', OBJECT_META),
      read: ({ data }) => formatTime(data.deletion === null ? null : data.deletion - (data.deletionGrace ?? 0) * 1000),
    },
    {
      name: 'finalizers',
      type: '[Finalizer!]',
      description: described('What must be done before the object may go.', FINALIZERS),
      needs: [finalizers],
      read: (item) => item.get(finalizers),
    },
    {
      name: 'verdict',
      type: 'DeletionVerdict',
      description: described('The worst of all that it waits for, down to the roots.', DELETION),
      needs: [report],
      read: (item) => item.get(report)?.verdict ?? null,
    },
    {
      name: 'explanation',
      type: 'String',
      description: described('Why it is still there, in a few sentences.', DELETION),
      needs: [report],
      read: (item) => item.get(report)?.explanation ?? null,
    },
    {
      name: 'blockers',
      type: 'BlockerGraph',
      description: described('What it waits for, and what that waits for in turn.', DELETION),
      needs: [report],
      read: (item) => item.get(report)?.blockers ?? null,
    },
    {
      name: 'nextSteps',
      type: '[String!]',
      description: described('What to do about the roots, the safe way first; what is destructive is called so.', DELETION),
      needs: [report],
      read: (item) => stepsOf(item.get(report)),
    },
  ],
};

function stepsOf(found: DeletionReport | null): readonly string[] | null {
  return found === null ? null : nextSteps(found.blockers.roots);
}

export const blockerGraphType: TypeRow<BlockerGraph> = {
  name: 'BlockerGraph',
  description: described('What holds a deletion up, as a graph: items wait for each other, roots for nothing in the snapshot.', DELETION),
  fields: [
    {
      name: 'items',
      type: '[Blocker!]!',
      description: described('All blockers, the object itself first.', DELETION),
      read: ({ data }) => data.items,
    },
    { name: 'edges', type: '[BlockerEdge!]!', description: described('Which waits for which.', DELETION), read: ({ data }) => data.edges },
    {
      name: 'roots',
      type: '[Blocker!]!',
      description: described('Where the chains end: what somebody must see to.', DELETION),
      read: ({ data }) => data.roots,
    },
  ],
};

export const blockerEdgeType: TypeRow<BlockerEdge> = {
  name: 'BlockerEdge',
  description: described('One blocker that waits for another.', DELETION),
  fields: [
    { name: 'from', type: 'Blocker!', description: described('What waits.', DELETION), read: ({ data }) => data.from },
    { name: 'to', type: 'Blocker!', description: described('What it waits for.', DELETION), read: ({ data }) => data.to },
  ],
};

export const blockerType: TypeRow<Blocker> = {
  name: 'Blocker',
  description: described('One reason why an object is still there.', DELETION),
  fields: [
    {
      name: 'object',
      type: 'KubernetesObject!',
      description: described('The object that is held, or that others wait for. Perhaps a ghost.', DELETION),
      read: ({ data }) => data.object,
    },
    {
      name: 'finalizer',
      type: 'String',
      description: described('The finalizer that holds it; null where the object itself is what others wait for.', FINALIZERS),
      read: ({ data }) => data.finalizer,
    },
    {
      name: 'controller',
      type: 'BlockerController',
      description: described('Who must take the finalizer away; null where nothing tells who it is.', DELETION),
      read: ({ data }) => data.controller,
    },
    {
      name: 'waitsFor',
      type: 'String!',
      description: described('What must happen first, in words.', DELETION),
      read: ({ data }) => data.waitsFor,
    },
    {
      name: 'evidence',
      type: '[String!]!',
      description: described('What in the snapshot shows it.', DELETION),
      read: ({ data }) => data.evidence,
    },
    {
      name: 'verdict',
      type: 'DeletionVerdict!',
      description: described('What all that it waits for makes of it.', DELETION),
      read: ({ data }) => data.verdict,
    },
  ],
};

export const blockerControllerType: TypeRow<BlockerController> = {
  name: 'BlockerController',
  description: described('Who must act, and whether it runs in the snapshot.', DELETION),
  fields: [
    { name: 'name', type: 'String!', description: described('As people know it.', DELETION), read: ({ data }) => data.name },
    {
      name: 'object',
      type: 'KubernetesObject',
      description: described('The workload that runs it; null where none was found, or where it is part of the control plane.', DELETION),
      read: ({ data }) => data.object,
    },
    { name: 'state', type: 'ControllerState!', description: described('Whether it runs.', DELETION), read: ({ data }) => data.state },
    {
      name: 'desired',
      type: 'Int',
      description: described('Replicas that are asked for.', 'Kubernetes API, apps/v1'),
      read: ({ data }) => data.desired,
    },
    {
      name: 'ready',
      type: 'Int',
      description: described('Replicas that are ready.', 'Kubernetes API, apps/v1'),
      read: ({ data }) => data.ready,
    },
    {
      name: 'evidence',
      type: '[String!]!',
      description: described('What in the snapshot shows it.', DELETION),
      read: ({ data }) => data.evidence,
    },
  ],
};
