/** A capture of a replayed cluster, read back from its bundle. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleSink } from '../../../bundle/write-bundle.ts';
import { pipe } from '../../../records/pipe.ts';
import type { SnapshotRecord } from '../../../records/record.ts';
import { readAll } from '../../testing/tar.ts';
import type { CaptureOptions } from '../capture-options.ts';
import { clusterSource } from '../cluster-source.ts';
import type { ReplayServer } from './replay-server.ts';

const DEFAULTS: Omit<CaptureOptions, 'transport' | 'temporaryFolder' | 'identity' | 'stop'> = {
  namespaces: [],
  include: [],
  exclude: [],
  logs: { which: 'all', tailLines: 10_000, limitBytes: 10 << 20 },
  statistics: true,
  openapi: true,
  pageSize: 20,
  concurrency: 4,
  requestTimeout: 300,
  retryFor: 500,
  tool: 'a test',
};

export function replayOptions(server: ReplayServer, folder: string, options: Partial<CaptureOptions> = {}): CaptureOptions {
  const identity = { context: 'replay', cluster: 'replay', server: server.url, user: 'someone', namespace: null };
  return { ...DEFAULTS, transport: server.transport, identity, stop: new AbortController().signal, temporaryFolder: folder, ...options };
}

/** The records of the bundle that the capture wrote. */
export async function captureReplayed(server: ReplayServer, options: Partial<CaptureOptions> = {}): Promise<readonly SnapshotRecord[]> {
  const folder = await mkdtemp(join(tmpdir(), 'snapgraph-test-'));
  try {
    const path = join(folder, 'capture.tar.gz');
    await pipe({ source: clusterSource(replayOptions(server, folder, options)), sink: bundleSink({ path, level: 1 }) });
    return (await readAll(path)).records;
  } finally {
    await rm(folder, { recursive: true });
  }
}
