/** must-gathers made by hand: what each kind of file gives, what it proves, and what is damaged. That real ones come out right: test/truth. */
import { describe, expect, test } from 'vitest';
import type { SnapshotRecord } from '../../records/record.ts';
import { ofType, readAll, tarOf, temporaryFile } from '../testing/tar.ts';
import { parseGoTime } from '../tree/go-time.ts';
import { mustGather } from './must-gather.ts';

const POD = 'apiVersion: v1\nkind: Pod\nmetadata: {name: web, namespace: shop, uid: u1}\n';
const list = (kind: string, ...items: readonly string[]): string =>
  `---\napiVersion: v1\nkind: ${kind}\nitems:${items.length === 0 ? ' []' : `\n${items.map((item) => `- ${item}\n`).join('')}`}\n`;
const item = (kind: string, name: string, namespace: string): string =>
  `{apiVersion: v1, kind: ${kind}, metadata: {name: ${name}, namespace: ${namespace}}}`;

async function read(files: Readonly<Record<string, string>>): Promise<readonly SnapshotRecord[]> {
  const entries = Object.entries(files).map(([name, content]) => [`must-gather.local.1/image-sha256-abc/${name}`, content]);
  const { records, format } = await readAll(await temporaryFile('gathered.tar', tarOf(Object.fromEntries(entries))));
  expect(format).toBe('must-gather');
  return records;
}

const outcomes = (records: readonly SnapshotRecord[], resource: string): unknown[] =>
  ofType(records, 'resource')
    .filter((row) => row.resource === resource)
    .map(({ namespace, outcome, items }) => [namespace, outcome, items]);

describe('what a file proves', () => {
  test('a list its namespace, an empty one too; of the cluster all of it', async () => {
    const records = await read({
      'namespaces/shop/core/pods.yaml': list('PodList', item('Pod', 'a', 'shop'), item('Pod', 'b', 'shop')),
      'namespaces/data/core/pods.yaml': list('PodList'),
      'cluster-scoped-resources/core/nodes.yaml': list('NodeList', '{apiVersion: v1, kind: Node, metadata: {name: n}}'),
    });
    expect(outcomes(records, 'pods')).toEqual([
      [null, 'partial', undefined],
      ['shop', 'ok', 2],
      ['data', 'ok', 0],
    ]);
    expect(outcomes(records, 'nodes')).toEqual([[null, 'ok', 1]]);
  });

  test('single objects nothing, a list with an item that is none not all', async () => {
    const records = await read({
      'cluster-scoped-resources/core/nodes/n.yaml': 'apiVersion: v1\nkind: Node\nmetadata: {name: n}\n',
      'namespaces/shop/core/secrets.yaml': list('SecretList', item('Secret', 's', 'shop'), '7'),
    });
    expect(outcomes(records, 'nodes')).toEqual([[null, 'partial', 1]]);
    expect(outcomes(records, 'secrets')).toEqual([
      [null, 'partial', undefined],
      ['shop', 'partial', 1],
    ]);
    expect(ofType(records, 'problem')).toHaveLength(1);
  });

  test('a list that says its kind nowhere: what discovery, or Kubernetes, calls it', async () => {
    const records = await read({
      'namespaces/shop/shop.example.com/things.yaml': list('List'),
      'namespaces/shop/core/services.yaml': list('List'),
      'aggregated-discovery-apis.yaml':
        'kind: APIGroupDiscoveryList\nitems:\n- metadata: {name: shop.example.com}\n  versions:\n  - version: v1\n    resources:\n    - {resource: things, responseKind: {kind: Thing}, scope: Namespaced, verbs: [list]}\n    - {resource: others, responseKind: {kind: Other}, scope: Cluster, verbs: [list]}\n    - {resource: writes, responseKind: {kind: Write}, scope: Cluster, verbs: [create]}\n  - {version: v2, freshness: Stale}\n',
    });
    expect(
      ofType(records, 'resource').map(({ resource, kind, namespace, outcome, served }) => [resource, kind, namespace, outcome, served]),
    ).toEqual([
      ['things', 'Thing', null, 'partial', true],
      ['things', 'Thing', 'shop', 'ok', true],
      ['services', 'Service', null, 'partial', undefined],
      ['services', 'Service', 'shop', 'ok', undefined],
      ['others', 'Other', null, 'excluded', true],
      ['*', '*', null, 'unavailable', undefined],
    ]);
  });
});

