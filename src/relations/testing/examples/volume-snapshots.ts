import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const SINGLE = 'snapshot.storage.k8s.io';
const GROUP = 'groupsnapshot.storage.k8s.io';
const placeholder = (name: string) => `\${${name}}`;

const single = (kind: string, metadata: JsonObject, rest: JsonObject): JsonObject => ({
  apiVersion: `${SINGLE}/v1`,
  kind,
  metadata,
  ...rest,
});
const group = (kind: string, metadata: JsonObject, rest: JsonObject): JsonObject => ({
  apiVersion: `${GROUP}/v1`,
  kind,
  metadata,
  ...rest,
});
const inShop = (name: string): JsonObject => ({ name, namespace: 'shop' });

/** Of a class; the same four of each family. */
const classOf = (made: typeof single, kind: string, uses: readonly string[]): readonly Example[] => {
  const [relation, target] = [
    kind === 'VolumeSnapshotClass' ? 'volume-snapshot-class' : 'volume-group-snapshot-class',
    'CSIDriver.storage.k8s.io',
  ];
  const withSecrets = (name: string, secret: (use: string) => string, namespace: string): JsonObject =>
    made(
      kind,
      { name },
      {
        driver: 'ebs.csi.aws.com',
        deletionPolicy: 'Delete',
        parameters: Object.fromEntries(
          uses.flatMap((use) => [
            [`csi.storage.k8s.io/${use}-secret-name`, secret(use)],
            [`csi.storage.k8s.io/${use}-secret-namespace`, namespace],
          ]),
        ),
      },
    );
  const driver = `${relation}-csi-driver driver → ${target} ebs.csi.aws.com [optional]`;
  return [
    {
      object: withSecrets('csi', (use) => use, 'storage'),
      pointers: [
        driver,
        ...uses.map((use) => `${relation}-secret parameters['csi.storage.k8s.io/${use}-secret-name'] → Secret storage/${use}`),
      ],
    },
    { object: withSecrets('names-are-templates', () => placeholder('volumesnapshot.name'), 'storage'), pointers: [driver] },
    { object: withSecrets('namespaces-are-templates', (use) => use, placeholder('volumesnapshot.namespace')), pointers: [driver] },
    {
      object: made(
        kind,
        { name: 'without-namespace' },
        {
          driver: 'ebs.csi.aws.com',
          deletionPolicy: 'Delete',
          parameters: Object.fromEntries(uses.map((use) => [`csi.storage.k8s.io/${use}-secret-name`, use])),
        },
      ),
      pointers: [driver],
    },
  ];
};

