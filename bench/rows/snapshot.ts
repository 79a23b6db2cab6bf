/** The imported snapshot file of a generated bundle; one that exists is used again while generator and importer stay the same. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { generatedBundle } from '../data/write.ts';
import type { BenchContext } from '../row.ts';

export async function generatedSnapshot(context: BenchContext, objects: number): Promise<string> {
  const archive = await generatedBundle({ objects, folder: context.folder });
  const path = `${archive.slice(0, -'.tar.gz'.length)}.db`;
  const newest = Math.max(statSync(archive).mtimeMs, statSync(context.cli).mtimeMs);
  if (!existsSync(path) || statSync(path).mtimeMs < newest) {
    execFileSync(process.execPath, [context.cli, 'import', archive, '--db', path, '--force', '--quiet'], {
      env: { ...process.env, SNAPGRAPH_CACHE: join(context.folder, 'cache') },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  return path;
}
