/** The demo cluster, replayed for one test. */
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { SnapshotRecord } from '../../../records/record.ts';
import { readAll } from '../../testing/tar.ts';
import { type ReplayData, readReplayData } from './replay-data.ts';
import type { Asked } from './replay-exchange.ts';
import { type Fault, type ReplayServer, startReplayServer } from './replay-server.ts';

const DEMO = join(import.meta.dirname, '../../../../fixtures/demo.tar.gz');

/** As the API server held it, and as it was captured. */
export const demoData: ReplayData = await readReplayData(DEMO);
export const demoRecords: readonly SnapshotRecord[] = (await readAll(DEMO)).records;

/** Closed when the test is over. */
export async function replayDemo(fault?: (asked: Asked) => Fault | null, data: ReplayData = demoData): Promise<ReplayServer> {
  const server = await startReplayServer({ data, ...(fault === undefined ? {} : { fault }) });
  onTestFinished(() => server.close());
  return server;
}
