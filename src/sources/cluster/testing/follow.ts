/** The records of a cluster that is followed, as they come, and the objects that they add up to. */
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import type { SnapshotRecord } from '../../../records/record.ts';
import { CaptureStopped } from '../capture-stopped.ts';
import type { Transport } from '../http/exchange.ts';
import type { Standing } from '../watch/standing.ts';
import type { WatchOptions } from '../watch/watch-options.ts';
import { watchSource } from '../watch/watch-source.ts';
import { FollowedObjects } from './followed-objects.ts';

const DEFAULTS: Omit<WatchOptions, 'transport' | 'identity' | 'stop'> = {
  namespaces: [],
  include: [],
  exclude: [],
  pageSize: 500,
  concurrency: 4,
  watches: 500,
  requestTimeout: 1_000,
  retryFor: 300,
  silence: 10_000,
  pollEvery: 300,
  retryRefused: 1_000,
  discoverEvery: 60_000,
  temporaryFolder: tmpdir(),
  tool: 'a test',
};

export interface Following {
  readonly records: readonly SnapshotRecord[];
  readonly objects: FollowedObjects;
  readonly standings: readonly Standing[];
  /** Resolves when it is so; rejects where it does not come to that, or the records end with an error. */
  until(what: string, isSo: () => boolean, milliseconds?: number): Promise<void>;
  /** Resolves when the last record came. */
  stop(): Promise<void>;
}

/** With little patience. */
export function followOptions(options: Partial<WatchOptions> & { readonly transport: Transport }): WatchOptions {
  const identity = { context: 'test', cluster: 'test', server: 'https://test', user: 'someone', namespace: null };
  return { ...DEFAULTS, identity, stop: new AbortController().signal, ...options };
}

/** Stopped when the test is over. */
export function follow(options: Partial<WatchOptions> & { readonly transport: Transport }, takeTime?: () => Promise<void>): Following {
  const controller = new AbortController();
  const abort = new AbortController();
  const records: SnapshotRecord[] = [];
  const standings: Standing[] = [];
  const objects = new FollowedObjects();
  const source = watchSource(followOptions({ stop: controller.signal, onStanding: (standing) => standings.push(standing), ...options }));
  let failure: unknown = null;
  const read = async (): Promise<void> => {
    for await (const batch of source.records({ signal: abort.signal })) {
      records.push(...batch);
      for (const record of batch) objects.take(record);
      await takeTime?.();
    }
  };
  const done = read().catch((error: unknown) => (failure = error));
  const stop = async (): Promise<void> => {
    controller.abort(new CaptureStopped('the test is over'));
    await done;
    if (failure !== null) throw failure;
  };
  onTestFinished(async () => {
    controller.abort(new CaptureStopped('the test is over'));
    await done;
  });
  return {
    records,
    objects,
    standings,
    stop,
    until: (what, isSo, milliseconds = 10_000) => untilSo({ what, isSo, milliseconds, failure: () => failure }),
  };
}

async function untilSo(options: {
  readonly what: string;
  readonly isSo: () => boolean;
  readonly milliseconds: number;
  readonly failure: () => unknown;
}): Promise<void> {
  const { what, isSo, milliseconds, failure } = options;
  const end = Date.now() + milliseconds;
  while (!isSo()) {
    if (failure() !== null) throw failure();
    if (Date.now() > end) throw new Error(`${what}: not within ${milliseconds / 1000} s`);
    await sleep(10);
  }
}
