/** `why`, `why --delete` and `terminating` on the demo bundles. */
import { load } from 'js-yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run(...args);

interface Deletion {
  readonly object: { readonly kind: string; readonly name: string };
  readonly verdict: string;
  readonly blockers: {
    readonly items: readonly { readonly object: { readonly kind: string; readonly name: string }; readonly finalizer: string | null }[];
    readonly edges: readonly { readonly from: number; readonly to: number }[];
    readonly roots: readonly number[];
  };
  readonly nextSteps: readonly string[];
}

describe('why', () => {
  test('a Namespace: the tree down to both roots, what shows it, what to do', async () => {
    const { code, stdout, stderr } = await run('why', 'demo.tar.gz', 'ns/team-legacy');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Namespace team-legacy: being deleted for 67s, orphaned\nFinalizer kubernetes waits until everything/);
    expect(stdout).toMatch(/\n├─ Tenant team-legacy\/acme +legacy\.example\.com\/tenant-cleanup +tenant-operator: gone\n/);
    expect(stdout).toMatch(
      /\n└─ APIService v1beta1\.metrics\.k8s\.io .*\n {3}└─ Service kube-system\/metrics-server .*\n {6}└─ Pod kube-system\//,
    );
    expect(stdout).toContain(
      '\nWhat shows it:\n  Namespace team-legacy: condition NamespaceContentRemaining: Some resources are remaining',
    );
    expect(stdout).toMatch(/\nWhat to do:\n {2}- Bring back tenant-operator[\s\S]*\n {2}- Destructive, the last resort/);
  });

  test('for programs: blockers by their place among the items, in JSON and YAML alike', async () => {
    const json = await run('why', 'demo.tar.gz', 'deploy/gift-wrap', '-n', 'shop', '-o', 'json');
    const yaml = await run('why', 'demo.tar.gz', 'deploy/gift-wrap', '-n', 'shop', '-o', 'yaml');
    const told = JSON.parse(json.stdout) as Deletion;
    expect(load(yaml.stdout)).toEqual(told);
    const { items, edges, roots } = told.blockers;
    const kinds = edges.map(({ from, to }) => `${items[from]?.object.kind} → ${items[to]?.object.kind}`);
    expect(kinds).toEqual(['Deployment → ReplicaSet', 'ReplicaSet → Pod', 'ReplicaSet → Pod']);
    expect(roots.map((root) => items[root]?.finalizer)).toEqual(Array(2).fill('shop.example.com/connection-drain'));
    expect(told).toMatchObject({ verdict: 'BLOCKED', object: { group: 'apps', namespace: 'shop', presence: 'PRESENT' } });
  });

  test('what is not being deleted, or not there', async () => {
    const there = await run('why', 'demo.tar.gz', 'deploy/cart', '-n', 'shop');
    expect(there).toMatchObject({ code: 0, stdout: 'Deployment shop/cart: healthy' });
    expect(there.stderr).toContain('Deployment shop/cart is not being deleted: nothing holds it up.');
    const ghost = await run('why', 'demo-partial.tar.gz', 'node/worker-b2');
    expect(ghost.stderr).toContain('Node worker-b2 is not in the snapshot: not captured.');
    expect((await run('why', 'demo-partial.tar.gz', 'node/worker-b2', '-o', 'json')).stdout).toBe('null');
    const nobody = await run('why', 'demo.tar.gz', 'deploy/cart');
    expect(nobody).toMatchObject({ code: 1, stderr: expect.stringContaining('There is one in shop') });
  });

  test('what does not go together is said', async () => {
    const alone = await run('why', 'demo.tar.gz', 'deploy/cart', '-n', 'shop', '--cascade', 'orphan');
    expect(alone).toMatchObject({ code: 2, stderr: expect.stringContaining('--cascade goes with --delete.') });
    const misspelt = await run('why', 'demo.tar.gz', 'deploy/cart', '-n', 'shop', '--delete', '--cascade', 'orphann');
    expect(misspelt).toMatchObject({ code: 2, stderr: expect.stringContaining('orphan') });
  });
});

