/** A snapshot: what was captured, when, how, and what is missing. */
import { isObject, stringAt } from '../../kube/safe.ts';
import type { JsonObject } from '../../records/record.ts';
import type { KindRow, ObjectRow, ProblemRow, Reader, SnapshotInfo } from '../../store/reader.ts';
import { badUserInput, limitExceeded } from '../errors.ts';
import { formatTime } from '../fields/time.ts';
import { type Batch, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';

const SNAPSHOTS = 'docs/graphql.md, Snapshots';
const BUNDLE = 'docs/bundle.md';

/** On every object. */
export const snapshotOfObject: FieldRow<ObjectRow> = {
  name: 'snapshot',
  type: 'Snapshot',
  description: described('The snapshot that the object is of.', SNAPSHOTS),
  read: ({ scope }) => scope,
};

export const snapshotOwnFields: readonly FieldRow<Scope>[] = [
  info('id', 'ID!', 'Made from the content: the same capture has the same id everywhere.', (known) => known.id),
  info('name', 'String!', 'Name of the cluster or of the file.', (known) => known.name),
  info('cluster', 'SnapshotCluster', 'The cluster; null where the capture does not tell.', (known) => known.cluster),
  info('capturedFrom', 'DateTime', 'When the capture began.', (known) => formatTime(known.capturedFrom)),
  info('capturedTo', 'DateTime', 'When it ended: “now” for every age and duration.', (known) => formatTime(known.capturedTo)),
  info('timeSource', 'TimeSource!', 'Who says so.', (known) => known.timeSource),
  info(
    'finished',
    'Boolean!',
    'The capture ran to its end, and all of it was read. Something may still be denied.',
    (known) => known.finished,
  ),
  info('live', 'Boolean!', 'Follows its cluster.', (known) => known.id.startsWith('live-')),
  info('serverVersion', 'String', 'gitVersion of the API server.', (known) => stringAt(known.serverVersion, 'gitVersion') ?? null),
  {
    name: 'completeness',
    type: 'Completeness',
    description: described('What was not captured, over all kinds and namespaces.', SNAPSHOTS),
    load: async ({ scope, items }) => {
      const answer = await scope.reader.completeness({ namespace: null });
      return items.map(() => answer);
    },
  },
  {
    name: 'problems',
    type: '[Problem!]',
    args: [{ name: 'first', type: 'Int', description: described('At most this many.', SNAPSHOTS) }],
    description: described('What was skipped or damaged on import, and what the capture said of its own failures.', BUNDLE),
    load: loadProblems,
  },
  {
    name: 'statistics',
    type: 'SnapshotStatistics!',
    description: described('How much is in it.', SNAPSHOTS),
    read: ({ data }) => data.reader,
  },
];

function info(name: string, type: string, text: string, read: (known: SnapshotInfo) => unknown): FieldRow<Scope> {
  return { name, type, description: described(text, SNAPSHOTS), read: ({ data }) => read(data.reader.info) };
}

async function loadProblems({ scope, items, args }: Batch<Scope>): Promise<readonly unknown[]> {
  const { first } = args;
  if (typeof first === 'number' && first < 0) throw badUserInput('first', `Must be 0 or more, but is ${first}.`);
  const problems = await scope.reader.problems();
  const limit = scope.limits.listRows;
  if (typeof first !== 'number' && problems.length > limit) {
    throw limitExceeded({
      name: 'listRows',
      limit,
      value: problems.length,
      what: 'There are too many problems to be answered whole: give first.',
    });
  }
  const shown = problems.slice(0, Math.min(typeof first === 'number' ? first : limit, limit));
  return items.map(() => shown);
}

export const clusterType: TypeRow<JsonObject> = {
  name: 'SnapshotCluster',
  description: described('The cluster that was captured.', BUNDLE),
  fields: [
    clusterField('id', 'What tells clusters apart: the uid of namespace kube-system.'),
    clusterField('idSource', 'Where the id comes from.'),
    clusterField('name', 'Name in the kubeconfig.'),
    clusterField('server', 'Address of the API server.'),
  ],
};

function clusterField(name: string, text: string): FieldRow<JsonObject> {
  return { name, type: 'String', description: described(text, BUNDLE), read: ({ data }) => stringAt(data, name) ?? null };
}

export const problemType: TypeRow<ProblemRow> = {
  name: 'Problem',
  description: described('One thing that went wrong, on capture or on import.', BUNDLE),
  fields: [
    {
      name: 'severity',
      type: 'ProblemSeverity!',
      description: described('How bad it is.', BUNDLE),
      read: ({ data }) => data.severity.toUpperCase(),
    },
    { name: 'code', type: 'String!', description: described('Stable, for programs.', BUNDLE), read: ({ data }) => data.code },
    {
      name: 'message',
      type: 'String!',
      description: described('What went wrong, and what of it was kept.', BUNDLE),
      read: ({ data }) => data.message,
    },
    {
      name: 'origin',
      type: 'String',
      description: described('The file in the capture and, behind a colon, the line.', BUNDLE),
      read: ({ data }) => originOf(data),
    },
    {
      name: 'object',
      type: 'JSON',
      description: described('apiVersion, kind, namespace and name of the object that it is about, as far as they are known.', BUNDLE),
      read: ({ data }) => (isObject(data.object) ? data.object : null),
    },
  ],
};

function originOf({ entry, line }: ProblemRow): string | null {
  return entry !== null && line !== null ? `${entry}:${line}` : entry;
}

export const statisticsType: TypeRow<Reader> = {
  name: 'SnapshotStatistics',
  description: described('How much a snapshot holds.', SNAPSHOTS),
  fields: [
    {
      name: 'objects',
      type: 'Int!',
      description: described('Objects that were captured.', SNAPSHOTS),
      read: ({ data }) => data.info.objects,
    },
    {
      name: 'references',
      type: 'Int!',
      description: described('Pointers in them, those of selectors left out.', SNAPSHOTS),
      read: ({ data }) => data.info.references,
    },
    { name: 'logs', type: 'Int!', description: described('Logs of containers.', SNAPSHOTS), read: ({ data }) => data.info.logs },
    {
      name: 'documents',
      type: 'Int!',
      description: described('Other files that were kept.', SNAPSHOTS),
      read: ({ data }) => data.info.documents,
    },
    {
      name: 'kinds',
      type: '[KindStatistics!]!',
      description: described('Kinds of which objects were captured, by group and kind.', SNAPSHOTS),
      read: ({ data }) => data.kinds.filter((kind) => kind.objects > 0),
    },
  ],
};

export const kindStatisticsType: TypeRow<KindRow> = {
  name: 'KindStatistics',
  description: described('One kind in a snapshot.', SNAPSHOTS),
  fields: [
    {
      name: 'group',
      type: 'String!',
      description: described('Canonical API group; empty for the core group.', SNAPSHOTS),
      read: ({ data }) => data.group,
    },
    { name: 'kind', type: 'String!', description: described('The kind.', SNAPSHOTS), read: ({ data }) => data.kind },
    { name: 'objects', type: 'Int!', description: described('Captured objects of it.', SNAPSHOTS), read: ({ data }) => data.objects },
  ],
};
