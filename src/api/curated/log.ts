/** The log of one run of a container. */

import type { LogLine } from '../../graph/log-lines.ts';
import { badUserInput } from '../errors.ts';
import { formatTime } from '../fields/time.ts';
import { connections } from '../lists/page.ts';
import { type Batch, described, type TypeRow } from '../model/field-row.ts';
import type { LogData } from './container-log.ts';
import { logLineLists } from './log-lines.ts';
import { tailOfLog } from './log-tail.ts';

const LOGS = 'docs/graphql.md, Logs';
const KUBECTL_LOGS = 'kubectl logs --help';

export const logType: TypeRow<LogData> = {
  name: 'Log',
  description: described('What one run of a container wrote, and how its capture went.', LOGS),
  fields: [
    {
      name: 'outcome',
      type: 'CaptureOutcome!',
      description: described('How reading it went.', LOGS),
      read: ({ data }) => data.outcome.toUpperCase(),
    },
    {
      name: 'message',
      type: 'String',
      description: described('What the API server, or the capture, said.', LOGS),
      read: ({ data }) => data.info?.message ?? null,
    },
    {
      name: 'sizeBytes',
      type: 'Long',
      description: described('How much of it was captured.', LOGS),
      read: ({ data }) => data.info?.sizeBytes ?? null,
    },
    {
      name: 'truncated',
      type: 'Boolean!',
      description: described('True where the capture holds less than the container wrote.', LOGS),
      read: ({ data }) => data.info?.truncated ?? false,
    },
    {
      name: 'from',
      type: 'DateTime',
      description: described('Time of its first line.', LOGS),
      read: ({ data }) => formatTime(data.info?.from ?? null),
    },
    {
      name: 'to',
      type: 'DateTime',
      description: described('Time of its last line.', LOGS),
      read: ({ data }) => formatTime(data.info?.to ?? null),
    },
    {
      name: 'text',
      type: 'String',
      args: [
        { name: 'tail', type: 'Int', default: 1000, description: described('Only the last lines; null for the whole log.', KUBECTL_LOGS) },
      ],
      description: described('Its last lines as captured, times included; null where nothing was captured.', LOGS),
      load: loadTexts,
    },
    {
      name: 'lines',
      type: 'LogLineConnection',
      args: [
        { name: 'first', type: 'Int', description: described('At most this many, from its start or from `after`.', LOGS) },
        { name: 'last', type: 'Int', description: described('At most this many, from its end.', LOGS) },
        { name: 'after', type: 'String', description: described('Only lines that follow this cursor.', LOGS) },
        {
          name: 'match',
          type: 'String',
          description: described('Only lines in which this RE2 pattern is found.', 'https://github.com/google/re2/wiki/Syntax'),
        },
        {
          name: 'since',
          type: 'String',
          description: described(
            'Only lines from this time on: RFC 3339, or a duration (`15m`) before the time of the snapshot.',
            KUBECTL_LOGS,
          ),
        },
      ],
      description: described('Its lines, one by one; null where nothing was captured.', LOGS),
      load: async (batch) =>
        connections(logLineLists(batch), batch.items.length).map((list, index) => (isCapturedAt(batch, index) ? list : null)),
    },
  ],
};

export const logLineType: TypeRow<LogLine> = {
  name: 'LogLine',
  description: described('One line of a log.', LOGS),
  fields: [
    { name: 'number', type: 'Int!', description: described('From 1.', LOGS), read: ({ data }) => data.number },
    {
      name: 'at',
      type: 'DateTime',
      description: described('The kubelet’s time at its start; null where the capture has none.', 'kubectl logs --timestamps'),
      read: ({ data }) => data.at,
    },
    { name: 'text', type: 'String!', description: described('The line without that time.', LOGS), read: ({ data }) => data.text },
  ],
};

async function loadTexts({ scope, items, args }: Batch<LogData>): Promise<readonly unknown[]> {
  const { tail } = args;
  if (typeof tail === 'number' && tail < 0) throw badUserInput('tail', `Must be at least 0, or null for the whole log, but is ${tail}.`);
  const lines = typeof tail === 'number' ? tail : Number.POSITIVE_INFINITY;
  return items.map(({ data }) => (isCapturedLog(data) ? tailOfLog(scope, data.info.id, lines) : null));
}

function isCapturedAt(batch: Batch<LogData>, index: number): boolean {
  const item = batch.items[index];
  return item !== undefined && isCapturedLog(item.data);
}

/** An empty log that was read is a text without lines; one that was not read is no text. */
function isCapturedLog(data: LogData): data is LogData & { info: NonNullable<LogData['info']> } {
  return data.info !== null && (data.info.outcome === 'ok' || data.info.lines > 0);
}
