import type { ClusterIdentity } from './connection.ts';
import type { Transport } from './http/exchange.ts';
import type { LogChoice } from './logs/log-choice.ts';
import type { CaptureProgress } from './progress.ts';

/** What of a cluster is captured, and how. Times are milliseconds. */
export interface CaptureOptions {
  readonly transport: Transport;
  readonly identity: ClusterIdentity;
  /** Empty: all. */
  readonly namespaces: readonly string[];
  readonly labelSelector?: string | undefined;
  /** Patterns over resources, as kubectl names them, with `*`. Empty: all. */
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly logs: LogChoice;
  /** Node statistics and metrics, metrics.k8s.io. */
  readonly statistics: boolean;
  readonly openapi: boolean;
  readonly pageSize: number;
  /** Requests at once. */
  readonly concurrency: number;
  readonly requestTimeout: number;
  readonly retryFor: number;
  /** Aborted: the capture ends in order, with what it has. Its reason is told. */
  readonly stop: AbortSignal;
  /** For what does not fit in memory; nothing is left there. */
  readonly temporaryFolder: string;
  readonly tool: string;
  readonly onProgress?: (progress: CaptureProgress) => void;
}
