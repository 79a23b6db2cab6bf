/** The program under the names that npm gives it, as kubectl finds and runs them. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commands } from '../../cli/commands.ts';
import { binary } from '../../scripts/cluster/index.mjs';
import { describeCluster } from '../cluster/cluster-test.ts';
import { loadedModules } from '../support/loaded-modules.ts';
import { PROJECT } from '../support/run-cli.ts';

const folder = mkdtempSync(join(tmpdir(), 'snapgraph-plugin-'));
const bin = join(folder, 'bin');
const { bin: programs } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as { bin: Record<string, string> };

beforeAll(() => {
  mkdirSync(bin);
  for (const [name, file] of Object.entries(programs)) symlinkSync(join(PROJECT, file), join(bin, name));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(
  program: string,
  args: readonly string[],
  source = '',
): Promise<{ code: number | undefined; stdout: string; stderr: string }> {
  const env = {
    HOME: folder,
    PATH: [bin, dirname(process.execPath), process.env['PATH']].join(delimiter),
    SNAPGRAPH_SOURCE: source,
    KUBECONFIG: '',
    NO_COLOR: '1',
  };
  const { exitCode, stdout, stderr } = await execa(program, args, { cwd: folder, env, reject: false, stripFinalNewline: false });
  return { code: exitCode, stdout, stderr };
}

const complete = (...words: readonly string[]) => run('kubectl_complete-snapgraph', words);

test('completes as a process, with nothing on standard error', async () => {
  expect(await complete('ge')).toEqual({ code: 0, stdout: "get\tlist objects, with kubectl's arguments and columns\n:4\n", stderr: '' });
  expect(await complete()).toEqual(await complete(''));
  expect((await complete('get', 'x.tgz', 'po', '-o', 'js')).stdout).toBe('json\njsonpath=\n:4\n');
  expect((await complete('get', '')).stdout).toBe(':0\n');
});

test('a preset SOURCE may be left out', async () => {
  expect((await run('kubectl_complete-snapgraph', ['get', 'cronj'], 'demo.tar.gz')).stdout).toBe('cronjobs\n:0\n');
  expect((await run('kubectl_complete-snapgraph', ['get', 'bin', 'cronj'], 'demo.tar.gz')).stdout).toBe('cronjobs\n:4\n');
});

test('names the contexts of the kubeconfig, and none of one that cannot be read', async () => {
  const context = (name: string): object => ({ name, context: { cluster: 'c', user: 'u' } });
  const names = ['prod', 'arn:aws:eks:eu-central-1:1:cluster/prod'];
  writeFileSync(join(folder, 'kubeconfig'), JSON.stringify({ apiVersion: 'v1', kind: 'Config', contexts: names.map(context) }));
  writeFileSync(join(folder, 'broken'), 'contexts: [');
  const offered = (file: string) => complete('capture', '--kubeconfig', file, '--context', '');
  expect(await offered('kubeconfig')).toEqual({ code: 0, stdout: `${names.join('\n')}\n:4\n`, stderr: '' });
  for (const file of ['broken', 'absent']) expect(await offered(file)).toEqual({ code: 0, stdout: ':4\n', stderr: '' });
});

test('loads no more than the tables: no package, and of src/ the names of the kinds alone', async () => {
  const { files, sources } = await loadedModules([join(PROJECT, programs['kubectl_complete-snapgraph'] ?? ''), 'get', 'x', 'po']);
  expect(files).toContainEqual(expect.stringMatching(/\/dist\/cli\/complete\.js$/));
  expect(sources).toContainEqual(expect.stringMatching(/\/cli\/complete\.ts$/));
  expect(sources.filter((url) => url.includes('/node_modules/') || url.includes('/cli/commands/'))).toEqual([]);
  expect(sources.filter((url) => url.includes('/src/') && !url.includes('/src/kube/'))).toEqual([]);
});

describeCluster('kubectl', () => {
  const kubectl = (...args: readonly string[]) => run(binary('kubectl'), args);

  test('finds the plugin, and takes the completion for none', async () => {
    const { stdout } = await kubectl('plugin', 'list', '--name-only');
    expect(stdout.split('\n').filter((name) => name.includes('snapgraph'))).toEqual(['kubectl-snapgraph']);
  });

  test('runs it under its name', async () => {
    const { code, stdout } = await kubectl('snapgraph', '--help');
    expect(code).toBe(0);
    expect(stdout).toContain('Usage: kubectl snapgraph COMMAND');
    expect((await kubectl('snapgraph', 'gte')).stderr).toContain('kubectl snapgraph: unknown command "gte". Did you mean "get"?');
    expect((await kubectl('snapgraph', 'gte')).code).toBe(2);
  });

  test('offers what we offer', async () => {
    expect((await kubectl('__complete', 'snapg')).stdout).toContain('snapgraph\t');
    const { stdout } = await kubectl('__complete', 'snapgraph', '');
    expect(stdout).toBe(`${commands.map(({ name, summary }) => `${name}\t${summary}`).join('\n')}\n:4\n`);
    expect((await kubectl('__complete', 'snapgraph', 'ge')).stdout).toBe("get\tlist objects, with kubectl's arguments and columns\n:4\n");
    expect((await kubectl('__complete', 'snapgraph', 'get', 'x', 'po', '--names')).stdout).toBe(
      '--namespace\tthe namespace to look in\n:4\n',
    );
    expect((await kubectl('__complete', 'snapgraph', 'get', 'x', '--output=js')).stdout).toBe('json\njsonpath=\n:4\n');
    expect((await kubectl('__complete', 'snapgraph', 'import', 'x', '--store', '')).stdout).toBe(':16\n');
  });
});
