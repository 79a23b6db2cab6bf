import { expect, test } from 'vitest';
import { importRecords, object, outcome, pointersOf } from '../../testing/import-records.ts';

const lease = (name: string, holderIdentity: string) =>
  object('coordination.k8s.io/v1', 'Lease', `kube-system/${name}`, { spec: { holderIdentity } });
const records = [
  object('v1', 'Node', 'cp-1'),
  object('v1', 'Node', 'both'),
  object('v1', 'Pod', 'kube-system/both'),
  object('v1', 'Pod', 'kube-system/operator-7d'),
  lease('kube-scheduler', 'cp-1_9b2f2c1e'),
  lease('kube-controller-manager', 'cp-1_0c4e'),
  lease('of-both', 'both_9b2f'),
  lease('operator', 'operator-7d_9b2f'),
  lease('gone', 'gone_9b2f'),
  outcome('v1', 'pods', 'Pod', 'ok'),
  outcome('v1', 'nodes', 'Node', 'ok'),
];

test.each([
  ['kube-scheduler', 'lease-holder-node → Node/cp-1 OK'],
  ['kube-controller-manager', 'lease-holder-node → Node/cp-1 OK'],
  ['of-both', 'lease-holder → Pod/both OK'],
  ['operator', 'lease-holder → Pod/operator-7d OK'],
  ['gone', 'lease-holder → Pod/gone MISSING'],
])('the holder of %s', async (name, pointer) => {
  const reader = await importRecords(records);
  expect(await pointersOf(reader, { group: 'coordination.k8s.io', kind: 'Lease', namespace: 'kube-system', name })).toEqual([pointer]);
});

test('no ghost of a Pod is left of a Node', async () => {
  const reader = await importRecords(records);
  expect(await reader.find([{ group: '', kind: 'Pod', namespace: 'kube-system', name: 'cp-1' }])).toEqual([null]);
});
