/** The demo's stories, as they are told beside it: what is ill there is called so, and nothing else is; what was not captured makes nothing ill. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importFixture } from '../../../../test/support/imported.ts';
import type { HealthRow, ObjectRow } from '../../reader.ts';

/** `Kind namespace/name`, without the generated parts of names, and why; how many there are of it. */
const ILL: Readonly<Record<string, number>> = {
  'APIService v1beta1.metrics.k8s.io MissingEndpoints': 1,
  'DaemonSet kube-system/kube-proxy NodeLost': 1,
  'DaemonSet monitoring/node-exporter NodeLost': 1,
  'HorizontalPodAutoscaler shop/cart FailedGetResourceMetric': 1,
  'HorizontalPodAutoscaler shop/wishlist FailedGetScale': 1,
  'Ingress shop/checkout BackendNotServing': 1,
  'Ingress shop/web MissingReference': 1,
  'Pod kube-system/kube-proxy NodeLost': 1,
  'Pod monitoring/node-exporter NodeLost': 1,
  'Pod shop/gift-wrap Terminating': 2,
  'Pod shop/search NodeLost': 2,
  'Pod shop/search Unschedulable': 2,
  'Pod shop/checkout CreateContainerConfigError': 2,
  'Service data/orders-sync NoReadyEndpoint': 1,
  'Service kube-system/metrics-server NoEndpoint': 1,
  'Service payments/fraud-check NoReadyEndpoint': 1,
  'Service payments/ledger SelectsNoPod': 1,
  'Service shop/checkout NoReadyEndpoint': 1,
  'Service shop/image-resizer NoReadyEndpoint': 1,
  'Service shop/recommendations SelectsNoPod': 1,
  'Service shop/search NoReadyEndpoint': 1,
  ...Object.fromEntries(
    [
      ...['data/analytics Unschedulable', 'data/gpu-trainer Unschedulable', 'kube-system/metrics-server Unschedulable'],
      ...['data/orders-sync CrashLoopBackOff', 'payments/fraud-check CrashLoopBackOff', 'shop/image-resizer ImagePullBackOff'],
    ].flatMap((text) => ['Deployment', 'Pod', 'ReplicaSet'].map((kind) => [`${kind} ${text}`, 1])),
  ),
  ...Object.fromEntries(
    [
      'payments/ledger FailedCreate',
      'payments/settlement FailedCreate',
      'shop/checkout CreateContainerConfigError',
      'shop/search Unschedulable',
    ].flatMap((text) => ['Deployment', 'ReplicaSet'].map((kind) => [`${kind} ${text}`, 1])),
  ),
};

const BACKUPS = { 'Backup backup-2026-10 Terminating': 1, 'Backup backup-2026-11 Terminating': 1 };
const UNDER_WAY: Readonly<Record<string, number>> = {
  'CustomResourceDefinition backups.archive.example.com Terminating': 1,
  'Deployment shop/gift-wrap Terminating': 1,
  'Namespace team-legacy Terminating': 1,
  'PersistentVolumeClaim data/reports Terminating': 1,
  'PersistentVolumeClaim data/scratch Terminating': 1,
  'ReplicaSet shop/gift-wrap Terminating': 1,
  'Tenant team-legacy/acme Terminating': 1,
};

describe.each([
  {
    bundle: 'demo.tar.gz',
    degraded: { 'Node worker-b2 NodeStatusUnknown': 1, ...ILL },
    progressing: { ...BACKUPS, ...UNDER_WAY },
    unknown: {},
  },
  // Nodes, Secrets, Events and Backups were denied.
  { bundle: 'demo-partial.tar.gz', degraded: ILL, progressing: UNDER_WAY, unknown: {} },
])('$bundle', ({ bundle, ...expected }) => {
  let imported: Imported;
  let told: ReadonlyMap<number, HealthRow>;
  let rows: readonly ObjectRow[];
  beforeAll(async () => {
    imported = await importFixture(bundle);
    ({ rows } = await imported.reader.list({ filter: {} }));
    told = new Map((await imported.reader.health(rows.map(({ id }) => id))).map((row) => [row.object, row]));
  });
  afterAll(() => imported.close());

  test.each(['degraded', 'progressing', 'unknown'] as const)('what is %s is what the stories tell', (status) => {
    const found = rows.filter(({ health }) => health === status.toUpperCase()).map((row) => short(row, told.get(row.id)));
    const counted: Record<string, number> = {};
    for (const text of found) counted[text] = (counted[text] ?? 0) + 1;
    expect(counted).toEqual(expected[status]);
  });

  test('a list by health is the list of those that are so, of all kinds and of one', async () => {
    for (const kinds of [undefined, [{ group: '', kind: 'Pod' }]]) {
      for (const health of [['DEGRADED'], ['PROGRESSING', 'DEGRADED'], ['HEALTHY', 'SUSPENDED'], ['UNKNOWN']] as const) {
        const filter = { health, ...(kinds === undefined ? {} : { kinds }) };
        const list = await imported.reader.list({ filter });
        const plain = rows.filter(
          (row) => row.health !== null && health.some((one) => one === row.health) && (kinds === undefined || row.kind === 'Pod'),
        );
        expect(list.rows.map(({ id }) => id)).toEqual(plain.map(({ id }) => id));
        expect(await imported.reader.count(filter)).toBe(plain.length);
      }
    }
  });

  test('what is not well says why', () => {
    for (const row of rows) {
      if (row.health !== null && row.health !== 'HEALTHY') expect(told.get(row.id)?.message, row.name).toBeTruthy();
    }
  });
});

describe('a capture that was cut off after its Pods', () => {
  let imported: Imported;
  beforeAll(async () => {
    imported = await importFixture('demo-broken-off.tar.gz');
  });
  afterAll(() => imported.close());

  test('calls the same Pods ill, and guesses nothing of claims', async () => {
    const { rows } = await imported.reader.list({ filter: { health: ['DEGRADED'] } });
    expect([...new Set(rows.map(({ kind }) => kind))]).toEqual(['Node', 'Pod']);
    expect(rows.filter(({ kind }) => kind === 'Pod')).toHaveLength(16);
  });
});

function short({ kind, namespace, name }: ObjectRow, row: HealthRow | undefined): string {
  const own =
    kind === 'Pod'
      ? name.replace(/(-[0-9a-f]{8,10})?-[0-9a-z]{5}$/, '')
      : kind === 'ReplicaSet'
        ? name.replace(/-[0-9a-f]{8,10}$/, '')
        : name;
  return [kind, namespace === null ? own : `${namespace}/${own}`, row?.reason].filter((part) => part != null).join(' ');
}
