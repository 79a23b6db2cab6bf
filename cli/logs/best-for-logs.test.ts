/** The order in which kubectl takes Pods for their logs: each rule where those before it say nothing. */
import { expect, test } from 'vitest';
import type { JsonObject } from '../../src/records/record.ts';
import type { FoundObject } from '../get/fetch-objects.ts';
import { bestForLogs } from './best-for-logs.ts';

const RUNNING = { spec: { nodeName: 'n' }, status: { phase: 'Running' }, metadata: { creationTimestamp: '2026-01-01T00:00:00Z' } };
const ready = (since: string): JsonObject => ({
  ...RUNNING,
  status: { phase: 'Running', conditions: [{ type: 'Ready', status: 'True', lastTransitionTime: since }] },
});
const restarted = (count: unknown): JsonObject => ({
  ...RUNNING,
  status: { phase: 'Running', containerStatuses: [{ restartCount: count as number }] },
});

const found = (object: JsonObject): FoundObject => ({ object, row: {} as FoundObject['row'] });

test.each<[string, JsonObject, JsonObject]>([
  ['with a node, before one without', { ...RUNNING, status: { phase: 'Pending' } }, { ...RUNNING, spec: {} }],
  ['Running before Unknown', RUNNING, { ...RUNNING, status: { phase: 'Unknown' } }],
  ['Unknown before Pending', { ...RUNNING, status: { phase: 'Unknown' } }, { ...RUNNING, status: { phase: 'Pending' } }],
  ['ready before not', ready('2026-01-02T00:00:00Z'), RUNNING],
  ['ready for longer', ready('2026-01-01T00:00:00Z'), ready('2026-01-02T00:00:00Z')],
  ['started anew more often', restarted(3), restarted(1)],
  ['older', RUNNING, { ...RUNNING, metadata: { creationTimestamp: '2026-01-02T00:00:00Z' } }],
  ['with a time of creation', RUNNING, { ...RUNNING, metadata: {} }],
])('%s', (_what, better, worse) => {
  expect(bestForLogs(found(better), found(worse))).toBeLessThan(0);
  expect(bestForLogs(found(worse), found(better))).toBeGreaterThan(0);
});

test.each<[string, JsonObject]>([
  ['nothing at all', {}],
  [
    'wrong types',
    { spec: 'x', status: { phase: 3, conditions: 'Ready', containerStatuses: [null, { restartCount: 'many' }] }, metadata: [] },
  ],
])('%s is no error', (_what, object) => {
  expect(Number.isNaN(bestForLogs(found(object), found(RUNNING)))).toBe(false);
  expect(bestForLogs(found(object), found(object))).toBe(0);
});
