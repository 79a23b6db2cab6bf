/** Snapshots for tests: a fixture, or objects written in the test, imported into a folder that goes with them. */
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pipe } from '../../src/records/pipe.ts';
import type { JsonObject, SnapshotRecord } from '../../src/records/record.ts';
import { createExtractor } from '../../src/relations/extractor.ts';
import type { RelationRule } from '../../src/relations/rule.ts';
import { importCached } from '../../src/store/cache.ts';
import { importSink } from '../../src/store/import-sink.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Reader } from '../../src/store/reader.ts';

export interface Imported {
  readonly reader: Reader;
  /** Of the snapshot file. */
  readonly path: string;
  close(): void;
}

/** `name` of a file in fixtures/. */
export async function importFixture(name: string): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-fixture-'));
  const location = fileURLToPath(new URL(`../../fixtures/${name}`, import.meta.url));
  const { snapshots } = await importCached({ location, cacheFolder: folder, signal: new AbortController().signal });
  return opened(folder, snapshots[0]?.path);
}

export interface ResourceFacts {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly outcome?: 'ok' | 'denied' | 'partial';
}

/** Objects as a capture would hold them; every resource is `ok` unless it says otherwise. */
export async function importObjects(options: {
  readonly objects: readonly JsonObject[];
  readonly resources: readonly ResourceFacts[];
  readonly records?: readonly SnapshotRecord[];
  readonly finished?: boolean;
  readonly name?: string;
  readonly userRules?: readonly RelationRule[];
}): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-objects-'));
  const { objects, resources, records = [], finished = true, name = 'test', userRules = [] } = options;
  const batch: SnapshotRecord[] = [
    { type: 'snapshot', snapshot: 0, format: 'snapgraph', name, capturedFrom: Date.UTC(2026, 0, 1) },
    ...objects.map(
      (value, index): SnapshotRecord => ({
        type: 'object',
        snapshot: 0,
        operation: 'present',
        value,
        origin: { entry: 'objects.ndjson', line: index + 1 },
      }),
    ),
    ...records,
    ...resources.map(
      (facts): SnapshotRecord => ({ type: 'resource', snapshot: 0, namespace: null, outcome: 'ok', served: true, ...facts }),
    ),
    { type: 'end', snapshot: 0, finished, capturedTo: Date.UTC(2026, 0, 1, 1) },
  ];
  const contentHash = createHash('sha256')
    .update(JSON.stringify([batch, userRules]))
    .digest('hex');
  const sink = importSink({ folder, contentHash, extractor: createExtractor({ userRules }), name });
  const { snapshots } = await pipe({ source: { format: 'snapgraph', records: () => stream(batch) }, sink });
  return opened(folder, snapshots[0]?.path);
}

async function* stream(batch: readonly SnapshotRecord[]) {
  yield batch;
}

function opened(folder: string, path: string | undefined): Imported {
  if (path === undefined) throw new Error(`Nothing was imported into ${folder}.`);
  const reader = openSnapshot(path);
  return {
    reader,
    path,
    close: () => {
      reader.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
