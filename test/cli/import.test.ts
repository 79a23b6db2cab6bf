/** `import`: files and stores, and what is left of an import that was stopped. */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';
import { CLI } from '../support/run-cli.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run(...args);

describe('import', () => {
  test('one file, not over another one without --force', async () => {
    const first = await run('import', 'demo-partial.tar.gz', '--db', 'made/partial.db');
    expect(first.code).toBe(3);
    expect(first.stdout).toMatch(/SNAPSHOT +NAME +OBJECTS +PROBLEMS +FILE\n\w{12} +demo-partial\.tar\.gz +512/);
    expect((await run('import', 'demo.tar.gz', '--db', 'made/partial.db')).code).toBe(2);
    expect((await run('import', 'demo.tar.gz', '--db', 'made/partial.db', '--force')).stdout).toContain('754');
    expect((await run('get', 'made/partial.db', 'nodes', '--no-headers')).stdout.split('\n')).toHaveLength(4);
    expect(readdirSync(join(home.folder, 'made'))).toEqual(['partial.db']);
  });

  test('a store of several, the newest asked unless another is chosen', async () => {
    await run('import', 'demo.tar.gz', 'demo-later.tar.gz', '--store', 'store');
    expect(readdirSync(join(home.folder, 'store'))).toHaveLength(2);
    const newest = await run('info', 'store', '-o', 'json');
    expect(newest.stderr).toMatch(/2 snapshots; this is the newest/);
    expect(JSON.parse(newest.stdout)).toMatchObject({ name: 'demo-later.tar.gz' });
    expect(JSON.parse((await run('info', 'store', '--snapshot', 'demo.tar.gz', '-o', 'json')).stdout)).toMatchObject({ objects: 754 });
    expect((await run('info', 'store', '--snapshot', 'demo.tar')).stderr).toContain('Did you mean "demo.tar.gz"?');
    const both = await run(
      'query',
      'store',
      '{ snapshots { name } pods(namespace: "shop", labelSelector: "app=cart") { totalCount } }',
      '--snapshot',
      'demo.tar.gz',
    );
    expect(JSON.parse(both.stdout)).toMatchObject({ data: { pods: { totalCount: 2 } } });
  });

  test('where SQLite does not load, no file is called damaged', async () => {
    await run('import', 'demo.tar.gz', '--db', 'whole.db');
    for (const args of [
      ['import', 'demo-later.tar.gz', '--db', 'other.db'],
      ['info', 'whole.db'],
    ]) {
      const child = await execa(process.execPath, ['--no-addons', CLI, ...args], {
        cwd: home.folder,
        env: { SNAPGRAPH_CACHE: join(home.folder, 'without') },
        reject: false,
      });
      expect(child.exitCode).toBe(1);
      expect(child.stderr).toMatch(/SQLite does not load in Node v.* \(Cannot load native addon.*npm rebuild better-sqlite3/);
      expect(child.stderr).not.toMatch(/damaged/);
    }
    expect(existsSync(join(home.folder, 'other.db'))).toBe(false);
  });

  test('Ctrl-C leaves nothing behind and ends with 130', async () => {
    const cache = join(home.folder, 'interrupted');
    const child = execa(process.execPath, [CLI, 'import', '-', '--db', 'interrupted.db'], {
      cwd: home.folder,
      env: { SNAPGRAPH_CACHE: cache },
      reject: false,
    });
    child.stdin.write(Buffer.alloc(100_000, 'x'));
    while (!existsSync(cache) || readdirSync(cache, { recursive: true }).length < 2)
      await new Promise((resolve) => setTimeout(resolve, 50));
    child.kill('SIGINT');
    expect(await child).toMatchObject({ exitCode: 130, stdout: '', stderr: '' });
    expect(existsSync(join(home.folder, 'interrupted.db'))).toBe(false);
    expect(filesIn(cache)).toEqual([]);
  });
});

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}
