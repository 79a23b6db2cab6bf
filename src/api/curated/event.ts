/** An Event, whichever of its two groups wrote it. */
import { stringAt } from '../../kube/safe.ts';
import type { EventRow, ObjectRow, ReferenceRow } from '../../store/reader.ts';
import { events, isCaptured } from '../fields/needs.ts';
import { formatTime } from '../fields/time.ts';
import { type Batch, described, type FieldRow } from '../model/field-row.ts';
import type { Item } from '../model/item.ts';

const EVENT = 'Kubernetes API, core/v1 Event; events/v1 Event';

export const eventFields: readonly FieldRow<ObjectRow>[] = [
  column('type', 'String', '`Normal` or `Warning`.', (row) => row.type),
  column('reason', 'String', 'One word that says why.', (row) => row.reason),
  column('message', 'String', 'What happened.', (row) => row.message),
  column('count', 'Int', 'How often it happened.', (row) => row.count),
  column('firstAt', 'DateTime', 'When it first happened: firstTimestamp, or eventTime.', (row) => formatTime(row.firstAt)),
  column('lastAt', 'DateTime', 'When it last happened: lastTimestamp, the series’ last, or eventTime.', (row) => formatTime(row.lastAt)),
  column('component', 'String', 'What reported it: source.component or reportingComponent.', (row) => row.component),
  {
    name: 'formerIncarnation',
    type: 'Boolean',
    description: described(
      'True where the Event is about an earlier object of the same kind and name, which had another uid; null where that cannot be told.',
      EVENT,
    ),
    load: loadFormerIncarnation,
  },
];

function column(name: string, type: string, text: string, read: (row: EventRow) => unknown): FieldRow<ObjectRow> {
  return { name, type, description: described(text, EVENT), needs: [events], read: (item: Item<ObjectRow>) => firstOf(item, read) };
}

function firstOf(item: Item<ObjectRow>, read: (row: EventRow) => unknown): unknown {
  const row = item.get(events)?.[0];
  return row === undefined ? null : read(row);
}

async function loadFormerIncarnation({ scope, items }: Batch<ObjectRow>): Promise<readonly unknown[]> {
  const rows = items.map((item) => item.data);
  const parents = rows.filter(isCaptured).map((row) => row.id);
  const edges = await scope.reader.edges({ parents, direction: 'forward', relations: ['event-object'], flawed: true });
  const answers = new Map(edges.map(({ parent, reference }) => [parent, isFormer(reference)]));
  return rows.map((row) => answers.get(row.id) ?? null);
}

function isFormer({ status, written }: ReferenceRow): boolean | null {
  if (status === 'UID_MISMATCH') return true;
  return status === 'OK' && stringAt(written, 'uid') !== undefined ? false : null;
}
