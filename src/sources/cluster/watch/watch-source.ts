/** A live cluster as a source that does not end by itself: everything it serves, then every change, as far as it lets us. */
import PQueue from 'p-queue';
import type { Source } from '../../../records/pipe.ts';
import type { JsonObject, RecordBatch, SnapshotEnd } from '../../../records/record.ts';
import { CaptureStopped } from '../capture-stopped.ts';
import { askFacts } from '../connect-facts.ts';
import { discover } from '../discovery/discover.ts';
import { planResources } from '../lists/resource-plan.ts';
import { endRecord, startRecord } from '../snapshot-ends.ts';
import { temporaryPaths } from '../temporary-paths.ts';
import type { FollowContext } from './follow-context.ts';
import { Following } from './following.ts';
import { LastingServer } from './lasting-server.ts';
import { MergingOutlet } from './merging-outlet.ts';
import { WatchMeter } from './progress.ts';
import type { WatchOptions } from './watch-options.ts';
import { WatchPlaces } from './watch-places.ts';

/**
 * Of each resource: its objects as `present`, a `sync` that says that these are all there are, its outcome, then `modified` and `deleted` as they
 * happen. Where what happened is not known any more it is listed again, and a `sync` ends that as well: what the `present` records since the
 * one before did not name is gone. Where only single namespaces may be listed there is no `sync`, and what is gone is told one by one.
 * An outcome comes again whenever it changes: what is not followed any more is `partial`, and `ok` when it is followed again.
 *
 * A server that is away is waited for. `options.stop` ends the records in order, with `end`: finished where all first lists had ended by then.
 * Before the first record it throws: ApiFault where the cluster cannot be reached, UnknownResource for a pattern, the reason of a stop.
 */
export function watchSource(options: WatchOptions): Source {
  return { format: 'snapgraph', records: ({ signal }) => records(options, signal) };
}

/** For what is asked again anyhow, in milliseconds. */
const LITTLE_PATIENCE = 2_000;

async function* records(options: WatchOptions, abort: AbortSignal): AsyncGenerator<RecordBatch> {
  const capturedFrom = Date.now();
  const left = new AbortController();
  const signal = AbortSignal.any([abort, options.stop, left.signal]);
  const server = new LastingServer({ ...options, signal });
  const facts = await askFacts(server.current);
  const discovery = await discover(server.current);
  const plans = planResources(discovery.resources, options);
  const { identity, tool, temporaryFolder } = options;
  yield [startRecord({ facts, identity, tool, capturedFrom, options: optionsDocument(options) })];
  const outlet = new MergingOutlet();
  const meter = new WatchMeter(options.onProgress);
  const context: FollowContext = {
    options,
    server,
    outlet,
    meter,
    lists: new PQueue({ concurrency: options.concurrency }),
    watches: new WatchPlaces(options.watches),
    temporaryPath: temporaryPaths(temporaryFolder),
  };
  const hasty = new LastingServer({ ...options, retryFor: Math.min(options.retryFor, LITTLE_PATIENCE), signal });
  const done = new Following({ context, discovery, plans, hasty, signal }).run().then(
    () => outlet.end(),
    (error: unknown) => outlet.fail(error),
  );
  try {
    yield* outlet.batches();
    abort.throwIfAborted();
    yield [ending(signal, meter.isListed)];
  } finally {
    left.abort(new CaptureStopped('nobody takes the records any more'));
    await done;
  }
}

/** A stop is how this ends: it is cut short only where some first list had not. */
function ending(signal: AbortSignal, isListed: boolean): SnapshotEnd {
  const { reason: _reason, ...end } = endRecord(signal);
  return isListed ? { ...end, finished: true } : endRecord(signal);
}

/** What a reader should know of how it was made. */
function optionsDocument({ namespaces, include, exclude, pageSize, concurrency }: WatchOptions): JsonObject {
  return {
    followed: true,
    namespaces: namespaces.length === 0 ? null : [...namespaces],
    include: [...include],
    exclude: [...exclude],
    pageSize,
    concurrency,
  };
}
