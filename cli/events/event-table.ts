/** Events as `kubectl events` prints them. Source: kubectl, pkg/cmd/events/event_printer.go and events.go. */
import { toCanonicalForm } from '../../src/kube/canonical-form.ts';
import { isObject, stringAt, valueAt } from '../../src/kube/safe.ts';
import { parseTime } from '../../src/kube/time.ts';
import type { JsonObject } from '../../src/records/record.ts';
import type { FoundObject } from '../get/fetch-objects.ts';
import { formatAge } from '../output/age.ts';
import { formatTable } from '../output/table.ts';

/** An Event in the form of the core group, whichever group served it. */
export interface SeenEvent extends FoundObject {
  readonly core: JsonObject;
  /** Epoch ms. */
  readonly at: number | null;
}

export function seenEvent(found: FoundObject): SeenEvent {
  const core = toCanonicalForm(found.object).object;
  return { ...found, core, at: lastSeen(core) };
}

/** The oldest first; what has no time before all. */
export function inOrder(events: readonly SeenEvent[]): SeenEvent[] {
  return [...events].sort((one, other) => (one.at ?? 0) - (other.at ?? 0));
}

export async function eventTable(options: {
  readonly events: readonly SeenEvent[];
  readonly now: number | null;
  readonly namespaces: boolean;
  readonly headers: boolean;
}): Promise<string> {
  const { events, now, namespaces, headers } = options;
  const titles = [...(namespaces ? ['NAMESPACE'] : []), 'LAST SEEN', 'TYPE', 'REASON', 'OBJECT', 'MESSAGE'];
  return await formatTable({
    ...(headers ? { headers: titles } : {}),
    rows: events.map(({ row, core }) => [
      ...(namespaces ? [row.namespace ?? ''] : []),
      interval(core, now),
      stringAt(core, 'type') ?? '',
      stringAt(core, 'reason') ?? '',
      `${stringAt(core, 'involvedObject', 'kind') ?? ''}/${stringAt(core, 'involvedObject', 'name') ?? ''}`,
      (stringAt(core, 'message') ?? '').trim(),
    ]),
  });
}

function lastSeen(event: JsonObject): number | null {
  const series = valueAt(event, 'series');
  if (isObject(series)) return parseTime(valueAt(series, 'lastObservedTime'));
  return parseTime(valueAt(event, 'lastTimestamp')) ?? parseTime(valueAt(event, 'eventTime'));
}

/** `5s`, or `5s (x3 over 2m)` of what came several times. */
function interval(event: JsonObject, now: number | null): string {
  const since = (...path: readonly string[]): string => formatAge({ time: parseTime(valueAt(event, ...path)), now });
  const first = parseTime(valueAt(event, 'eventTime')) === null ? since('firstTimestamp') : since('eventTime');
  const series = valueAt(event, 'series');
  if (isObject(series)) return `${since('series', 'lastObservedTime')} (x${whole(valueAt(series, 'count'))} over ${first})`;
  const count = whole(valueAt(event, 'count'));
  return count > 1 ? `${since('lastTimestamp')} (x${count} over ${first})` : first;
}

function whole(value: unknown): number {
  return typeof value === 'number' && Number.isSafeInteger(value) ? value : 0;
}
