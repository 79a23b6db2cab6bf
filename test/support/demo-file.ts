/** The demo as a snapshot file, for tests that open it with SQLite alone. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importCached } from '../../src/store/cache.ts';

export async function importDemoFile(): Promise<{ readonly path: string; remove(): void }> {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-demo-'));
  const location = fileURLToPath(new URL('../../fixtures/demo.tar.gz', import.meta.url));
  const { snapshots } = await importCached({ location, cacheFolder: folder, signal: new AbortController().signal });
  const [snapshot] = snapshots;
  if (snapshot === undefined) throw new Error('The demo yields no snapshot.');
  return { path: snapshot.path, remove: () => rmSync(folder, { recursive: true }) };
}
