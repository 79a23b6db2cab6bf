/** How an Event is told, in the forms of both groups and in none. */
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/records/record.ts';
import type { FoundObject } from '../get/fetch-objects.ts';
import { eventTable, inOrder, seenEvent } from './event-table.ts';

const NOW = Date.parse('2026-01-01T01:00:00Z');
const event = (object: JsonObject): FoundObject => ({ object, row: { namespace: 'a' } as FoundObject['row'] });
const core = (fields: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Event',
  involvedObject: { kind: 'Pod', name: 'p' },
  type: 'Normal',
  reason: 'R',
  message: ' m\n',
  ...fields,
});

test.each<[string, JsonObject, string]>([
  ['once', core({ firstTimestamp: '2026-01-01T00:59:00Z', lastTimestamp: '2026-01-01T00:59:00Z', count: 1 }), '60s Normal R Pod/p m'],
  [
    'often',
    core({ firstTimestamp: '2026-01-01T00:00:00Z', lastTimestamp: '2026-01-01T00:59:00Z', count: 7 }),
    '60s (x7 over 60m) Normal R Pod/p m',
  ],
  [
    'a series',
    core({ eventTime: '2026-01-01T00:00:00.000000Z', series: { count: 3, lastObservedTime: '2026-01-01T00:59:50.000000Z' } }),
    '10s (x3 over 60m) Normal R Pod/p m',
  ],
  [
    'of the group events.k8s.io',
    {
      apiVersion: 'events.k8s.io/v1',
      kind: 'Event',
      regarding: { kind: 'Pod', name: 'p' },
      type: 'Normal',
      reason: 'R',
      note: 'm',
      eventTime: '2026-01-01T00:59:00Z',
    },
    '60s Normal R Pod/p m',
  ],
  ['of wrong types', { apiVersion: 'v1', kind: 'Event', involvedObject: [], type: 3, series: 'x', count: 'many' }, '<unknown> /'],
])('%s', async (_what, object, line) => {
  const table = await eventTable({ events: [seenEvent(event(object))], now: NOW, namespaces: false, headers: false });
  expect(table.trim().replace(/ {2,}/g, ' ')).toBe(line);
});

test('the oldest first, by the last time that it was seen; without a time before all', () => {
  const at = (time: string | undefined, name: string): FoundObject =>
    event(core({ reason: name, ...(time === undefined ? {} : { lastTimestamp: time }) }));
  const events = [at('2026-01-01T00:30:00Z', 'second'), at('2026-01-01T00:00:00Z', 'first'), at(undefined, 'none')].map(seenEvent);
  expect(inOrder(events).map((seen) => seen.core['reason'])).toEqual(['none', 'first', 'second']);
});
