/** A real must-gather of an OpenShift cluster, in place, through GraphQL: the numbers that others counted (shared/bundles/README.md). */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, askFixture } from './ask.ts';

const BUNDLE = join(import.meta.dirname, '../../../shared/bundles/must-gather-aws.tar.gz');
const isThere = existsSync(BUNDLE);
if (!isThere) console.warn('../shared/bundles/must-gather-aws.tar.gz is absent: its tests are left out');

interface Pointer {
  readonly path: string;
  readonly status: string;
  readonly target: { readonly kind: string } | null;
}

describe.runIf(isThere)('must-gather-aws', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askFixture({ location: BUNDLE });
  }, 120_000);
  afterAll(() => asked.close());

  async function pointers(kind: string, relation: string): Promise<readonly Pointer[]> {
    const query =
      'query ($kinds: [String!], $relations: [String!]) { objects(kinds: $kinds) { items { references(relations: $relations) { items { path status target { kind } } } } } }';
    const { objects } = await asked.ask<{ objects: { items: { references: { items: Pointer[] } }[] } }>(query, {
      kinds: [kind],
      relations: [relation],
    });
    return objects.items.flatMap(({ references }) => references.items);
  }

  test('8,324 objects, each once, none of them being deleted, 17 with finalizers', async () => {
    const { objects, terminating } = await asked.ask<{
      objects: { totalCount: number; items: { uid: string | null; kind: string; finalizers: string[] | null }[] };
      terminating: { totalCount: number };
    }>('{ objects(presence: [PRESENT]) { totalCount items { uid kind finalizers } } terminating { totalCount } }');
    expect(objects.totalCount).toBe(8324);
    expect(objects.items.filter(({ finalizers }) => (finalizers ?? []).length > 0)).toHaveLength(17);
    expect(terminating.totalCount).toBe(0);
    const uids = objects.items.flatMap(({ uid }) => uid ?? []);
    expect(new Set(uids).size).toBe(uids.length);
  });

  test('1,054 owners, all found by uid; two of them are called by another kind', async () => {
    const { objects } = await asked.ask<{ objects: { items: { references: { items: Pointer[] } }[] } }>(
      '{ objects(presence: [PRESENT]) { items { references(relations: ["owner"]) { items { path status target { kind } } } } } }',
    );
    const statuses = objects.items.flatMap(({ references }) => references.items.map(({ status }) => status));
    expect(statuses).toHaveLength(1054);
    expect(statuses.filter((status) => status === 'OK')).toHaveLength(1052);
    expect(statuses.filter((status) => status === 'KIND_MISMATCH')).toHaveLength(2);
  });

  test('77 slices of Services, 144 endpoints that are Pods, all there', async () => {
    const services = await pointers('EndpointSlice.discovery.k8s.io', 'endpoint-slice-service');
    expect([services.length, services.filter(({ status }) => status === 'OK').length]).toEqual([77, 77]);
    const targets = (await pointers('EndpointSlice.discovery.k8s.io', 'endpoint-slice-target')).filter(
      ({ target }) => target?.kind === 'Pod',
    );
    expect([targets.length, targets.filter(({ status }) => status === 'OK').length]).toEqual([144, 144]);
  });

  test('75 Services with a selector, all selecting Pods, 144 pairs', async () => {
    const { services } = await asked.ask<{ services: { items: { pods: { totalCount: number } }[] } }>(
      '{ services { items { pods { totalCount } } } }',
    );
    const counts = services.items.map(({ pods }) => pods.totalCount).filter((count) => count > 0);
    expect([counts.length, counts.reduce((sum, count) => sum + count, 0)]).toEqual([75, 144]);
  });

  test('239 Pods on nodes, all there', async () => {
    const nodes = await pointers('Pod', 'pod-node');
    expect([nodes.length, nodes.filter(({ status }) => status === 'OK').length]).toEqual([239, 239]);
  });

  test('378 volumes of ConfigMaps, Secrets and claims, 344 of them there; the others may be absent', async () => {
    const found = (
      await Promise.all(['pod-config-map', 'pod-secret', 'pod-persistent-volume-claim'].map((relation) => pointers('Pod', relation)))
    ).flat();
    const volumes = found.filter(({ path }) =>
      /^spec\.volumes\[\d+\]\.(configMap\.name|secret\.secretName|persistentVolumeClaim\.claimName)$/.test(path),
    );
    expect(volumes).toHaveLength(378);
    expect(volumes.filter(({ status }) => status === 'OK')).toHaveLength(344);
    expect(volumes.filter(({ status }) => status === 'OPTIONAL_MISSING')).toHaveLength(34);
  });

  test('5,373 Events; at least 4,339 are about what is there', async () => {
    const about = await pointers('Event', 'event-object');
    expect(about.filter(({ status }) => status === 'OK').length).toBeGreaterThanOrEqual(4339);
    const { events } = await asked.ask<{ events: { totalCount: number } }>('{ events { totalCount } }');
    expect(events.totalCount).toBe(5373);
  });

  test('when, by what, and with which logs', async () => {
    const { snapshots, pods } = await asked.ask<{
      snapshots: object[];
      pods: { items: { containers: { log: { outcome: string; text: string | null } }[] }[] };
    }>('{ snapshots { capturedFrom capturedTo finished } pods { items { containers { log { outcome text(tail: 1) } } } } }');
    expect(snapshots).toEqual([
      {
        capturedFrom: '2021-08-03T10:11:56.915Z',
        capturedTo: '2021-08-03T10:14:13.632Z',
        finished: true,
      },
    ]);
    const logs = pods.items.flatMap(({ containers }) => containers.map(({ log }) => log));
    expect(logs.filter(({ outcome, text }) => outcome === 'OK' && (text ?? '') !== '').length).toBeGreaterThan(300);
  });
});
