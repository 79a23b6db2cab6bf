/** A running cluster as a snapshot: listed now, redacted as a capture is, in a file that goes when it is closed. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pipe } from '../../src/records/pipe.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import type { RelationRule } from '../../src/relations/rule.ts';
import { clusterSource } from '../../src/sources/cluster/cluster-source.ts';
import type { Connection } from '../../src/sources/cluster/connection.ts';
import { cacheFolder } from '../../src/store/cache/cache-folder.ts';
import { removeStaleFiles, temporaryPath } from '../../src/store/import/temporary-files.ts';
import { importSink } from '../../src/store/import-sink.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Reader } from '../../src/store/reader.ts';
import { type Cluster, clustersOf } from '../capture/clusters.ts';
import { failureText } from '../capture/failure-text.ts';
import { readRedaction } from '../capture/redaction.ts';
import { captureSettings } from '../capture/settings.ts';
import { CommandError } from '../errors.ts';
import { createFlags, type Flags } from '../flags.ts';
import type { Output } from '../output/output.ts';
import { createProgress } from '../output/progress.ts';
import { captureSpec } from '../specs/capture.ts';
import { programVersion } from '../version.ts';
import { interruptible } from './interrupt.ts';

export interface OpenLiveOptions {
  /** The kubeconfig's name for it; undefined: the one that kubectl would take. */
  readonly context: string | undefined;
  readonly userRules: readonly RelationRule[];
  readonly output: Output;
}

/** Closing the reader removes the file. Throws UsageError for a context that does not exist, CommandError where the cluster does not answer. */
export async function openLive(options: OpenLiveOptions): Promise<Reader> {
  const { context, output } = options;
  const flags = captureFlags(context);
  const [cluster] = clustersOf({ flags, environment: process.env, output });
  if (cluster === undefined) throw new CommandError('the kubeconfig names no cluster.');
  const folder = liveFolder();
  const remove = (): void => rmSync(folder, { recursive: true, force: true });
  try {
    const reader = openSnapshot(await listInto({ ...options, cluster, folder, flags }));
    return {
      ...reader,
      close: () => {
        reader.close();
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** What `capture` does where nothing is said, but for what no question here rests on. */
function captureFlags(context: string | undefined): Flags {
  const given: [string, readonly string[]][] = context === undefined ? [] : [['context', [context]]];
  return createFlags({ specs: captureSpec.flags, given: new Map([...given, ['no-openapi', ['']], ['no-statistics', ['']]]) });
}

/** A new one in the cache; what processes that were killed left behind goes. */
function liveFolder(): string {
  const parent = join(cacheFolder(), 'live');
  mkdirSync(parent, { recursive: true, mode: 0o700 });
  removeStaleFiles(parent);
  const folder = temporaryPath(parent, 'cluster');
  mkdirSync(folder, { mode: 0o700 });
  return folder;
}

/** Resolves to the snapshot file. */
async function listInto(
  options: OpenLiveOptions & { readonly cluster: Cluster; readonly folder: string; readonly flags: Flags },
): Promise<string> {
  const { cluster, folder, flags, userRules, output } = options;
  const progress = await createProgress({ name: cluster.name, output });
  let connection: Connection | undefined;
  try {
    return await interruptible(async (signal) => {
      connection = await cluster.connect(signal);
      const source = clusterSource({
        ...captureSettings(flags),
        transport: connection.transport,
        identity: connection.identity,
        stop: signal,
        temporaryFolder: folder,
        tool: `snapgraph ${programVersion()}`,
      });
      const sink = importSink({
        folder,
        id: `live-${cluster.name.replace(/[^A-Za-z0-9.-]+/g, '-')}`,
        contentHash: createHash('sha256').update(randomUUID()).digest('hex'),
        extractor: createExtractor({ userRules }),
        name: cluster.name,
        onProgress: (state) => progress.update({ ...state, share: null }),
      });
      const { snapshots } = await pipe({ source, stages: [readRedaction(flags).stage()], sink, signal });
      return snapshots[0]?.path ?? '';
    });
  } catch (error) {
    if (error instanceof Error && error.name === 'Interrupted') throw error;
    throw new CommandError(`${cluster.name}: ${failureText(error, connection?.identity.server)}`, { cause: error });
  } finally {
    connection?.close();
    progress.stop();
  }
}
