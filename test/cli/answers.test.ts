/** `tree`, `query` and `info` on the demo bundles. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';
import { PROJECT } from '../support/run-cli.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run(...args);

describe('tree', () => {
  test('down to what it owns, up to its owners and users', async () => {
    const down = await run('tree', 'demo.tar.gz', 'deploy/cart', '-n', 'shop');
    expect(down.stdout).toMatch(/^Deployment shop\/cart\n├─ ConfigMap cart-snapshot .*uid of another, earlier object/);
    expect(down.stdout).toMatch(/│ {2}├─ Pod cart-768d85485-4dblg +Running, ready/);
    const up = await run('tree', 'demo.tar.gz', 'configmap/checkout-config', '-n', 'shop', '--up');
    expect(up.stdout).toMatch(/needs key PAYMENT_URL, not in it: spec\.containers\[0\]\.env\[1\]/);
    expect(up.stdout).toMatch(/ReplicaSet checkout-7dfd65f597[\s\S]*└─ Deployment checkout/);
    const node = await run('tree', 'demo-partial.tar.gz', 'node/worker-b2', '--up');
    expect(node.stdout).toMatch(/^Node worker-b2 +not captured\n/);
    expect(node.stdout).toMatch(/Pod shop\/search-77b8c8d5d4-j8qtz .*names it: spec\.nodeName/);
  });

  test('nothing of that name', async () => {
    const { code, stderr } = await run('tree', 'demo.tar.gz', 'deploy/checkout');
    expect(code).toBe(1);
    expect(stderr).toContain('There is one in shop: give it with -n.');
  });
});

describe('query', () => {
  test('prints the response and exits 1 where it holds errors', async () => {
    const good = await run(
      'query',
      'demo.tar.gz',
      'query Q($n: String!) { service(namespace: "shop", name: $n) { name } } query R { __typename }',
      '--variables',
      '{"n":"cart"}',
      '--operation',
      'Q',
    );
    expect(good).toMatchObject({ code: 0, stderr: '' });
    expect(JSON.parse(good.stdout)).toEqual({ data: { service: { name: 'cart' } } });
    const bad = await run('query', 'demo.tar.gz', '{ servic { name } }');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({ errors: [{ message: expect.stringContaining('servic') }] });
  });

  test('from a file, from standard input, saved, and with variables in a file', async () => {
    writeFileSync(join(home.folder, 'q.graphql'), '{ node(name: "worker-a1") { name } }');
    const expected = { data: { node: { name: 'worker-a1' } } };
    expect(JSON.parse((await run('query', 'demo.tar.gz', '-f', 'q.graphql')).stdout)).toEqual(expected);
    const piped = await home.runWith('{ node(name: "worker-a1") { name } }', 'query', 'demo.tar.gz', '-f', '-');
    expect(JSON.parse(piped.stdout)).toEqual(expected);
    writeFileSync(join(home.folder, 'v.json'), '{"namespace":"shop","name":"cart"}');
    const saved = await run('query', 'demo.tar.gz', '--saved', 'service-to-nodes', '--variables', '@v.json');
    expect(saved.stdout).toContain('worker-b1');
    const listed = (await run('query', '--saved', 'list')).stdout;
    for (const file of readdirSync(join(PROJECT, 'schema/queries'))) expect(listed).toContain(file.replace('.graphql', ''));
  });
});

describe('info', () => {
  test('says what is in it and what is missing, and ends with 3 where something is', async () => {
    const partial = await run('info', 'demo-partial.tar.gz');
    expect(partial.code).toBe(3);
    expect(partial.stdout).toMatch(/512 objects of 41 kinds/);
    expect(partial.stdout).toMatch(/51 objects are degraded, 7 in progress\n/);
    expect(partial.stdout).toContain('snapgraph query demo-partial.tar.gz --saved what-is-ill');
    expect(partial.stdout).toMatch(/Secret +denied \(403\) +everywhere/);
    const broken = await run('info', 'demo-broken-off.tar.gz', '-o', 'json');
    expect(broken.code).toBe(3);
    expect(JSON.parse(broken.stdout)).toMatchObject({ finished: false, whole: false, objects: 328, health: { terminating: 7 } });
    expect(JSON.parse(broken.stdout).health.kinds[0]).toMatchObject({ kind: 'Pod', degraded: 16, worst: { length: 10 } });
    expect((await run('info', 'demo.tar.gz', '-o', 'yaml')).stdout).toMatch(/^contentHash: \w+$/m);
  });

  test('a whole capture ends with 0', async () => {
    const object = { apiVersion: 'v1', kind: 'List', items: [{ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'a', uid: '1' } }] };
    const input = JSON.stringify(object);
    expect((await home.runWith(input, 'info', '-', '--complete', '-o', 'json')).stdout).toContain('"objects": 1');
    expect((await home.runWith(input, 'info', '-')).code).toBe(3);
  });
});
