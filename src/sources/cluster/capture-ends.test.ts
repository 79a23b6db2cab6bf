/** Captures that end before their end, do not fit in memory, or cannot begin. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bundleSink } from '../../bundle/write-bundle.ts';
import { pipe } from '../../records/pipe.ts';
import { ofType, readAll, temporaryFolder } from '../testing/tar.ts';
import type { CaptureOptions } from './capture-options.ts';
import { CaptureStopped } from './capture-stopped.ts';
import { clusterSource } from './cluster-source.ts';
import { captureReplayed, replayOptions } from './testing/capture.ts';
import { demoData, demoRecords, replayDemo } from './testing/demo.ts';
import { objectsOf, parsedObject } from './testing/read-back.ts';
import { status } from './testing/replay-answers.ts';
import { type ReplayServer, startReplayServer } from './testing/replay-server.ts';

describe('a capture that ends before its end', () => {
  const stops: readonly {
    name: string;
    options: (server: () => ReplayServer, stop: AbortController) => Partial<CaptureOptions>;
    reason: RegExp;
  }[] = [
    {
      name: 'is stopped',
      options: (_server, stop) => ({
        stop: stop.signal,
        onProgress: ({ objects }) => objects > 100 && stop.abort(new CaptureStopped('stopped by SIGINT')),
      }),
      reason: /^stopped by SIGINT$/,
    },
    {
      name: 'loses the server',
      options: (server) => ({ onProgress: ({ objects }) => objects > 100 && server().listening && void server().close() }),
      reason: /^the API server does not answer any more: /,
    },
  ];

  test.each(stops)('because it $name keeps what came, and says what is missing', async ({ options, reason }) => {
    const server = await startReplayServer({ data: demoData });
    const stop = new AbortController();
    const records = await captureReplayed(
      server,
      options(() => server, stop),
    );
    await server.close();
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: false, complete: false, reason: expect.stringMatching(reason) });
    const objects = objectsOf(records);
    const all = objectsOf(demoRecords);
    for (const [key, value] of objects) expect(value).toEqual(all.get(key));
    const items = ofType(records, 'resource').reduce((sum, row) => sum + (row.items ?? 0), 0);
    expect(objects.size).toBe(items);
    expect(objects.size).toBeGreaterThan(100);
    const outcomes = new Set(ofType(records, 'resource').map(({ outcome }) => outcome));
    expect(outcomes.has('cancelled') || outcomes.has('failed')).toBe(true);
    expect(ofType(records, 'resource').length).toBe(ofType(demoRecords, 'resource').length);
  });
});

test('a page that does not fit in memory goes by way of a file, and leaves none', async () => {
  const big = `{"metadata":{"name":"big","namespace":"shop"},"data":{"x":"${'x'.repeat(3 << 20)}"}}`;
  const objects = new Map(demoData.objects);
  objects.set(
    '/v1/configmaps',
    ['a', 'b', 'c', 'd', 'e'].map((name) => ({ namespace: 'shop', name, json: big.replace('"big"', `"${name}"`) })),
  );
  const server = await replayDemo(() => null, { ...demoData, objects });
  const folder = await temporaryFolder();
  const path = join(folder, 'big.tar.gz');
  await pipe({ source: clusterSource(replayOptions(server, folder, { requestTimeout: 5_000 })), sink: bundleSink({ path, level: 1 }) });
  const found = ofType((await readAll(path)).records, 'object').filter(({ resource }) => resource?.resource === 'configmaps');
  expect(found.map((record) => [parsedObject(record).metadata.name, record.raw?.length])).toEqual(
    ['a', 'b', 'c', 'd', 'e'].map((name) => [name, big.replace('"big"', '"a"').length + '"kind":"ConfigMap","apiVersion":"v1",'.length]),
  );
  expect(readdirSync(folder)).toEqual(['big.tar.gz']);
});

test('a cluster that cannot be reached, or does not let us in, is an error and no bundle', async () => {
  const server = await replayDemo(() => status(401, 'Unauthorized'));
  await expect(captureReplayed(server)).rejects.toMatchObject({ name: 'ApiFault', outcome: 'denied', httpStatus: 401 });
  await server.close();
  await expect(captureReplayed(server)).rejects.toMatchObject({ name: 'ApiFault', unreachable: true });
});
