/** Tests against a real API server: left out, with a line that says why, where it is not built. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type ControlPlane, type ControlPlaneOptions, isBuilt, startControlPlane } from '../../scripts/cluster/index.mjs';

export const describeCluster: ReturnType<typeof describe.skipIf> = describe.skipIf(!isBuilt());

/** A folder for what the tests of one file write; none where they are left out. */
export function clusterTestFolder(): string {
  if (!isBuilt()) return '';
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-capture-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** A cluster for all tests of one file (it starts in 3 s): call it inside `describeCluster`, and the answer inside tests. */
export function useCluster(options: ControlPlaneOptions = {}): () => ControlPlane {
  let cluster: ControlPlane | null = null;
  beforeAll(async () => {
    cluster = await startControlPlane(options);
  }, 180_000);
  afterAll(() => cluster?.close());
  return () => {
    if (cluster === null) throw new Error('The cluster is there inside tests only.');
    return cluster;
  };
}
