import { afterEach, expect, test } from 'vitest';
import { dataOf } from '../../../test/support/api/ask.ts';
import { type Imported, importFixture, importObjects, type ResourceFacts } from '../../../test/support/imported.ts';
import type { JsonObject, SnapshotRecord } from '../../records/record.ts';
import { createApi } from '../create-api.ts';

let imported: Imported | undefined;
afterEach(() => imported?.close());

const QUERY = '{ node(name: "a") { allocation { resource capacity allocatable requested limits used } } }';

const node: JsonObject = {
  apiVersion: 'v1',
  kind: 'Node',
  metadata: { name: 'a' },
  status: { capacity: { cpu: '4', memory: '8Gi', pods: '110' }, allocatable: { cpu: '3900m', memory: '7Gi', pods: '110' } },
};
const pod = (name: string, phase: string, cpu: string): JsonObject => ({
  ...{ apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'shop' } },
  spec: { nodeName: 'a', containers: [{ name: 'main', resources: { requests: { cpu }, limits: { memory: '1Gi' } } }] },
  status: { phase },
});
const resources = (outcome: 'ok' | 'denied'): ResourceFacts[] => [
  { group: '', version: 'v1', resource: 'nodes', kind: 'Node', namespaced: false },
  { group: '', version: 'v1', resource: 'pods', kind: 'Pod', namespaced: true, outcome },
];
const metrics: SnapshotRecord = {
  ...{ type: 'document', snapshot: 0, name: 'metrics/nodes.ndjson', mediaType: 'application/x-ndjson', part: 1, last: true },
  chunk: Buffer.from('no JSON\n[]\n{"metadata":{"name":"a"},"usage":{"cpu":"230m","memory":7}}\n'),
  origin: { entry: 'metrics/nodes.ndjson' },
};

test('what a Node has, what its Pods ask for that have not ended, and what it uses', async () => {
  const objects = [node, pod('one', 'Running', '250m'), pod('two', 'Pending', '1'), pod('done', 'Succeeded', '2')];
  imported = await importObjects({ objects, resources: resources('ok'), records: [metrics] });
  expect(await dataOf(createApi({ snapshots: [imported.reader] }), QUERY)).toEqual({
    node: {
      allocation: [
        { resource: 'cpu', capacity: '4', allocatable: '3900m', requested: '1250m', limits: '0', used: '230m' },
        { resource: 'memory', capacity: '8Gi', allocatable: '7Gi', requested: '0', limits: '2147483648', used: null },
        { resource: 'pods', capacity: '110', allocatable: '110', requested: '2', limits: null, used: null },
      ],
    },
  });
});

test('where Pods were not captured nobody says that nothing is asked for', async () => {
  imported = await importObjects({ objects: [node, pod('one', 'Running', '1')], resources: resources('denied') });
  const { node: answer } = await dataOf(createApi({ snapshots: [imported.reader] }), QUERY);
  expect(answer).toMatchObject({ allocation: [{ resource: 'cpu', capacity: '4', requested: null, limits: null, used: null }, {}, {}] });
});

test('every node of the demo has as many Pods as the demo runs there, and a ghost says nothing', async () => {
  imported = await importFixture('demo.tar.gz');
  const query =
    '{ nodes { items { allocation { resource requested } pods(where: {path: "status.phase", operator: NOT_IN, value: ["Succeeded", "Failed"]}) { totalCount } } } }';
  const { nodes } = (await dataOf(createApi({ snapshots: [imported.reader] }), query)) as unknown as {
    nodes: { items: { allocation: { resource: string; requested: string }[]; pods: { totalCount: number } }[] };
  };
  expect(nodes.items).toHaveLength(4);
  for (const { allocation, pods } of nodes.items) {
    expect(allocation.find(({ resource }) => resource === 'pods')?.requested).toBe(String(pods.totalCount));
  }
});
