/** What the manifest of a written bundle says of lists and documents. */
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleSink } from '../bundle/write-bundle.ts';
import { pipe } from '../records/pipe.ts';
import type { DocumentChunk, ResourceOutcome, SnapshotRecord } from '../records/record.ts';
import { END, object, START, sourceOf } from './testing/records.ts';
import { fileOf } from './testing/scan-tar.ts';
import { temporaryFolder } from './testing/tar.ts';

interface Written {
  readonly outcomes: readonly Record<string, unknown>[];
  readonly problems: readonly Record<string, unknown>[];
}

async function manifestOf(records: readonly SnapshotRecord[]): Promise<Written> {
  const path = join(await temporaryFolder(), 'x.tar.gz');
  await pipe({ source: sourceOf([[START, ...records, END]]), sink: bundleSink({ path }) });
  return JSON.parse(fileOf(path, 'manifest.json')) as Written;
}

const row = (more: Partial<ResourceOutcome>): ResourceOutcome => ({
  type: 'resource',
  snapshot: 0,
  group: '',
  version: 'v1',
  resource: 'pods',
  kind: 'Pod',
  namespace: null,
  outcome: 'ok',
  ...more,
});

test('what was left out but for one namespace counts there alone', async () => {
  const { outcomes } = await manifestOf([object('a'), row({ outcome: 'excluded' }), row({ namespace: 'shop', items: 1 })]);
  expect(outcomes).toMatchObject([
    { namespace: null, outcome: 'excluded', items: 0 },
    { namespace: 'shop', outcome: 'ok', items: 1 },
  ]);
});

test('of two rows of one list the later one counts', async () => {
  const { outcomes } = await manifestOf([
    row({ items: 2 }),
    row({ namespace: 'shop' }),
    row({ version: 'v2' }),
    row({ outcome: 'partial', items: 1, message: 'an object was left out' }),
  ]);
  expect(outcomes).toMatchObject([
    { version: 'v1', namespace: null, outcome: 'partial', items: 1 },
    { version: 'v1', namespace: 'shop', outcome: 'ok' },
    { version: 'v2', namespace: null, outcome: 'ok' },
  ]);
});

test('a document that was not read is a problem, but for those of nodes, which have rows of their own', async () => {
  const failed = (name: string): DocumentChunk => ({
    type: 'document',
    snapshot: 0,
    name,
    mediaType: 'application/json',
    part: 0,
    last: true,
    chunk: new Uint8Array(),
    origin: { entry: '/apis/metrics.k8s.io/v1beta1/pods' },
    outcome: 'timeout',
    message: 'nothing came for 30s',
  });
  const { problems } = await manifestOf([failed('metrics/pods.ndjson'), failed('nodes/worker-a1/stats-summary.json')]);
  expect(problems).toEqual([
    {
      severity: 'warning',
      code: 'DOCUMENT_NOT_READ',
      message: '"metrics/pods.ndjson" was not read: timeout: nothing came for 30s.',
      origin: { entry: '/apis/metrics.k8s.io/v1beta1/pods' },
    },
  ]);
});
