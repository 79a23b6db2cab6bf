/** `--rules`: relation rules of users, through the command line. */
import { copyFileSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { execa } from 'execa';
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';
import { type CliRun, PROJECT } from '../support/run-cli.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
  copyFileSync(join(PROJECT, 'fixtures/demo-rules.yaml'), join(home.folder, 'rules.yaml'));
});
afterAll(() => home.remove());
const run = (...args: readonly string[]): Promise<CliRun> => home.run(...args);

const QUESTION = `{
  shops_shop_example_com { items { namespace name tlsSecret { name presence } storefrontService { name } promotions { items { name } } } }
  secrets { items { namespace name shops { items { name } completeness { complete } } } }
}`;

/** The demo's objects of a resource, read with tar and JSON.parse. */
async function captured(path: string): Promise<readonly Captured[]> {
  const { stdout } = await execa('tar', ['xzOf', join(PROJECT, 'fixtures/demo.tar.gz'), '--wildcards', `*/objects/${path}/*.ndjson`]);
  return stdout.split('\n').map((line) => JSON.parse(line) as Captured);
}

interface Captured {
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: {
    readonly tlsSecretRef?: { readonly name: string };
    readonly storefront?: { readonly serviceName: string };
    readonly shopRef?: { readonly name: string };
  };
}

test('a rule for a custom resource: its fields in both directions, as the objects say', async () => {
  const { code, stdout } = await run('query', 'demo.tar.gz', '--rules', 'rules.yaml', QUESTION);
  expect(code).toBe(0);
  const { data } = JSON.parse(stdout);
  const [shops, promotions, secrets] = await Promise.all(
    ['shop.example.com/v1/shops', 'shop.example.com/v1alpha1/promotions', 'core/v1/secrets'].map(captured),
  );
  expect(shops).toHaveLength(1);
  expect(data.shops_shop_example_com.items).toEqual(
    shops?.map(({ metadata, spec }) => ({
      namespace: metadata.namespace,
      name: metadata.name,
      tlsSecret: { name: spec.tlsSecretRef?.name, presence: 'PRESENT' },
      storefrontService: { name: spec.storefront?.serviceName },
      promotions: {
        items: promotions
          ?.filter((one) => one.metadata.namespace === metadata.namespace && one.spec.shopRef?.name === metadata.name)
          .map((one) => ({ name: one.metadata.name })),
      },
    })),
  );
  const named = (secret: Captured): unknown[] =>
    (shops ?? [])
      .filter(({ metadata, spec }) => metadata.namespace === secret.metadata.namespace && spec.tlsSecretRef?.name === secret.metadata.name)
      .map(({ metadata }) => ({ name: metadata.name }));
  const answered = new Map<string, unknown>(
    data.secrets.items.map((item: { namespace: string; name: string; shops: unknown }) => [`${item.namespace}/${item.name}`, item.shops]),
  );
  expect(answered.size).toBe(secrets?.length);
  for (const secret of secrets ?? [])
    expect(answered.get(`${secret.metadata.namespace}/${secret.metadata.name}`)).toEqual({
      items: named(secret),
      completeness: { complete: true },
    });
});

test('with and without rules the same capture is two imports, whichever came first', async () => {
  const ask = (...flags: readonly string[]): Promise<CliRun> =>
    run(
      'query',
      'demo.tar.gz',
      ...flags,
      '{ secret(namespace: "shop", name: "shop-tls") { referencedBy(relations: ["shop-tls-secret"]) { totalCount } } }',
    );
  const unknown = /There is no relation \\"shop-tls-secret\\"/;
  expect((await ask()).stdout).toMatch(unknown);
  expect(JSON.parse((await ask('--rules', 'rules.yaml')).stdout)).toEqual({ data: { secret: { referencedBy: { totalCount: 1 } } } });
  expect((await ask()).stdout).toMatch(unknown);
  expect((await run('query', 'demo.tar.gz', QUESTION)).stdout).toMatch(/Cannot query field \\"tlsSecret\\"/);
});

describe('a snapshot file', () => {
  test('keeps the rules of its import, and refuses others', async () => {
    await run('import', 'demo.tar.gz', '--db', 'ruled.db', '--rules', 'rules.yaml');
    await run('import', 'demo.tar.gz', '--db', 'plain.db');
    expect(JSON.parse((await run('query', 'ruled.db', QUESTION)).stdout).data.shops_shop_example_com.items).toHaveLength(1);
    expect((await run('info', 'ruled.db')).stdout).toMatch(
      /Rules +4 rules beside the built-in ones: shop-tls-secret, shop-storefront-service/,
    );
    expect((await run('info', 'plain.db')).stdout).not.toContain('Rules');
    const { userRules } = JSON.parse((await run('info', 'ruled.db', '-o', 'json')).stdout);
    expect(userRules.map(({ relation }: { relation: string }) => relation)).toEqual(relationsOf('rules.yaml'));
    expect((await run('query', 'ruled.db', '--rules', 'rules.yaml', QUESTION)).code).toBe(0);
    const plain = await run('info', 'plain.db', '--rules', 'rules.yaml');
    expect(plain).toMatchObject({ code: 1, stdout: '' });
    expect(plain.stderr).toContain('plain.db was imported without rules of yours, and keeps what it was imported under.');
    writeFileSync(join(home.folder, 'one.yaml'), 'rules: [{relation: shop-x, from: Shop.shop.example.com, path: spec.x, target: Secret}]');
    expect((await run('info', 'ruled.db', '--rules', 'one.yaml')).stderr).toContain('ruled.db was imported under 4 other rules');
  });

  test('is not mistaken for the same capture under other rules', async () => {
    const both = await run('serve', 'ruled.db', 'plain.db', '--port', '0');
    expect(both).toMatchObject({ code: 1 });
    expect(both.stderr).toMatch(/plain\.db holds the snapshot \w{12}, which is open already under other relation rules\./);
  });

  test('a store holds snapshots with rules', async () => {
    await run('import', 'demo.tar.gz', 'demo-later.tar.gz', '--store', 'store', '--rules', 'rules.yaml');
    expect(readdirSync(join(home.folder, 'store'))).toHaveLength(2);
    expect((await run('tree', 'store', 'secret/shop-tls', '-n', 'shop', '--up', '--rules', 'rules.yaml')).stdout).toMatch(/Shop.*main/);
  });
});

