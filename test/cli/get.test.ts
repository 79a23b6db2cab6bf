/** `get` on the demo bundles. */
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

describe('get', () => {
  test('lists as kubectl does, ages from the time of the capture', async () => {
    const { stdout, stderr, code } = await run('get', 'demo.tar.gz', 'po', '-n', 'shop', '-l', 'app in (cart, checkout)');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')).toEqual([
      'NAME                        READY   STATUS                       RESTARTS   AGE',
      'cart-768d85485-4dblg        1/1     Running                      0          2m',
      'cart-768d85485-8pphm        1/1     Running                      0          2m',
      'checkout-7dfd65f597-2xt7z   0/1     CreateContainerConfigError   0          2m4s',
      'checkout-7dfd65f597-vzvn6   0/1     CreateContainerConfigError   0          2m4s',
    ]);
  });

  test('several kinds, names, namespaces', async () => {
    const { stdout } = await run('get', 'demo.tar.gz', 'svc/cart', 'deploy/cart', '-n', 'shop');
    expect(stdout).toMatch(/^NAME +TYPE[\s\S]*service\/cart[\s\S]*\n\nNAME +READY[\s\S]*deployment\.apps\/cart +2\/2/);
    expect((await run('get', 'demo.tar.gz', 'shops', '-A')).stdout).toMatch(
      /^NAMESPACE +NAME +DOMAIN +PHASE +AGE\nshop +main +shop\.example\.com +Ready/,
    );
    expect(
      (await run('get', 'demo.tar.gz', 'pods', '-A', '--field-selector', 'status.phase=Pending', '--no-headers')).stdout.split('\n'),
    ).toHaveLength(9);
  });

  test('for programs', async () => {
    const names = await run('get', 'demo.tar.gz', 'nodes', '-o', 'jsonpath={.items[*].metadata.name}');
    expect(names.stdout).toBe('worker-a1 worker-a2 worker-b1 worker-b2');
    expect((await run('get', 'demo.tar.gz', 'deploy', '-n', 'data', '-o', 'name')).stdout).toMatch(/^deployment\.apps\/analytics$/m);
    const list = JSON.parse((await run('get', 'demo.tar.gz', 'pods', '-n', 'data', '-o=json')).stdout) as {
      kind: string;
      items: unknown[];
    };
    expect(list.kind).toBe('List');
    const one = await run('get', 'demo.tar.gz', 'cm/checkout-config', '-n', 'shop', '-o', 'yaml');
    expect(one.stdout).toMatch(/^apiVersion: v1\nkind: ConfigMap\n/);
    expect(one.stdout).not.toContain('managedFields');
    const columns = await run(
      'get',
      'demo.tar.gz',
      'pods',
      '-n',
      'shop',
      '-l',
      'app=cart',
      '-o',
      'custom-columns=N:.metadata.name,NO:.nope',
    );
    expect(columns.stdout).toBe('N                      NO\ncart-768d85485-4dblg   <none>\ncart-768d85485-8pphm   <none>');
  });

  test('what is not there, and what nobody looked at', async () => {
    const nothing = await run('get', 'demo.tar.gz', 'pods');
    expect({ ...nothing, stderr: nothing.stderr.split('\n')[0] }).toEqual({
      code: 0,
      stdout: '',
      stderr: 'No resources found in default namespace.',
    });
    expect(nothing.stderr).toContain('There are 46 in other namespaces');
    const absent = await run('get', 'demo.tar.gz', 'secret/nope', '-n', 'shop');
    expect(absent).toEqual({ code: 1, stdout: '', stderr: 'Error: Secret "nope" not found in namespace shop.' });
    const denied = await run('get', 'demo-partial.tar.gz', 'secrets', '-n', 'shop');
    expect(denied.code).toBe(0);
    expect(denied.stderr).toMatch(/Secret was not fully captured: denied \(403\)/);
    const ghost = await run('get', 'demo-partial.tar.gz', 'secret/registry-pull', '-n', 'shop');
    expect(ghost.code).toBe(1);
    expect(ghost.stderr).toMatch(/was not captured in namespace shop \(denied\), so it may have been there\. Other objects name it/);
  });

  test('what is ill, by its health', async () => {
    const ill = async (...args: readonly string[]): Promise<string[]> =>
      (await run('get', 'demo.tar.gz', ...args, '-A', '-o', 'name')).stdout.split('\n').filter((line) => line !== '');
    expect(await ill('services', '--health', 'degraded')).toEqual([
      'service/orders-sync',
      'service/metrics-server',
      'service/fraud-check',
      'service/ledger',
      'service/checkout',
      'service/image-resizer',
      'service/recommendations',
      'service/search',
    ]);
    const [healthy, other, all] = await Promise.all([
      ill('pods', '--health', 'Healthy'),
      ill('pods', '--health', 'degraded,progressing', '--health', 'unknown', '--health', 'suspended'),
      ill('pods'),
    ]);
    expect([...healthy, ...other].sort()).toEqual([...all].sort());
    const wrong = await run('get', 'demo.tar.gz', 'pods', '--health', 'degarded');
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('Did you mean "degraded"?') as string });
  });

  test('SNAPGRAPH_SOURCE stands in for SOURCE', async () => {
    const { stdout } = await execa(process.execPath, [CLI, 'get', 'nodes', '--no-headers'], {
      cwd: home.folder,
      env: { HOME: home.folder, XDG_CACHE_HOME: join(home.folder, '.cache'), SNAPGRAPH_SOURCE: 'demo.tar.gz' },
    });
    expect(stdout.split('\n')).toHaveLength(4);
  });

  test('a reader that has enough ends it quietly', async () => {
    const { stdout, stderr } = await execa('sh', ['-c', `"${process.execPath}" "${CLI}" get demo.tar.gz events -A -o json | head -1`], {
      cwd: home.folder,
      env: { HOME: home.folder, XDG_CACHE_HOME: join(home.folder, '.cache') },
    });
    expect({ stdout, stderr }).toEqual({ stdout: '{', stderr: '' });
  });
});
