import { expect, test } from 'vitest';
import type { JsonValue } from '../../../records/record.ts';
import { importRecords, object, pointersOf } from '../../testing/import-records.ts';

const volume = (name: string, driver: string, volumeHandle: JsonValue) =>
  object('v1', 'PersistentVolume', name, { spec: { csi: { driver, volumeHandle } } });
const node = (name: string, status: JsonValue) => object('v1', 'Node', name, { status });
const content = (name: string, driver: string, volumeHandle: JsonValue) =>
  object('snapshot.storage.k8s.io/v1', 'VolumeSnapshotContent', name, { spec: { driver, source: { volumeHandle } } });

const volumes = [
  volume('one', 'ebs.csi.aws.com', 'vol-1'),
  volume('two', 'ebs.csi.aws.com', 'vol^2'),
  volume('shared', 'efs.csi.aws.com', 'fs-1'),
  volume('shared-too', 'efs.csi.aws.com', 'fs-1'),
  volume('elsewhere', 'disk.csi.azure.com', 'vol-1'),
  volume('malformed', 'ebs.csi.aws.com', { name: 'vol-1' }),
  object('v1', 'PersistentVolume', 'local', { spec: { local: { path: '/data' } } }),
];

test('a Node leads to the volumes of its handles, by both of its lists', async () => {
  const reader = await importRecords([
    ...volumes,
    node('worker', {
      volumesAttached: [
        { name: 'kubernetes.io/csi/ebs.csi.aws.com^vol-1', devicePath: '/dev/xvda' },
        { name: 'kubernetes.io/csi/ebs.csi.aws.com^vol^2' },
        { name: 'kubernetes.io/csi/ebs.csi.aws.com^gone' },
        { name: 'kubernetes.io/aws-ebs/vol-1' },
        'kubernetes.io/csi/ebs.csi.aws.com^vol-1',
        7,
      ],
      volumesInUse: ['kubernetes.io/csi/efs.csi.aws.com^fs-1', 'kubernetes.io/csi/', { name: 'x' }, 7],
    }),
    node('malformed', { volumesAttached: 'kubernetes.io/csi/ebs.csi.aws.com^vol-1', volumesInUse: null }),
  ]);
  const found = async (name: string) =>
    (await pointersOf(reader, { group: '', kind: 'Node', namespace: null, name })).filter((line) => line.includes('PersistentVolume/'));
  expect(await found('worker')).toEqual([
    'node-attached-volume → PersistentVolume/one OK',
    'node-attached-volume → PersistentVolume/two OK',
    'node-attached-volume → PersistentVolume/shared OK',
    'node-attached-volume → PersistentVolume/shared-too OK',
  ]);
  expect(await found('malformed')).toEqual([]);
});

test('what a snapshot was taken of has its driver, too', async () => {
  const reader = await importRecords([
    ...volumes,
    content('of-one', 'ebs.csi.aws.com', 'vol-1'),
    content('of-none', 'ebs.csi.aws.com', 'fs-1'),
    content('malformed', 'ebs.csi.aws.com', 7),
  ]);
  const found = async (name: string) =>
    (await pointersOf(reader, { group: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshotContent', namespace: null, name })).filter((line) =>
      line.includes('PersistentVolume/'),
    );
  expect(await found('of-one')).toEqual(['volume-snapshot-content-volume → PersistentVolume/one OK']);
  expect(await found('of-none')).toEqual([]);
  expect(await found('malformed')).toEqual([]);
});
