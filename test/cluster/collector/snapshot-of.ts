/** A cluster as Snapgraph sees it: captured by the command, imported, opened. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ControlPlane, NewObject } from '../../../scripts/cluster/index.mjs';
import { canonicalKind } from '../../../src/kube/canonical-kind.ts';
import { importCached } from '../../../src/store/cache.ts';
import { openSnapshot } from '../../../src/store/open-snapshot.ts';
import type { ObjectRow } from '../../../src/store/reader.ts';
import type { Imported } from '../../support/imported.ts';
import { runCapture } from '../run-capture.ts';

export async function snapshotOf(cluster: ControlPlane): Promise<Imported> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-collector-'));
  const location = join(folder, 'capture.tar.gz');
  // 3: some of it could not be had, as where an API service does not answer.
  const { code, stderr } = await runCapture({ args: ['-o', location], kubeconfig: cluster.kubeconfig, folder });
  if (code !== 0 && code !== 3) throw new Error(`The capture ended with ${code}: ${stderr}`);
  const { snapshots } = await importCached({ location, cacheFolder: join(folder, 'cache'), signal: new AbortController().signal });
  const [first] = snapshots;
  if (first === undefined) throw new Error('The capture holds no snapshot.');
  const reader = openSnapshot(first.path);
  return {
    reader,
    path: first.path,
    close: () => {
      reader.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The row of an object that was created. */
export async function rowOf({ reader }: Imported, { apiVersion, kind, metadata }: NewObject): Promise<ObjectRow> {
  const group = apiVersion.includes('/') ? (apiVersion.split('/')[0] ?? '') : '';
  const [row] = await reader.find([{ ...canonicalKind(group, kind), namespace: metadata.namespace ?? null, name: metadata.name ?? '' }]);
  if (!row) throw new Error(`The snapshot holds no ${kind} ${metadata.name}.`);
  return row;
}

export type State = 'there' | 'terminating' | 'gone';

/** How objects are, by `KIND NAME`. */
export async function statesOf(cluster: ControlPlane, objects: readonly NewObject[]): Promise<Readonly<Record<string, State>>> {
  const states: Record<string, State> = {};
  for (const object of objects) states[labelOf(object)] = await stateOf(cluster, object);
  return states;
}

export function labelOf({ kind, metadata }: NewObject): string {
  return `${kind} ${metadata.name}`;
}

async function stateOf({ api }: ControlPlane, object: NewObject): Promise<State> {
  const path = paths.get(object) ?? (await api.pathOf(object));
  paths.set(object, path);
  const { status, text } = await api.request({ path });
  if (status === 404) return 'gone';
  if (status !== 200) throw new Error(`GET ${path}: ${status} ${text}`);
  return JSON.parse(text).metadata.deletionTimestamp === undefined ? 'there' : 'terminating';
}

/** Asked for while the kind was served: one whose definition is gone is served no more. */
const paths = new Map<NewObject, string>();
