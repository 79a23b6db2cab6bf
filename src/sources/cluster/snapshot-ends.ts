/** The first record of a live cluster's snapshot, and the last. */
import { optional } from '../../records/json-fields.ts';
import type { JsonObject, SnapshotEnd, SnapshotStart } from '../../records/record.ts';
import type { ClusterFacts } from './connect-facts.ts';
import type { ClusterIdentity } from './connection.ts';

export function startRecord(options: {
  readonly facts: ClusterFacts;
  readonly identity: ClusterIdentity;
  readonly tool: string;
  /** Epoch milliseconds. */
  readonly capturedFrom: number;
  /** What a reader should know of how it is made. */
  readonly options: JsonObject;
}): SnapshotStart {
  const { facts, identity, tool, capturedFrom } = options;
  return {
    type: 'snapshot',
    snapshot: 0,
    format: 'snapgraph',
    tool,
    capturedFrom,
    cluster: {
      ...(facts.id === undefined ? {} : { id: facts.id, idSource: 'uid of namespace kube-system' }),
      name: identity.cluster,
      server: identity.server,
    },
    ...optional('context', identity.context),
    ...optional('user', facts.user ?? identity.user),
    ...optional('serverVersion', facts.serverVersion),
    options: options.options,
  };
}

/** Finished, unless the signal says why not. */
export function endRecord(signal: AbortSignal): SnapshotEnd {
  const end = { type: 'end' as const, snapshot: 0, capturedTo: Date.now() };
  if (!signal.aborted) return { ...end, finished: true };
  const { reason } = signal;
  return { ...end, finished: false, reason: reason instanceof Error ? reason.message : String(reason) };
}
