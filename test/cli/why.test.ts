/** `why` on what a person would ask about in each story of the demo: the right cause stands first. The stories and their answers: fixtures/README.md. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DemoHome, makeDemoHome } from '../support/demo-home.ts';

let home: DemoHome;
beforeAll(() => {
  home = makeDemoHome();
});
afterAll(() => home.remove());
const run: DemoHome['run'] = (...args) => home.run('why', ...args);

/** What it comes down to; of an object that explains itself its own message. */
function causes(stdout: string): string[] {
  const lines = stdout.split('\n');
  const start = lines.indexOf('It comes down to:');
  return start < 0
    ? lines.slice(1).map((line) => line.trim())
    : lines.slice(start + 1, lines.indexOf('', start)).map((line) => line.trim());
}

describe('the first cause of each story', () => {
  test.each<[string, string, string, RegExp]>([
    ['a: a selector that selects nothing', 'svc/recommendations', 'shop', /^No pod has app=recomendations.*look at the selector/],
    ['b: too much asked for', 'deploy/analytics', 'data', /^Pod data\/analytics-\S+: No node can take it: .*Insufficient cpu/],
    [
      'b: a label that no node has',
      'deploy/gpu-trainer',
      'data',
      /^Pod data\/gpu-trainer-\S+: No node can take it: .*node affinity\/selector/,
    ],
    [
      'c: a key that is not in its ConfigMap, from the Ingress',
      'ing/checkout',
      'shop',
      /^ConfigMap shop\/checkout-config has no key PAYMENT_URL$/,
    ],
    ['c: the same from the Deployment', 'deploy/checkout', 'shop', /^ConfigMap shop\/checkout-config has no key PAYMENT_URL$/],
    [
      'd: an init container that fails',
      'svc/orders-sync',
      'data',
      /^Pod data\/orders-sync-\S+: Init container 2 of 2, migrate, waits: CrashLoopBackOff/,
    ],
    [
      'e: an image that does not exist',
      'svc/image-resizer',
      'shop',
      /^Pod shop\/image-resizer-\S+: Container resizer waits: ImagePullBackOff/,
    ],
    [
      'f: too little memory',
      'svc/fraud-check',
      'payments',
      /^Pod payments\/fraud-check-\S+: .*OOMKilled.*more memory than its limit of 512Mi/,
    ],
    [
      'l: an API that rests on a Pod without a node',
      'apiservice/v1beta1.metrics.k8s.io',
      'default',
      /^Pod kube-system\/metrics-server-\S+: No node can take it/,
    ],
    ['m: a node that is lost', 'svc/search', 'shop', /^Node worker-b2: Kubelet stopped posting node status/],
    ['n: a quota', 'deploy/settlement', 'payments', /^ReplicaSet payments\/settlement-\S+: 2 of 4 .*exceeded quota: payments-quota/],
    ['o: a ServiceAccount that is not there', 'deploy/ledger', 'payments', /^ServiceAccount payments\/ledger is missing$/],
    ['o: a target that is not there', 'hpa/wishlist', 'shop', /^Deployment shop\/wishlist is missing$/],
    ['o: a backend that is not there', 'ing/web', 'shop', /^Service shop\/legacy-web is missing$/],
  ])('%s', async (_what, object, namespace, cause) => {
    const { code, stdout } = await run('demo.tar.gz', object, '-n', namespace);
    expect(code).toBe(0);
    expect(causes(stdout)[0]).toMatch(cause);
  });

  test('and after it was deleted: a Secret', async () => {
    const { stdout } = await run('demo-later.tar.gz', 'deploy/api', '-n', 'payments');
    expect(causes(stdout)[0]).toBe('Secret payments/stripe-credentials is missing');
  });
});

test('the whole chain, as it is read', async () => {
  const { stdout } = await run('demo.tar.gz', 'svc/orders-sync', '-n', 'data');
  const chain = stdout.slice(stdout.lastIndexOf('Service data/orders-sync: degraded')).split('\n');
  expect(chain[0]).toBe('Service data/orders-sync: degraded, NoReadyEndpoint');
  expect(chain[2]).toBe('└─ Pod data/orders-sync-647bcbdb79-jm4tq: degraded, CrashLoopBackOff');
  expect(chain.slice(-4)).toEqual([
    '      its container migrate said last, before it was started anew:',
    '        migrate: applying 0042_add_vat_id.sql',
    '        migrate: ERROR: column "vat_id" of relation "orders" already exists (SQLSTATE 42701)',
    '        migrate: failed, exit 1',
  ]);
});

test('what was not captured is no cause, and is said', async () => {
  const { stdout } = await run('demo-partial.tar.gz', 'svc/search', '-n', 'shop');
  expect(stdout).toMatch(/\n {2}Pod shop\/search-\S+ and 1 more like it: Its node worker-b2 does not report/);
  expect(stdout).toMatch(/Could not be looked at, for it was not captured:\n {2}Node worker-b2$/);
  expect(stdout).not.toMatch(/missing/);
});

test('a Node: the Services that have nothing else', async () => {
  expect((await run('demo.tar.gz', 'node/worker-b2')).stdout).toMatch(
    /\nServices that have no ready endpoint elsewhere:\n {2}Service shop\/search$/,
  );
});

test.each([
  ['svc/cart', 'shop'],
  ['svc/bank-gateway', 'payments'],
  ['svc/erp', 'data'],
  ['svc/postgres-headless', 'data'],
  ['deploy/policy-webhook', 'payments'],
])('%s of %s is healthy: nothing is made up', async (object, namespace) => {
  const { code, stdout, stderr } = await run('demo.tar.gz', object, '-n', namespace);
  expect(code).toBe(0);
  expect(stdout).toMatch(/^\S+ \S+: (healthy|suspended|nothing is known of its health)/);
  expect(stdout).not.toContain('It comes down to');
  expect(stderr).toContain('Nothing amiss was found');
});

test('for programs', async () => {
  const { stdout } = await run('demo.tar.gz', 'ing/checkout', '-n', 'shop', '-o', 'json');
  const { explanation, notCaptured } = JSON.parse(stdout) as { explanation: object; notCaptured: object[] };
  expect(notCaptured).toEqual([]);
  expect(explanation).toMatchObject({
    object: { kind: 'Ingress', name: 'checkout' },
    health: { status: 'DEGRADED', reason: 'BackendNotServing' },
    pointer: null,
    causes: [
      {
        object: { kind: 'Service', name: 'checkout' },
        pointer: { path: 'spec.rules[0].http.paths[0].backend.service.name', status: 'OK' },
        causes: [
          {
            object: { kind: 'Pod' },
            alike: [{ kind: 'Pod' }],
            causes: [
              {
                object: { kind: 'ConfigMap', name: 'checkout-config' },
                pointer: { status: 'KEY_MISSING', key: 'PAYMENT_URL' },
                causes: [],
              },
            ],
          },
        ],
      },
    ],
  });
});