export const volumeSnapshotExamples: readonly Example[] = [
  {
    object: single('VolumeSnapshot', inShop('taken'), {
      spec: { source: { persistentVolumeClaimName: 'data-web-0' }, volumeSnapshotClassName: 'csi' },
      status: { boundVolumeSnapshotContentName: 'snapcontent-1', readyToUse: true, volumeGroupSnapshotName: 'all' },
    }),
    pointers: [
      'volume-snapshot-source-claim spec.source.persistentVolumeClaimName → PersistentVolumeClaim shop/data-web-0 [optional]',
      'volume-snapshot-class spec.volumeSnapshotClassName → VolumeSnapshotClass.snapshot.storage.k8s.io csi',
      'volume-snapshot-group status.volumeGroupSnapshotName → VolumeGroupSnapshot.groupsnapshot.storage.k8s.io shop/all',
      'volume-snapshot-content status.boundVolumeSnapshotContentName → VolumeSnapshotContent.snapshot.storage.k8s.io snapcontent-1',
    ],
  },
  {
    object: single('VolumeSnapshot', inShop('to-be-taken'), {
      spec: { source: { persistentVolumeClaimName: 'data-web-0' } },
      status: { readyToUse: false },
    }),
    pointers: ['volume-snapshot-source-claim spec.source.persistentVolumeClaimName → PersistentVolumeClaim shop/data-web-0'],
  },
  {
    object: single('VolumeSnapshot', inShop('of-a-content'), { spec: { source: { volumeSnapshotContentName: 'made-by-hand' } } }),
    pointers: [
      'volume-snapshot-content spec.source.volumeSnapshotContentName → VolumeSnapshotContent.snapshot.storage.k8s.io made-by-hand',
    ],
  },
  {
    object: single(
      'VolumeSnapshotContent',
      {
        name: 'snapcontent-1',
        annotations: {
          'snapshot.storage.kubernetes.io/deletion-secret-name': 'creds',
          'snapshot.storage.kubernetes.io/deletion-secret-namespace': 'storage',
        },
      },
      {
        spec: {
          deletionPolicy: 'Delete',
          driver: 'ebs.csi.aws.com',
          source: { volumeHandle: 'vol-1' },
          volumeSnapshotClassName: 'csi',
          volumeSnapshotRef: { apiVersion: `${SINGLE}/v1`, kind: 'VolumeSnapshot', name: 'taken', namespace: 'shop', uid: 'taken-uid' },
        },
      },
    ),
    pointers: [
      'volume-snapshot-content-snapshot spec.volumeSnapshotRef.name → VolumeSnapshot.snapshot.storage.k8s.io shop/taken uid=taken-uid',
      'volume-snapshot-content-class spec.volumeSnapshotClassName → VolumeSnapshotClass.snapshot.storage.k8s.io csi [weak]',
      'volume-snapshot-content-csi-driver spec.driver → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      "volume-snapshot-content-secret metadata.annotations['snapshot.storage.kubernetes.io/deletion-secret-name'] → Secret storage/creds",
    ],
  },
  ...classOf(single, 'VolumeSnapshotClass', ['snapshotter', 'snapshotter-list']),
  {
    object: group('VolumeGroupSnapshot', inShop('all'), {
      spec: { source: { volumeGroupSnapshotContentName: 'made-by-hand' }, volumeGroupSnapshotClassName: 'csi' },
      status: { boundVolumeGroupSnapshotContentName: 'made-by-hand' },
    }),
    pointers: [
      'volume-group-snapshot-content spec.source.volumeGroupSnapshotContentName → VolumeGroupSnapshotContent.groupsnapshot.storage.k8s.io made-by-hand',
      'volume-group-snapshot-class spec.volumeGroupSnapshotClassName → VolumeGroupSnapshotClass.groupsnapshot.storage.k8s.io csi',
      'volume-group-snapshot-content status.boundVolumeGroupSnapshotContentName → VolumeGroupSnapshotContent.groupsnapshot.storage.k8s.io made-by-hand',
    ],
  },
  {
    object: group(
      'VolumeGroupSnapshotContent',
      {
        name: 'made-by-hand',
        annotations: {
          'groupsnapshot.storage.kubernetes.io/deletion-secret-name': 'creds',
          'groupsnapshot.storage.kubernetes.io/deletion-secret-namespace': 'storage',
        },
      },
      {
        spec: {
          deletionPolicy: 'Retain',
          driver: 'ebs.csi.aws.com',
          source: { groupSnapshotHandles: { volumeGroupSnapshotHandle: 'group-1', volumeSnapshotHandles: ['snap-1'] } },
          volumeGroupSnapshotClassName: 'csi',
          volumeGroupSnapshotRef: { name: 'all', namespace: 'shop' },
        },
      },
    ),
    pointers: [
      'volume-group-snapshot-content-snapshot spec.volumeGroupSnapshotRef.name → VolumeGroupSnapshot.groupsnapshot.storage.k8s.io shop/all',
      'volume-group-snapshot-content-class spec.volumeGroupSnapshotClassName → VolumeGroupSnapshotClass.groupsnapshot.storage.k8s.io csi [weak]',
      'volume-group-snapshot-content-csi-driver spec.driver → CSIDriver.storage.k8s.io ebs.csi.aws.com [optional]',
      "volume-group-snapshot-content-secret metadata.annotations['groupsnapshot.storage.kubernetes.io/deletion-secret-name'] → Secret storage/creds",
    ],
  },
  ...classOf(group, 'VolumeGroupSnapshotClass', ['group-snapshotter', 'group-snapshotter-get']),
];

export const volumeGroupSnapshotClaimExamples: readonly Example[] = [
  {
    object: group('VolumeGroupSnapshot', inShop('of-some'), { spec: { source: { selector: { matchLabels: { app: 'web' } } } } }),
    pointers: ['volume-group-snapshot-claim spec.source.selector → PersistentVolumeClaim shop/{app In web}'],
  },
  {
    object: group('VolumeGroupSnapshot', inShop('of-all'), { spec: { source: { selector: {} } } }),
    pointers: ['volume-group-snapshot-claim spec.source.selector → PersistentVolumeClaim shop/{}'],
  },
  {
    object: group('VolumeGroupSnapshot', inShop('of-a-content'), { spec: { source: { volumeGroupSnapshotContentName: 'made-by-hand' } } }),
    pointers: [],
  },
];
