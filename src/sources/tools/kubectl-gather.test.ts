/** kubectl-gather's folders made by hand: what its log proves, several clusters, and what is damaged. That a real one comes out right: test/truth. */
import { expect, test } from 'vitest';
import type { SnapshotRecord } from '../../records/record.ts';
import { ofType, readAll, tarOf, temporaryFile } from '../testing/tar.ts';

const object = (kind: string, name: string, namespace?: string): string =>
  `apiVersion: v1\nkind: ${kind}\nmetadata:\n  name: ${name}\n${namespace === undefined ? '' : `  namespace: ${namespace}\n`}`;
const log = (...lines: readonly string[]): string =>
  ['INFO\tgather\tUsing addons []', ...lines].map((line, index) => `2026-01-01T00:00:0${index}.000Z\t${line}\n`).join('');
const ALL = 'INFO\tgather\tGathering from all namespaces';
const listed = (cluster: string, count: number, resource: string): string =>
  `DEBUG\tgather.${cluster}\tListed ${count} "${resource}" in 0.1 seconds`;

async function read(files: Readonly<Record<string, string>>): Promise<readonly SnapshotRecord[]> {
  const { records, format } = await readAll(await temporaryFile('gathered.tar', tarOf(files)));
  expect(format).toBe('kubectl-gather');
  return records;
}

const outcomes = (records: readonly SnapshotRecord[], snapshot = 0): unknown[] =>
  ofType(records, 'resource')
    .filter((row) => row.snapshot === snapshot)
    .map(({ group, resource, kind, outcome, items }) => [group, resource, kind, outcome, items]);

test('what its log counted and is there is all, of no objects too; less is not', async () => {
  const records = await read({
    'g/one/cluster/nodes/n.yaml': object('Node', 'n'),
    'g/one/namespaces/shop/pods/a.yaml': object('Pod', 'a', 'shop'),
    'g/one/namespaces/shop/apps/deployments/d.yaml': 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d, namespace: shop}\n',
    'g/gather.log': log(
      ALL,
      listed('one', 1, 'nodes'),
      listed('one', 1, 'pods'),
      listed('one', 1, 'pods'),
      listed('one', 0, 'services'),
      listed('one', 1, 'apps/deployments'),
    ),
  });
  expect(outcomes(records)).toEqual([
    ['', 'nodes', 'Node', 'ok', 1],
    ['', 'pods', 'Pod', 'partial', 1],
    ['apps', 'deployments', 'Deployment', 'ok', 1],
    ['', 'services', 'Service', 'ok', 0],
  ]);
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ cluster: { name: 'one' }, capturedFrom: Date.parse('2026-01-01T00:00:00Z') });
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: true, capturedTo: Date.parse('2026-01-01T00:00:06Z') });
});

test('namespaces that were chosen prove nothing, nor does an archive without the log', async () => {
  const pod = { 'g/one/namespaces/shop/pods/a.yaml': object('Pod', 'a', 'shop') };
  const expected = [['', 'pods', 'Pod', 'partial', undefined]];
  expect(
    outcomes(await read({ ...pod, 'g/gather.log': log('INFO\tgather\tGathering from namespaces ["shop"]', listed('one', 1, 'pods')) })),
  ).toEqual(expected);
  expect(outcomes(await read(pod))).toEqual(expected);
});

test('several clusters are several snapshots, each with its own counts', async () => {
  const records = await read({
    'g/gather.log': log(ALL, listed('one', 1, 'nodes'), listed('two', 2, 'nodes')),
    'g/one/cluster/nodes/n.yaml': object('Node', 'n'),
    'g/two/cluster/nodes/n.yaml': object('Node', 'n'),
  });
  expect(ofType(records, 'object').map(({ snapshot }) => snapshot)).toEqual([0, 1]);
  expect(outcomes(records, 0)).toEqual([['', 'nodes', 'Node', 'ok', 1]]);
  expect(outcomes(records, 1)).toEqual([['', 'nodes', 'Node', 'partial', 1]]);
  expect(ofType(records, 'end').map(({ snapshot }) => snapshot)).toEqual([0, 1]);
});

test('logs, an empty file, a log that is none', async () => {
  const records = await read({
    'g/one/namespaces/shop/pods/a.yaml': '',
    'g/one/namespaces/shop/pods/a/c/current.log': 'hello\n',
    'g/one/namespaces/shop/pods/a/c/previous.log': 'before\n',
    'g/gather.log': '\u0000\u0001 no log\n',
  });
  expect(ofType(records, 'log').map(({ pod, container, previous }) => [pod, container, previous])).toEqual([
    ['a', 'c', false],
    ['a', 'c', true],
  ]);
  expect(ofType(records, 'problem')).toHaveLength(1);
  expect(outcomes(records)).toEqual([]);
});
