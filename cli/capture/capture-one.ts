/** One cluster into one bundle. */
import { dirname, resolve } from 'node:path';
import type { BundleSummary } from '../../src/bundle/bundle-writing.ts';
import { bundleSink } from '../../src/bundle/write-bundle.ts';
import { pipe, type Stage } from '../../src/records/pipe.ts';
import { clusterSource } from '../../src/sources/cluster/cluster-source.ts';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import type { CaptureProgress } from '../../src/sources/cluster/progress.ts';
import type { CaptureSettings } from './settings.ts';
import { Tally } from './tally.ts';

export interface CaptureOneOptions {
  readonly connection: Connection;
  readonly path: string;
  readonly settings: CaptureSettings;
  readonly redaction: Stage;
  readonly stop: AbortSignal;
  readonly tool: string;
  readonly onProgress: (progress: CaptureProgress) => void;
}

export interface Captured {
  readonly bundle: BundleSummary;
  readonly tally: Tally;
}

/** A capture that could not be finished as a bundle, with what is left of it. */
export class CaptureFailed extends Error {
  override readonly name = 'CaptureFailed';
  readonly tally: Tally;
  /** Where the bundle should have been. */
  readonly path: string;
  /** What was written until then lies there. */
  readonly kept: boolean;

  constructor(options: { readonly tally: Tally; readonly path: string; readonly kept: boolean; readonly cause: unknown }) {
    const { tally, path, kept, cause } = options;
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.tally = tally;
    this.path = path;
    this.kept = kept;
  }
}

/** Rejects with CaptureFailed where there is no whole bundle: the cluster cannot be reached, the file cannot be written. */
export async function captureOne(options: CaptureOneOptions): Promise<Captured> {
  const { connection, path, settings, redaction, stop, tool, onProgress } = options;
  const tally = new Tally();
  const source = clusterSource({
    ...settings,
    transport: connection.transport,
    identity: connection.identity,
    stop,
    temporaryFolder: dirname(resolve(path)),
    tool,
    onProgress,
  });
  const sink = bundleSink({ path, keepBrokenOff: true, level: LEVEL });
  try {
    return { bundle: await pipe({ source, stages: [redaction, tally.stage], sink }), tally };
  } catch (error) {
    throw new CaptureFailed({ tally, path, kept: sink.kept, cause: error });
  }
}

/** Of gzip: the next ones take twice as long for a tenth less. */
const LEVEL = 4;
