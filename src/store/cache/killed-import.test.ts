/** kill -9 at any time leaves no half-made file under a final name, and the next import works and cleans up. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { importCached } from '../cache.ts';
import { readSnapshotFile } from '../read/snapshot-info.ts';
import { compiled } from '../testing/compile.ts';
import { temporaryFolder } from '../testing/import-records.ts';

const OBJECTS = 20_000;

test('an import that is killed, again and again, and then one that is not', async () => {
  const folder = temporaryFolder();
  const cache = join(folder, 'cache');
  const location = capture(folder);
  const module = compiled('src/store/cache.ts');
  const program = `import(${JSON.stringify(pathToFileURL(module).href)}).then(({ importCached }) => {
    process.send('ready');
    return importCached({ location: ${JSON.stringify(location)}, cacheFolder: ${JSON.stringify(cache)}, signal: new AbortController().signal });
  })`;
  let killed = 0;
  for (let delay = 20; delay <= 2000; delay = Math.ceil(delay * 1.7)) {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] });
    const gone = once(child, 'exit');
    await once(child, 'message');
    await Promise.race([setTimeout(delay), gone]);
    if (child.exitCode === null) killed++;
    child.kill('SIGKILL');
    await gone;
    for (const file of snapshotFiles(cache)) expect(readSnapshotFile(file).info.objects).toBe(OBJECTS);
  }
  rmSync(dirname(dirname(dirname(module))), { recursive: true });
  expect(killed).toBeGreaterThan(3);
  const { snapshots } = await importCached({ location, cacheFolder: cache, signal: new AbortController().signal });
  expect(snapshots[0]?.info.objects).toBe(OBJECTS);
  expect(readdirSync(join(cache, 'snapshots')).filter((name) => name.startsWith('.'))).toEqual([]);
  expect(snapshotFiles(cache)).toHaveLength(1);
});

function capture(folder: string): string {
  const location = join(folder, 'capture.json');
  const items = Array.from({ length: OBJECTS }, (_, index) => {
    const metadata = { name: `c-${index}`, namespace: 'a', labels: { number: String(index) } };
    return { apiVersion: 'v1', kind: 'ConfigMap', metadata, data: { text: 'x'.repeat(200) } };
  });
  writeFileSync(location, JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return location;
}

/** Files under final names, in entries under final names. */
function snapshotFiles(cache: string): string[] {
  const parent = join(cache, 'snapshots');
  try {
    const entries = readdirSync(parent).filter((name) => !name.startsWith('.'));
    return entries.flatMap((entry) =>
      readdirSync(join(parent, entry)).flatMap((name) => (name.endsWith('.db') ? [join(parent, entry, name)] : [])),
    );
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
