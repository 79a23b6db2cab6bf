/** What hangs on objects: conditions, finalizers, containers, events. Each in the order in which the object has them. */
import type { ConditionRow, ContainerRow, EventRow, FinalizerRow, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet, storedIds } from './id-sets.ts';

export function partReads(context: ReadContext): Pick<Reader, 'conditions' | 'finalizers' | 'containers' | 'events'> {
  const read = <Columns extends unknown[]>(sql: string, ids: readonly number[]): Columns[] => {
    const rows: Columns[] = [];
    const stored = storedIds(ids);
    for (let start = 0; start < stored.length; start += IDS_A_STATEMENT) {
      const found = context.statements.raw<Columns>(sql).all(idSet(stored.slice(start, start + IDS_A_STATEMENT)));
      context.meter.rows(found.length);
      for (const row of found) rows.push(row);
    }
    return rows;
  };
  return {
    async conditions(ids) {
      return read<ConditionColumns>(CONDITIONS, ids).map(condition);
    },
    async finalizers(ids) {
      return read<FinalizerColumns>(FINALIZERS, ids).map(finalizer);
    },
    async containers(pods) {
      return read<ContainerColumns>(CONTAINERS, pods).map(container);
    },
    async events(ids) {
      return read<EventColumns>(EVENTS, ids).map(event);
    },
  };
}

const IDS_A_STATEMENT = 1000;

const CONDITIONS = `
SELECT c.object, c.type, c.status, c.reason, c.message, c.last_transition, c.observed_generation
FROM json_each(?) i CROSS JOIN condition c ON c.object = i.value`;

const FINALIZERS = 'SELECT f.object, f.name, f.field FROM json_each(?) i CROSS JOIN finalizer f ON f.object = i.value';

const CONTAINERS = `
SELECT c.pod, c.name, c.type, c.image, c.image_id, c.state, c.reason, c.message, c.exit_code, c.signal, c.started_at, c.finished_at, c.ready, c.restarts,
  c.last_reason, c.last_message, c.last_exit_code, c.last_signal, c.last_started_at, c.last_finished_at
FROM json_each(?) i CROSS JOIN container c ON c.pod = i.value`;

const EVENTS = `
SELECT e.object, e.type, e.reason, e.message, e.count, e.first_at, e.last_at, e.component FROM json_each(?) i CROSS JOIN event e ON e.object = i.value`;

type Text = string | null;
type Int = number | null;
type ConditionColumns = [number, string, string, Text, Text, Int, Int];
type FinalizerColumns = [number, string, FinalizerRow['field']];
type ContainerColumns = [
  ...[number, string, ContainerRow['type'], Text, Text, ContainerRow['state'], Text, Text, Int, Int, Int, Int, Int, Int],
  ...[Text, Text, Int, Int, Int, Int],
];
type EventColumns = [number, Text, Text, Text, number, Int, Int, Text];

function condition([object, type, status, reason, message, lastTransitionTime, observedGeneration]: ConditionColumns): ConditionRow {
  return { object, type, status, reason, message, lastTransitionTime, observedGeneration };
}

/** By place, as containers: a namespace that is being deleted has thousands. */
function finalizer(columns: FinalizerColumns): FinalizerRow {
  return { object: columns[0], name: columns[1], field: columns[2] };
}

/** One literal, by place: spreads of parts cost ten times as much, and a namespace has thousands of containers. */
function container(c: ContainerColumns): ContainerRow {
  return {
    pod: c[0],
    name: c[1],
    type: c[2],
    image: c[3],
    imageID: c[4],
    state: c[5],
    reason: c[6],
    message: c[7],
    exitCode: c[8],
    signal: c[9],
    startedAt: c[10],
    finishedAt: c[11],
    ready: c[12] === null ? null : c[12] === 1,
    restarts: c[13],
    lastReason: c[14],
    lastMessage: c[15],
    lastExitCode: c[16],
    lastSignal: c[17],
    lastStartedAt: c[18],
    lastFinishedAt: c[19],
  };
}

function event([object, type, reason, message, count, firstAt, lastAt, component]: EventColumns): EventRow {
  return { object, type, reason, message, count, firstAt, lastAt, component };
}