test('several files: together, each rule once', async () => {
  writeFileSync(
    join(home.folder, 'team.yaml'),
    'rules:\n  - relation: tenant-plan\n    from: Tenant.legacy.example.com\n    path: spec.plan\n    target: ConfigMap\n    forward: {name: planConfig, one: true}\n',
  );
  const query =
    '{ tenants_legacy_example_com { items { planConfig { name presence } } } danglingReferences(relations: ["tenant-plan"]) { items { status path target { name } } } }';
  const { stdout } = await run('query', 'demo.tar.gz', '--rules', 'rules.yaml', '--rules', 'team.yaml', query);
  expect(JSON.parse(stdout).data).toEqual({
    tenants_legacy_example_com: { items: [{ planConfig: { name: 'gold', presence: 'MISSING' } }] },
    danglingReferences: { items: [{ status: 'MISSING', path: 'spec.plan', target: { name: 'gold' } }] },
  });
  const twice = await run('info', 'demo.tar.gz', '--rules', 'rules.yaml', '--rules', 'rules.yaml');
  expect(twice).toMatchObject({ code: 1, stdout: '' });
  expect(twice.stderr).toContain('rules.yaml: line 4: rule 1 (shop-tls-secret): there is a rule for the same pointers already');
});

describe('a file that is none of rules', () => {
  const rule = 'relation: x-y, from: Shop.shop.example.com, path: spec.x, target: Secret';
  test.each([
    [`rules:\n  - {${rule}}\n  - {${rule}}`, 1, 'file: line 3: rule 2 (x-y): there is a rule for the same pointers already'],
    [`rules:\n  - {${rule}, forward: {name: events}}`, 1, 'file: line 2: rule 1 (x-y): the name "events" is reserved'],
    [`rules:\n  - {${rule}, forward: {name: spec}}`, 1, 'the name "spec" is reserved'],
    [`rules:\n  - {${rule}, forward: {name: pods, one: true}}`, 1, 'the field "pods" is a list of objects on '],
    [`rules:\n  - {${rule}, forward: {name: node}}`, 1, 'the field "node" is one object on '],
    [`rules:\n  - {${rule}, reverse: {name: containers}}`, 1, 'the field "containers" is something else on Pod'],
    [`rules:\n  - {${rule}, reverse: {name: pods}}`, 1, 'the field "pods" of Secret leads to Pod alone.'],
    ['', 1, 'file: it is empty.'],
    ['a: [b', 1, 'file: line '],
    [Buffer.alloc(2 ** 20 + 1, '#'), 1, 'file: it is larger than 1,048,576 bytes'],
    [Buffer.from([0xff, 0xfe, 0x00]), 1, 'file: it is no text in UTF-8.'],
  ])('%#', async (text, code, message) => {
    writeFileSync(join(home.folder, 'file'), text);
    const result = await run('get', 'demo.tar.gz', 'pods', '--rules', 'file');
    expect(result).toMatchObject({ code, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  test('files that cannot be read, or never end', async () => {
    mkdirSync(join(home.folder, 'folder'));
    symlinkSync('loop', join(home.folder, 'loop'));
    expect((await run('info', 'demo.tar.gz', '--rules', 'absent.yaml')).stderr).toContain('--rules absent.yaml cannot be read: ENOENT');
    expect(await run('info', 'demo.tar.gz', '--rules', 'folder')).toMatchObject({ code: 2, stdout: '' });
    expect(await run('info', 'demo.tar.gz', '--rules', 'loop')).toMatchObject({ code: 2, stdout: '' });
    expect((await run('info', 'demo.tar.gz', '--rules', '/dev/zero')).stderr).toContain('it is larger than');
  });
});

test('the example on the page is the file that the demo comes with', () => {
  const page = readFileSync(join(PROJECT, 'docs/rules.md'), 'utf8');
  const example = /```yaml\n([\s\S]*?)```/.exec(page)?.[1] ?? '';
  expect(example).toBe(readFileSync(join(PROJECT, 'fixtures/demo-rules.yaml'), 'utf8'));
});

function relationsOf(file: string): readonly string[] {
  const { rules } = load(readFileSync(join(home.folder, file), 'utf8')) as { readonly rules: readonly { readonly relation: string }[] };
  return rules.map(({ relation }) => relation);
}
