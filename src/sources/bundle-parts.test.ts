/** Pages and parts of our bundle as a hostile or a hurried writer leaves them. */
import { expect, test } from 'vitest';
import type { LogChunk, RecordBatch, SnapshotRecord } from '../records/record.ts';
import { openSource } from './open-source.ts';
import { ofType, problemCodes, tarOf, temporaryFile } from './testing/tar.ts';

async function batchesOf(files: Readonly<Record<string, string>>): Promise<RecordBatch[]> {
  const location = await temporaryFile('b.tar', tarOf({ './snapshot.json': '{"formatVersion":"1.0"}', ...files }));
  const { format, source } = await openSource({ location });
  expect(format).toBe('snapgraph');
  const batches: RecordBatch[] = [];
  for await (const batch of source.records({ signal: new AbortController().signal })) batches.push(batch);
  return batches;
}

const textOf = (logs: readonly LogChunk[], pod: string): string =>
  logs
    .filter((log) => log.pod === pod)
    .map(({ part, last, chunk }) => `${part}${last ? ' last' : ''} ${Buffer.from(chunk).toString()}`)
    .join('|');

test('parts of logs that were read at the same time come mixed, and are one log each', async () => {
  const records: SnapshotRecord[] = (
    await batchesOf({
      'logs/a/p/main.0001.log': 'p1',
      'logs/a/q/main.0001.log': 'q1',
      'nodes/n/metrics.prom': 'x',
      'logs/a/p/main.0002.log': 'p2',
      'logs/a/q/main.0002.log': 'q2',
      'logs/a/p/main.0003.log': 'p3',
    })
  ).flat();
  const logs = ofType(records, 'log');
  expect(textOf(logs, 'p')).toBe('1 p1|2 p2|3 last p3');
  expect(textOf(logs, 'q')).toBe('1 q1|2 last q2');
});

test('of a hundred logs at once each ends', async () => {
  const files = Object.fromEntries(Array.from({ length: 100 }, (_, index) => [`logs/a/p${index}/main.0001.log`, 'x']));
  const logs = ofType((await batchesOf(files)).flat(), 'log');
  expect(logs.map(({ pod, part, last }) => `${pod} ${part} ${last}`)).toEqual(
    Array.from({ length: 100 }, (_, index) => `p${index} 1 true`),
  );
});

test('a page of very many short lines is handed on bit by bit', async () => {
  const batches = await batchesOf({ 'objects/core/v1/pods/0001.ndjson': '{}\n'.repeat(25_000) });
  expect(Math.max(...batches.map((batch) => batch.length))).toBeLessThanOrEqual(1_000);
  const objects = ofType(batches.flat(), 'object');
  expect(objects).toHaveLength(25_000);
  expect(objects.at(-1)?.origin.line).toBe(25_000);
});

test('a line that ends within its object proves no absence, though the manifest counts it', async () => {
  const row = { group: '', version: 'v1', resource: 'pods', kind: 'Pod', namespace: null, outcome: 'ok', items: 2 };
  const records = (
    await batchesOf({
      'objects/core/v1/pods/0001.ndjson':
        '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"a"}}\n{"apiVersion":"v1","kind":"Pod","metadata":\n',
      'manifest.json': JSON.stringify({ formatVersion: '1.0', finished: true, complete: true, outcomes: [row] }),
    })
  ).flat();
  expect(ofType(records, 'resource')).toMatchObject([{ resource: 'pods', outcome: 'partial' }]);
  expect(problemCodes(records)).toContain('NOT_AN_OBJECT');
  expect(ofType(records, 'object')).toHaveLength(1);
});