describe('why --delete', () => {
  const preview = (...more: string[]) => run('why', 'demo.tar.gz', 'deploy/cart', '-n', 'shop', '--delete', ...more);

  test('what goes along, and what would point to nothing', async () => {
    const { code, stdout } = await preview();
    expect(code).toBe(0);
    expect(stdout).toMatch(/4 objects go along:\n {2}├─ ReplicaSet shop\/cart-768d85485\n {2}│ {2}├─ Pod shop\/cart-/);
    expect(stdout).toMatch(
      /HorizontalPodAutoscaler shop\/cart +horizontal-pod-autoscaler-target +spec\.scaleTargetRef\.name +Deployment shop\/cart/,
    );
  });

  test('what is orphaned stays', async () => {
    const { stdout } = await preview('--cascade', 'orphan');
    expect(stdout).toContain('Nothing else goes.');
    expect(stdout).toMatch(/Stays:\n {2}ReplicaSet shop\/cart-768d85485 +loses its owner reference and stands alone\n/);
  });

  test('for programs', async () => {
    const { stdout } = await preview('-o', 'json');
    const { deletes, dangling, completeness } = JSON.parse(stdout);
    expect(deletes).toHaveLength(4);
    expect(dangling).toContainEqual({
      relation: 'horizontal-pod-autoscaler-target',
      path: 'spec.scaleTargetRef.name',
      source: expect.objectContaining({ kind: 'HorizontalPodAutoscaler', name: 'cart' }),
      target: expect.objectContaining({ kind: 'Deployment', name: 'cart' }),
    });
    expect(completeness.complete).toBe(false);
  });

  test('what a Namespace waits for, and what would hold a claim', async () => {
    const namespace = await run('why', 'demo.tar.gz', 'ns/data', '--delete');
    expect(namespace.stdout).toMatch(/Would wait for:\n {2}Namespace data +APIService v1beta1\.metrics\.k8s\.io: no namespace goes/);
    const claim = await run('why', 'demo.tar.gz', 'pvc/data-postgres-0', '-n', 'data', '--delete');
    expect(claim.stdout).toMatch(
      /Would wait for:\n {2}PersistentVolumeClaim data\/data-postgres-0 +kubernetes\.io\/pvc-protection +Pod data\/postgres-0/,
    );
  });
});

describe('terminating', () => {
  test('each deletion once: below what waits for it, the oldest request first', async () => {
    const { code, stdout } = await run('terminating', 'demo.tar.gz');
    expect(code).toBe(0);
    const tops = stdout.split('\n').flatMap((line) => /^(\S+ \S+): being deleted for/.exec(line)?.[1] ?? []);
    expect(tops.slice(0, 5)).toEqual([
      'PersistentVolumeClaim data/reports',
      'PersistentVolumeClaim data/scratch',
      'Deployment shop/gift-wrap',
      'CustomResourceDefinition backups.archive.example.com',
      'Namespace team-legacy',
    ]);
    expect(tops.slice(5)).toEqual([expect.stringMatching(/^Pod shop\/search-/), expect.stringMatching(/^Pod shop\/search-/)]);
  });

  test('of one namespace, and for programs', async () => {
    const some = await run('terminating', 'demo.tar.gz', '-n', 'data', '-o', 'json');
    expect((JSON.parse(some.stdout) as Deletion[]).map(({ object: { name }, verdict }) => `${name} ${verdict}`)).toEqual([
      'reports BLOCKED',
      'scratch BLOCKED',
    ]);
    expect(await run('terminating', 'demo.tar.gz', '-n', 'monitoring')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: expect.stringContaining('Nothing is being deleted.'),
    });
    expect((await run('terminating', 'demo.tar.gz', '-n', 'dta')).stderr).toContain('data');
    expect(await run('terminating', 'demo.tar.gz', 'pods')).toMatchObject({ code: 2 });
  });

  test('what was not captured is said', async () => {
    const { stderr } = await run('terminating', 'demo-partial.tar.gz');
    expect(stderr).toMatch(/Note: of \d+ kinds not all was captured; what is being deleted among them is not shown\./);
  });
});
