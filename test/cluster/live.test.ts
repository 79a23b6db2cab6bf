/** `live` as SOURCE: the same questions, of a cluster that runs. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { beforeAll, expect, test } from 'vitest';
import { seedCluster } from '../../scripts/cluster/index.mjs';
import { CLI, type CliRun } from '../support/run-cli.ts';
import { clusterTestFolder, describeCluster, useCluster } from './cluster-test.ts';

const folder = clusterTestFolder();

describeCluster('a running cluster', () => {
  const cluster = useCluster();
  beforeAll(async () => {
    await seedCluster({ cluster: cluster(), objects: 1500 });
  });

  /** With nothing but the kubeconfig to go by, and a cache of its own. */
  async function ask(args: readonly string[], kubeconfig = cluster().kubeconfig): Promise<CliRun> {
    const env = {
      HOME: folder,
      KUBECONFIG: kubeconfig,
      KUBECONTEXT: '',
      NO_COLOR: '1',
      SNAPGRAPH_SOURCE: '',
      SNAPGRAPH_CACHE: join(folder, 'cache'),
    };
    const { exitCode, stdout, stderr } = await execa(process.execPath, [CLI, ...args], {
      cwd: folder,
      env,
      reject: false,
      timeout: 120_000,
    });
    return { code: exitCode, stdout, stderr };
  }

  test.each(['pods', 'services', 'endpointslices', 'widgets.shop.example.com', 'clusterroles'])(
    'get %s names what kubectl names',
    async (kind) => {
      const { code, stdout } = await ask(['get', 'live', kind, '-A', '-o', 'name']);
      expect(code).toBe(0);
      const theirs = (await cluster().kubectl(['get', kind, '-A', '-o', 'name'])).trim().split('\n');
      expect(theirs.length).toBeGreaterThan(5);
      expect(stdout.split('\n').sort()).toEqual(theirs.sort());
    },
  );

  test('is asked anew each time, by context too', async () => {
    const count = async (): Promise<number> => {
      const query = '{ snapshots { id } configMaps(namespace: "default") { totalCount completeness { complete } } }';
      const { stdout } = await ask(['query', 'live:snapgraph-test', query]);
      const { data } = JSON.parse(stdout) as { data: { snapshots: object[]; configMaps: { totalCount: number; completeness: object } } };
      expect(data.snapshots).toEqual([{ id: 'live-snapgraph-test' }]);
      expect(data.configMaps.completeness).toEqual({ complete: true });
      return data.configMaps.totalCount;
    };
    const before = await count();
    await cluster().api.create({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'new', namespace: 'default' } });
    expect(await count()).toBe(before + 1);
  });

  test('values of Secrets are redacted', async () => {
    await cluster().api.create({
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'secret', namespace: 'default' },
      stringData: { word: 'xyzzy' },
    });
    const { code, stdout } = await ask(['get', 'live', 'secret/secret', '-n', 'default', '-o', 'json']);
    expect(code).toBe(0);
    expect(stdout).toContain('"word"');
    expect(stdout).not.toContain(Buffer.from('xyzzy').toString('base64'));
  });

  test('what may not be read is not captured, never missing', async () => {
    const token = await cluster().tokenFor('default', 'nobody-in-particular');
    const { stdout, stderr } = await ask(['get', 'live', 'pods', '-A'], cluster().kubeconfigWith({ token }));
    expect(stdout).toBe('');
    expect(stderr).toMatch(/forbidden|denied|lets you read nothing/i);
  });

  test('SQL is asked of it too', async () => {
    const { stdout } = await ask(['sql', 'live', "SELECT count(*) AS nodes FROM objects WHERE kind = 'Node' AND presence = 'present'"]);
    const theirs = (await cluster().kubectl(['get', 'nodes', '-o', 'name'])).trim().split('\n');
    expect(stdout).toBe(`nodes\n${theirs.length}`);
  });

  test('events are those of kubectl', async () => {
    const args = ['events', '-A', '--no-headers', '--types', 'Warning'];
    const lines = (text: string): string[] => text.trim().split('\n').map(withoutAge).sort();
    const theirs = lines(await cluster().kubectl(args));
    expect(theirs.length).toBeGreaterThan(5);
    expect(lines((await ask(['events', 'live', ...args.slice(1)])).stdout)).toEqual(theirs);
  });

  test('says what is wrong: no such context, no server', async () => {
    expect(await ask(['get', 'live:nope', 'pods'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('no context "nope"') as string,
    });
    const unreachable = await ask(['get', 'live', 'pods'], cluster().kubeconfigWith({ server: 'https://127.0.0.1:1' }));
    expect(unreachable).toMatchObject({ code: 1, stderr: expect.stringContaining('cannot be reached') as string });
  });

  test('nothing is left of it', () => {
    expect(readdirSync(join(folder, 'cache/live'))).toEqual([]);
  });
});

/** Theirs is measured from now, ours from the capture; a column is as wide as its widest cell. */
function withoutAge(line: string): string {
  return line
    .replace(/\S+( \(x\d+ over \S+\))? +(?=Normal|Warning)/, (_, often: string | undefined) => (often === undefined ? '' : 'often '))
    .replace(/ {2,}/g, ' ');
}
