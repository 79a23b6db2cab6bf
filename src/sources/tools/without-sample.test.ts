/** Formats of which no real capture was at hand: archives laid out as the tools' sources say. */
import { expect, test } from 'vitest';
import type { SnapshotRecord } from '../../records/record.ts';
import { ofType, parsed, readAll, tarOf, temporaryFile } from '../testing/tar.ts';

const json = (apiVersion: string, kind: string, name: string, namespace?: string): object => ({
  apiVersion,
  kind,
  metadata: { name, ...(namespace === undefined ? {} : { namespace }) },
});

async function read(format: string, files: Readonly<Record<string, string>>): Promise<readonly SnapshotRecord[]> {
  const found = await readAll(await temporaryFile('captured.tar', tarOf(files)));
  expect(found.format).toBe(format);
  return found.records;
}

const names = (records: readonly SnapshotRecord[]): string[] =>
  ofType(records, 'object').map((record) => {
    const { kind, metadata } = parsed(record);
    return `${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
  });
const outcomes = (records: readonly SnapshotRecord[]): unknown[] =>
  ofType(records, 'resource').map(({ group, resource, namespace, outcome, items }) => [group, resource, namespace, outcome, items]);

test('sonobuoy: arrays prove their namespace, or the cluster', async () => {
  const records = await read('sonobuoy', {
    'resources/cluster/core_v1_nodes.json': JSON.stringify([json('v1', 'Node', 'n')]),
    'resources/ns/shop/core_v1_pods.json': JSON.stringify([json('v1', 'Pod', 'a', 'shop'), json('v1', 'Pod', 'b', 'shop')]),
    'resources/ns/shop/apps_v1_deployments.json': '[]',
    'podlogs/shop/a/logs/c.txt': 'hello\n',
    'serverversion.json': '{"gitVersion":"v1.30.0"}',
    'hosts/n/healthz.json': '{"status":200}',
  });
  expect(names(records)).toEqual(['Node /n', 'Pod shop/a', 'Pod shop/b']);
  expect(outcomes(records)).toEqual([
    ['', 'nodes', null, 'ok', 1],
    ['', 'pods', null, 'partial', undefined],
    ['', 'pods', 'shop', 'ok', 2],
    ['apps', 'deployments', null, 'partial', undefined],
    ['apps', 'deployments', 'shop', 'ok', 0],
  ]);
  expect(ofType(records, 'log').map(({ pod, container }) => [pod, container])).toEqual([['a', 'c']]);
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ serverVersion: { gitVersion: 'v1.30.0' } });
  expect(ofType(records, 'document').map(({ name }) => name)).toContain('hosts/n/healthz.json');
});

test('velero: single objects, which prove nothing; copies of the preferred version are the same object', async () => {
  const deployment = JSON.stringify(json('apps/v1', 'Deployment', 'd', 'shop'));
  const records = await read('velero', {
    'metadata/version': '1.1.0\n',
    'resources/deployments.apps/namespaces/shop/d.json': deployment,
    'resources/deployments.apps/v1-preferredversion/namespaces/shop/d.json': deployment,
    'resources/persistentvolumes/cluster/pv.json': JSON.stringify(json('v1', 'PersistentVolume', 'pv')),
    'resources/secrets/namespaces/shop/cut.json': '{"apiVersion": "v1", "ki',
  });
  expect(new Set(names(records))).toEqual(new Set(['Deployment shop/d', 'PersistentVolume /pv']));
  expect(new Set(ofType(records, 'resource').map(({ outcome }) => outcome))).toEqual(new Set(['partial']));
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ tool: 'velero backup 1.1.0' });
  expect(ofType(records, 'problem').map(({ origin }) => origin?.entry)).toContain('resources/secrets/namespaces/shop/cut.json');
});
