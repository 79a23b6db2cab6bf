/** What a wrong command line gets, and help. */
import { symlinkSync, writeFileSync } from 'node:fs';
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

describe('usage', () => {
  test.each<readonly [string[], number, RegExp]>([
    [['gte', 'demo.tar.gz', 'pods'], 2, /unknown command "gte"\. Did you mean "get"\?/],
    [['get', 'demo.tar.gz', 'podz'], 2, /there is no kind "podz".*Did you mean .*"pods"/],
    [['get', 'demo.tar.gz', 'pods', '-n', 'shp'], 2, /no namespace "shp".*Did you mean "shop"\?/],
    [['get', 'demo.tar.gz', 'pods', '--namspace', 'x'], 2, /no flag --namspace\. Did you mean "--namespace"\?/],
    [['get', 'demo.tar.gz', 'pods', '-o', 'jsn'], 2, /"jsn".*Did you mean "json"\?/],
    [['get', 'demo.tar.gz', 'pods', '-o', 'jsonpath={.a'], 2, /nothing closes/],
    [['get', 'demo.tar.gz', 'pods', '-o', 'jsonpath={.a[}'], 2, /jsonpath/],
    [['get', 'demo.tar.gz', 'pods', '-l', 'a in (b'], 2, /--selector/],
    [['get', 'demo.tar.gz', 'pods', '-n', 'shop', '-A'], 2, /-n and -A/],
    [['get', 'demo.tar.g', 'pods'], 2, /no file or folder "demo\.tar\.g".*Did you mean "demo\.tar\.gz"\?/],
    [['serve', 'live'], 2, /does not follow a running cluster yet/],
    [['import', 'live', '--db', 'x.db'], 2, /captured first/],
    [['get'], 2, /name a SOURCE/],
    [['get', 'demo.tar.gz'], 2, /name what to get/],
    [['query', 'demo.tar.gz', '--saved', 'danglin'], 2, /no saved query "danglin".*Did you mean "dangling"\?/],
    [['query', 'demo.tar.gz'], 2, /give the query/],
    [['query', 'demo.tar.gz', '{a}', '--variables', '[1]'], 2, /JSON object/],
    [['query', 'demo.tar.gz', '{a}', '--variables', '{'], 2, /not JSON/],
    [['query', 'demo.tar.gz', '{a}', '--limit', 'row=1'], 2, /no limit "row".*Did you mean "rows"\?/],
    [['tree', 'demo.tar.gz', 'deploy', '-n', 'shop'], 2, /name one object/],
    [['import', 'demo.tar.gz'], 2, /--db FILE.*--store FOLDER/],
    [['import', 'demo.tar.gz', 'demo-later.tar.gz', '--db', 'x.db'], 2, /one SOURCE, not 2/],
    [['serve', 'demo.tar.gz', '--port', '99999'], 2, /--port is "99999"/],
    [['serve', 'demo.tar.gz', '--request-timeout', 'soon'], 2, /duration/],
    [['completion', 'bsh'], 2, /Did you mean "bash"/],
    [['help', 'tre'], 2, /Did you mean "tree"\?/],
    [['info', 'demo.tar.gz', 'more'], 2, /"more" is too much/],
  ])('%j', async (args, code, says) => {
    const { code: ended, stdout, stderr } = await run(...args);
    expect(stderr).toMatch(says);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect({ ended, stdout }).toEqual({ ended: code, stdout: '' });
  });

  test('a stack trace only with --debug', async () => {
    writeFileSync(join(home.folder, 'notes.txt'), 'hello\n');
    expect((await run('info', 'notes.txt')).stderr).not.toMatch(/^\s+at /m);
    expect((await run('info', 'notes.txt', '--debug')).stderr).toMatch(/^\s+at /m);
  });

  test('help, the version, and the name it was called by', async () => {
    const help = await run('--help');
    expect({ code: help.code, stderr: help.stderr }).toEqual({ code: 0, stderr: '' });
    expect(help.stdout).toContain('Usage: snapgraph COMMAND');
    expect(await run()).toEqual(help);
    expect((await run('help')).stdout).toBe(help.stdout);
    expect((await run('get', '--help')).stdout).toBe((await run('help', 'get')).stdout);
    expect((await run('--version')).stdout).toMatch(/^\d+\.\d+\.\d+$/);
    const plugin = join(home.folder, 'kubectl-snapgraph');
    symlinkSync(CLI, plugin);
    const { stdout } = await execa(process.execPath, [plugin, 'tree', '--help']);
    expect(stdout).toContain('kubectl snapgraph tree SOURCE');
  });
});
