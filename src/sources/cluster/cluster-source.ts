/** A live cluster as a source of snapshot records: everything it serves, once, as far as it lets us. */
import type { Source } from '../../records/pipe.ts';
import type { JsonObject, RecordBatch, SnapshotStart } from '../../records/record.ts';
import type { CaptureOptions } from './capture-options.ts';
import { CaptureStopped } from './capture-stopped.ts';
import { Capturing } from './capturing.ts';
import { askFacts, type ClusterFacts } from './connect-facts.ts';
import { discover } from './discovery/discover.ts';
import { ApiServer } from './http/api-server.ts';
import type { ApiFault } from './http/fault.ts';
import { planResources } from './lists/resource-plan.ts';
import { Outlet } from './outlet.ts';
import { ProgressMeter } from './progress.ts';
import { endRecord, startRecord } from './snapshot-ends.ts';
import { temporaryPaths } from './temporary-paths.ts';

/**
 * Its records end in `end`, whatever happens once the first one came: a stop, a deadline or a dead API server is told there, and in the outcomes
 * of what was not captured. Before the first record it throws: ApiFault where the cluster cannot be reached, UnknownResource for a pattern.
 */
export function clusterSource(options: CaptureOptions): Source {
  return { format: 'snapgraph', records: ({ signal }) => records(options, signal) };
}

async function* records(options: CaptureOptions, abort: AbortSignal): AsyncGenerator<RecordBatch> {
  const capturedFrom = Date.now();
  const lost = new AbortController();
  const signal = AbortSignal.any([abort, options.stop, lost.signal]);
  const meter = new ProgressMeter(options.onProgress);
  const onLost = (fault: ApiFault): void => lost.abort(new CaptureStopped(`the API server does not answer any more: ${fault.message}`));
  const serverUntil = (until: AbortSignal): ApiServer => new ApiServer({ ...options, signal: AbortSignal.any([signal, until]), onLost });
  const server = new ApiServer({ ...options, signal, onLost });
  const facts = await askFacts(server);
  meter.enter('discovery');
  const discovery = await unlessStopped(options.stop, () => discover(server));
  if (discovery === null) return yield [startOf({ options, facts, capturedFrom }), endRecord(signal)];
  const plans = planResources(discovery.resources, options);
  yield [startOf({ options, facts, capturedFrom })];
  const outlet = new Outlet();
  const capturing = new Capturing({
    options,
    server,
    serverUntil,
    outlet,
    meter,
    discovery,
    plans,
    temporaryPath: temporaryPaths(options.temporaryFolder),
  });
  const done = capturing.run().then(
    () => outlet.end(),
    (error: unknown) => outlet.fail(error),
  );
  try {
    yield* outlet.batches();
    abort.throwIfAborted();
    const { clusterId } = capturing;
    // Whoever may list namespaces need not be allowed to get one.
    if (facts.id === undefined && clusterId !== null) yield [startOf({ options, facts: { ...facts, id: clusterId }, capturedFrom })];
    yield [endRecord(signal)];
  } finally {
    lost.abort(new CaptureStopped('nobody takes the records any more'));
    await done;
    meter.enter('done');
  }
}

/** Null where a stop ended the work: then there is a bundle that says so, and nothing else. */
async function unlessStopped<Result>(stop: AbortSignal, work: () => Promise<Result>): Promise<Result | null> {
  try {
    return await work();
  } catch (error) {
    if (stop.aborted) return null;
    throw error;
  }
}

function startOf(given: { readonly options: CaptureOptions; readonly facts: ClusterFacts; readonly capturedFrom: number }): SnapshotStart {
  const { facts, capturedFrom, options } = given;
  const { identity, tool } = options;
  return startRecord({ facts, identity, tool, capturedFrom, options: optionsDocument(options) });
}

/** What a reader of the bundle should know of how it was made. */
function optionsDocument(options: CaptureOptions): JsonObject {
  const { namespaces, labelSelector, include, exclude, logs, statistics, openapi, pageSize, concurrency } = options;
  return {
    namespaces: namespaces.length === 0 ? null : [...namespaces],
    labelSelector: labelSelector ?? null,
    include: [...include],
    exclude: [...exclude],
    logs: { which: logs.which, tailLines: logs.tailLines, limitBytes: logs.limitBytes, sinceSeconds: logs.sinceSeconds ?? null },
    statistics,
    openapi,
    pageSize,
    concurrency,
  };
}
