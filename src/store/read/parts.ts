/** What hangs on objects: conditions, why it is well or ill, finalizers, containers, events. Each in the order in which the object has them. */
import type { ConditionRow, EventRow, FinalizerRow, HealthRow, Reader } from '../reader.ts';
import { CONTAINERS, type ContainerColumns, containerRow, RestOfContainers } from './container-row.ts';
import type { ReadContext } from './context.ts';
import { idSet, storedIds } from './id-sets.ts';

export function partReads(context: ReadContext): Pick<Reader, 'conditions' | 'health' | 'finalizers' | 'containers' | 'events'> {
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
    async health(ids) {
      return read<HealthColumns>(HEALTHS, ids).map(([object, reason, message]): HealthRow => ({ object, reason, message }));
    },
    async finalizers(ids) {
      return read<FinalizerColumns>(FINALIZERS, ids).map(finalizer);
    },
    async containers(pods) {
      const rest = new RestOfContainers((sql) => read(sql, pods));
      return read<ContainerColumns>(CONTAINERS, pods).map((columns) => containerRow(columns, rest));
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

const HEALTHS = 'SELECT h.object, h.reason, h.message FROM json_each(?) i CROSS JOIN health h ON h.object = i.value';

const FINALIZERS = 'SELECT f.object, f.name, f.field FROM json_each(?) i CROSS JOIN finalizer f ON f.object = i.value';

const EVENTS = `
SELECT e.object, e.type, e.reason, e.message, e.count, e.first_at, e.last_at, e.component FROM json_each(?) i CROSS JOIN event e ON e.object = i.value`;

type Text = string | null;
type Int = number | null;
type ConditionColumns = [number, string, string, Text, Text, Int, Int];
type HealthColumns = [number, Text, Text];
type FinalizerColumns = [number, string, FinalizerRow['field']];
type EventColumns = [number, Text, Text, Text, number, Int, Int, Text];

function condition([object, type, status, reason, message, lastTransitionTime, observedGeneration]: ConditionColumns): ConditionRow {
  return { object, type, status, reason, message, lastTransitionTime, observedGeneration };
}

/** By place: a namespace that is being deleted has thousands. */
function finalizer(columns: FinalizerColumns): FinalizerRow {
  return { object: columns[0], name: columns[1], field: columns[2] };
}

function event([object, type, reason, message, count, firstAt, lastAt, component]: EventColumns): EventRow {
  return { object, type, reason, message, count, firstAt, lastAt, component };
}
