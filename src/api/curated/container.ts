/** A container of a Pod: what the spec wants, what the kubelet reported. */
import type { ContainerRow, ObjectRow } from '../../store/reader.ts';
import { formatTime } from '../fields/time.ts';
import { described, type TypeRow } from '../model/field-row.ts';
import { loadLogs } from './container-log.ts';

export interface ContainerData {
  readonly row: ContainerRow;
  readonly pod: ObjectRow;
}

interface Termination {
  readonly reason: string | null;
  readonly message: string | null;
  readonly exitCode: number | null;
  readonly signal: number | null;
  readonly startedAt: number | null;
  readonly finishedAt: number | null;
}

const CONTAINER = 'Kubernetes API, core/v1 Container';
const STATUS = 'Kubernetes API, core/v1 ContainerStatus';
const TERMINATED = 'Kubernetes API, core/v1 ContainerStateTerminated';

export const containerType: TypeRow<ContainerData> = {
  name: 'Container',
  description: described('A container that a Pod names, with the state that the kubelet last reported.', `${CONTAINER}; ContainerStatus`),
  fields: [
    { name: 'pod', type: 'Pod!', description: described('The Pod that it is part of.', CONTAINER), read: ({ data }) => data.pod },
    { name: 'name', type: 'String!', description: described('Unique within the Pod.', CONTAINER), read: ({ data }) => data.row.name },
    {
      name: 'type',
      type: 'ContainerType!',
      description: described('Which of the Pod’s lists it stands in; a sidecar is an init container that restarts always.', CONTAINER),
      read: ({ data }) => data.row.type,
    },
    {
      name: 'image',
      type: 'String',
      description: described('The image as the spec names it.', CONTAINER),
      read: ({ data }) => data.row.image,
    },
    {
      name: 'imageID',
      type: 'String',
      description: described('The image that runs, with its digest.', STATUS),
      read: ({ data }) => data.row.imageID,
    },
    { name: 'state', type: 'ContainerState!', description: described('What it does now.', STATUS), read: ({ data }) => data.row.state },
    {
      name: 'reason',
      type: 'String',
      description: described('Why it waits or ended: `CrashLoopBackOff`, `OOMKilled`.', STATUS),
      read: ({ data }) => data.row.reason,
    },
    { name: 'message', type: 'String', description: described('A sentence that says why.', STATUS), read: ({ data }) => data.row.message },
    { name: 'exitCode', type: 'Int', description: described('Of an ended container.', TERMINATED), read: ({ data }) => data.row.exitCode },
    { name: 'signal', type: 'Int', description: described('The signal that ended it.', TERMINATED), read: ({ data }) => data.row.signal },
    {
      name: 'startedAt',
      type: 'DateTime',
      description: described('When this run began.', STATUS),
      read: ({ data }) => formatTime(data.row.startedAt),
    },
    {
      name: 'finishedAt',
      type: 'DateTime',
      description: described('When this run ended.', TERMINATED),
      read: ({ data }) => formatTime(data.row.finishedAt),
    },
    { name: 'ready', type: 'Boolean', description: described('Passes its readiness probe.', STATUS), read: ({ data }) => data.row.ready },
    { name: 'restarts', type: 'Int', description: described('restartCount.', STATUS), read: ({ data }) => data.row.restarts },
    {
      name: 'lastTermination',
      type: 'ContainerTermination',
      description: described('How the run before this one ended; null where there was none.', STATUS),
      read: ({ data }) => lastTermination(data.row),
    },
    {
      name: 'log',
      type: 'Log',
      args: [
        {
          name: 'previous',
          type: 'Boolean',
          default: false,
          description: described('The log of the run before this one.', 'kubectl logs --previous'),
        },
      ],
      description: described('What it wrote. Always there: where it was not captured, `outcome` says why.', 'docs/graphql.md, Logs'),
      load: loadLogs,
    },
  ],
};

export const terminationType: TypeRow<Termination> = {
  name: 'ContainerTermination',
  description: described('How a run of a container ended.', TERMINATED),
  fields: [
    {
      name: 'reason',
      type: 'String',
      description: described('`OOMKilled`, `Error`, `Completed`.', TERMINATED),
      read: ({ data }) => data.reason,
    },
    {
      name: 'message',
      type: 'String',
      description: described('What it left in its termination log.', TERMINATED),
      read: ({ data }) => data.message,
    },
    { name: 'exitCode', type: 'Int', description: described('Its exit status.', TERMINATED), read: ({ data }) => data.exitCode },
    { name: 'signal', type: 'Int', description: described('The signal that ended it.', TERMINATED), read: ({ data }) => data.signal },
    {
      name: 'startedAt',
      type: 'DateTime',
      description: described('When the run began.', TERMINATED),
      read: ({ data }) => formatTime(data.startedAt),
    },
    {
      name: 'finishedAt',
      type: 'DateTime',
      description: described('When it ended.', TERMINATED),
      read: ({ data }) => formatTime(data.finishedAt),
    },
  ],
};

function lastTermination(row: ContainerRow): Termination | null {
  const termination = {
    reason: row.lastReason,
    message: row.lastMessage,
    exitCode: row.lastExitCode,
    signal: row.lastSignal,
    startedAt: row.lastStartedAt,
    finishedAt: row.lastFinishedAt,
  };
  return Object.values(termination).every((value) => value === null) ? null : termination;
}
