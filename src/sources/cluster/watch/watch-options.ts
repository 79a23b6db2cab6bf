import type { ClusterIdentity } from '../connection.ts';
import type { Transport } from '../http/exchange.ts';
import type { WatchProgress } from './progress.ts';
import type { Standing } from './standing.ts';

/** What of a cluster is followed, and how. Times are milliseconds. */
export interface WatchOptions {
  /** With room for as many connections as `watches` and `concurrency` together. */
  readonly transport: Transport;
  readonly identity: ClusterIdentity;
  /** Empty: all. */
  readonly namespaces: readonly string[];
  /** Patterns over resources, as kubectl names them, with `*`. Empty: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly pageSize: number;
  /** Lists and other requests at once. */
  readonly concurrency: number;
  /** Watches at once: what finds no place is polled. */
  readonly watches: number;
  readonly requestTimeout: number;
  /** So long a list that fails is tried again before it is told; it goes on being tried. */
  readonly retryFor: number;
  /** A watch of which nothing is heard for so long is made anew: a server says something once a minute, where it sends bookmarks. */
  readonly silence: number;
  /** What cannot be watched is listed so often. */
  readonly pollEvery: number;
  /** What was refused is asked for again after so long. */
  readonly retryRefused: number;
  /** Discovery is asked so often, and whenever a definition changes. */
  readonly discoverEvery: number;
  /** Aborted: all that is under way ends in order. Its reason is told. */
  readonly stop: AbortSignal;
  /** For what does not fit in memory; nothing is left there. */
  readonly temporaryFolder: string;
  readonly tool: string;
  /** Told whenever it changes. */
  readonly onStanding?: (standing: Standing) => void;
  readonly onProgress?: (progress: WatchProgress) => void;
}