test('logs: each run once, and which could not be read', async () => {
  const at = (file: string): string => `namespaces/shop/pods/web/c/c/logs/${file}`;
  const records = await read({
    'namespaces/shop/pods/web/web.yaml': POD,
    [at('current.log')]: '',
    [at('current.insecure.log')]: '2026-01-01T00:00:00Z hello\n',
    [at('previous.log')]: '2026-01-01T00:00:00Z before\n',
    [at('previous.insecure.log')]: '2026-01-01T00:00:00Z before\n',
    'namespaces/shop/pods/web/gone/gone/logs/current.log': '',
    'namespaces/shop/pods/web/gone/gone/logs/previous.log': '',
  });
  const failed = ofType(records, 'log').filter(({ part }) => part === 0);
  expect(failed).toMatchObject([{ container: 'gone', previous: false, outcome: 'failed' }]);
  expect(
    ofType(records, 'log')
      .filter(({ part }) => part > 0)
      .map(({ pod, container, previous, chunk }) => [pod, container, previous, Buffer.from(chunk).toString()]),
  ).toEqual([
    ['web', 'c', false, '2026-01-01T00:00:00Z hello\n'],
    ['web', 'c', true, '2026-01-01T00:00:00Z before\n'],
  ]);
});

test('what it says of itself, and the rest as documents', async () => {
  const records = await read({
    version: 'openshift/must-gather\n4.17.0\n',
    timestamp: '2026-01-01 10:00:00.5 +0100 CET m=+1\n2026-01-01 10:01:00 +0100 CET m=+61\n',
    'etcd_info/member_list.json': '{}',
    'cluster-scoped-resources/core/namespaces/shop.yaml': 'apiVersion: v1\nkind: Namespace\nmetadata: {name: shop}\n',
  });
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({
    tool: 'openshift/must-gather 4.17.0',
    capturedFrom: Date.parse('2026-01-01T09:00:00.500Z'),
  });
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: true, capturedTo: Date.parse('2026-01-01T09:01:00Z') });
  expect(ofType(records, 'document').map(({ name }) => name.split('/').at(-1))).toEqual(['version', 'timestamp', 'member_list.json']);
});

test.each<[string, string]>([
  ['an empty file', ''],
  ['what is no YAML', '{ [\n'],
  ['bytes', '\u0000\u0001\u0002'],
  ['a text', 'Error from server (Forbidden): nodes is forbidden'],
])('%s is told, proves nothing, and the rest is kept', async (_what, content) => {
  const records = await read({
    'namespaces/shop/core/pods.yaml': content,
    'aggregated-discovery-api.yaml': content,
    'namespaces/shop/core/services.yaml': list('ServiceList'),
  });
  expect(outcomes(records, 'pods')).toEqual([]);
  expect(outcomes(records, 'services')).toHaveLength(2);
  expect(ofType(records, 'problem').length).toBeGreaterThan(0);
});

test('paths: at any depth, and not those of others', () => {
  expect(mustGather.parse('a/b/namespaces/x/core/pods.yaml')).toEqual({ holds: 'list', group: '', resource: 'pods', namespace: 'x' });
  expect(mustGather.parse('namespaces/x/apps/deployments/web.yaml')).toEqual({
    holds: 'object',
    group: 'apps',
    resource: 'deployments',
    namespaced: true,
  });
  expect(mustGather.parse('namespaces/x/pods/p/other/c/logs/current.log')).toEqual({ holds: 'document' });
  expect(mustGather.parse('namespaces/x/pods/p/c/c/logs/rotated/0.log.20260101-000000')).toEqual({ holds: 'document' });
  expect(mustGather.parse('web_hooks/validatingwebhookconfigurations.yaml')).toEqual({ holds: 'objects' });
});

test('times as Go and Rust print them, and what is none', () => {
  const times = [
    '2021-08-03 12:11:56.915 +0200 CEST m=+1.65',
    '2026-11-23 05:54:13.842054664 UTC',
    'yesterday',
    '2026-99-99 10:00:00 +0000 UTC',
    '',
  ];
  expect(times.map(parseGoTime)).toEqual([
    Date.parse('2021-08-03T10:11:56.915Z'),
    Date.parse('2026-11-23T05:54:13.842Z'),
    null,
    null,
    null,
  ]);
});
