/** The questions of a person on call, as far as this schema answers them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf } from '../../test/support/api/ask.ts';
import { type Imported, importFixture } from '../../test/support/imported.ts';
import { type Api, createApi } from './create-api.ts';

let imported: Imported;
let api: Api;

beforeAll(async () => {
  imported = await importFixture('demo.tar.gz');
  api = createApi({ snapshots: [imported.reader] });
});
afterAll(() => imported.close());

test('what is missing from this bundle?', async () => {
  const query =
    '{ snapshots { capturedFrom capturedTo finished completeness { gaps { group kind namespace outcome message } } problems { severity message origin } } }';
  const { snapshots } = await dataOf(api, query);
  expect(snapshots).toMatchObject([
    {
      finished: true,
      completeness: { gaps: expect.arrayContaining([expect.objectContaining({ group: 'metrics.k8s.io', outcome: 'UNAVAILABLE' })]) },
      problems: [{ severity: 'WARNING', message: expect.stringContaining('metrics.k8s.io') }],
    },
  ]);
});

test('why is checkout down?', async () => {
  const query = `{ service(namespace: "shop", name: "checkout") { endpointCounts { ready notReady }
    pods { completeness { complete } items { name ready reason node { name presence ready } containers { name state reason message exitCode }
      references(statuses: [KEY_MISSING]) { items { path written target { kind name presence } } } } } } }`;
  const { service } = await dataOf(api, query);
  expect(service).toMatchObject({
    endpointCounts: { ready: 0, notReady: 2 },
    pods: {
      completeness: { complete: true },
      items: Array(2).fill({
        ready: false,
        reason: 'CreateContainerConfigError',
        containers: [{ state: 'WAITING', message: "couldn't find key PAYMENT_URL in ConfigMap shop/checkout-config" }],
        references: {
          items: [
            {
              path: 'spec.containers[0].env[1].valueFrom.configMapKeyRef.name',
              written: { key: 'PAYMENT_URL', name: 'checkout-config' },
              target: { kind: 'ConfigMap', name: 'checkout-config', presence: 'PRESENT' },
            },
          ],
        },
      }),
    },
  });
});

test('which pods crash, with what exit code?', async () => {
  const query = `{ pods(where: { path: "status.containerStatuses[*].restartCount", operator: GT, value: 0 }) { items { namespace name phase node { name }
    containers { name state reason restarts lastTermination { reason exitCode finishedAt } } } } }`;
  const { pods } = await dataOf(api, query);
  expect(JSON.stringify(pods)).toContain('"lastTermination":{"reason":"OOMKilled","exitCode":137');
});

test('what did it say before it died?', async () => {
  const query =
    '{ pods(namespace: "data", name: "orders-sync-*") { items { containers { name log(previous: true) { outcome text(tail: 50) } } } } }';
  const { pods } = await dataOf(api, query);
  expect(pods).toMatchObject({
    items: [
      {
        containers: expect.arrayContaining([
          { name: 'migrate', log: { outcome: 'OK', text: expect.stringContaining('already exists (SQLSTATE 42701)') } },
        ]),
      },
    ],
  });
});

test('a node is down: which Services have nothing else?', async () => {
  const query = `{ node(name: "worker-b2") { presence ready conditions { type status message }
    pods { items { name services { items { namespace name endpointCounts { ready } } } } } } }`;
  const { node } = await dataOf(api, query);
  expect(node).toMatchObject({
    presence: 'PRESENT',
    ready: false,
    conditions: expect.arrayContaining([expect.objectContaining({ type: 'Ready', status: 'Unknown' })]),
  });
  expect(JSON.stringify(node)).toContain('{"namespace":"shop","name":"search","endpointCounts":{"ready":0}}');
});

test('what holds the deletion of a namespace?', async () => {
  const { namespace } = await dataOf(
    api,
    '{ namespace(name: "team-legacy") { deletion { requestedAt finalizers { name field } } objects { items { kind name finalizers } } } }',
  );
  expect(namespace).toMatchObject({
    deletion: { requestedAt: expect.stringMatching(/^2026-11-23T/), finalizers: [{ name: 'kubernetes', field: 'SPEC' }] },
    objects: { items: expect.arrayContaining([{ kind: 'Tenant', name: 'acme', finalizers: ['legacy.example.com/tenant-cleanup'] }]) },
  });
});

test('what is named and not there, and who uses a Secret?', async () => {
  const query = `{ danglingReferences(namespace: "shop", statuses: [MISSING]) { items { path source { kind name } target { kind name presence } } }
    secret(namespace: "shop", name: "registry-pull") { presence pods { items { name } } referencedBy { items { path source { kind name } } } } }`;
  const data = await dataOf(api, query);
  expect(data['danglingReferences']).toEqual({
    items: [
      {
        path: 'metadata.ownerReferences[0].name',
        source: { kind: 'Secret', name: 'old-session-key' },
        target: { kind: 'Deployment', name: 'session-store', presence: 'MISSING' },
      },
      {
        path: 'spec.rules[0].http.paths[3].backend.service.name',
        source: { kind: 'Ingress', name: 'web' },
        target: { kind: 'Service', name: 'legacy-web', presence: 'MISSING' },
      },
      {
        path: 'spec.scaleTargetRef.name',
        source: { kind: 'HorizontalPodAutoscaler', name: 'wishlist' },
        target: { kind: 'Deployment', name: 'wishlist', presence: 'MISSING' },
      },
    ],
  });
  expect(data['secret']).toMatchObject({ presence: 'PRESENT' });
});

test('custom resources have types of their own, and definitions know their instances', async () => {
  const query = `{ tenants_legacy_example_com { items { name namespaceObject { name deletionTimestamp } } }
    customResourceDefinition(name: "backups.archive.example.com") { deletionTimestamp instances { items { __typename name finalizers } } } }`;
  expect(await dataOf(api, query)).toMatchObject({
    tenants_legacy_example_com: {
      items: [{ name: 'acme', namespaceObject: { name: 'team-legacy', deletionTimestamp: expect.any(String) } }],
    },
    customResourceDefinition: {
      deletionTimestamp: expect.any(String),
      instances: {
        items: ['backup-2026-10', 'backup-2026-11'].map((name) => ({
          __typename: 'Backup_archive_example_com',
          name,
          finalizers: ['archive.example.com/offsite-copy'],
        })),
      },
    },
  });
});
