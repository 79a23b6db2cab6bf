/** KubeVirt's importer of disks: from where a DataVolume is filled, and as which claim. A copy outlives what it was made of. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, persistentVolumeClaim, priorityClass, secret, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { dataVolume, pool, virtualMachine } from './kubevirt-kinds.ts';

const cdi = (kind: string): KindKey => ({ group: 'cdi.kubevirt.io', kind });
const dataSource = cdi('DataSource');
const dataImportCron = cdi('DataImportCron');
const volumeSnapshot: KindKey = { group: 'snapshot.storage.k8s.io', kind: 'VolumeSnapshot' };

/** What has the spec of a DataVolume, or templates of it. */
const volumeSpecs: readonly { readonly from: KindKey; readonly spec: string; readonly reverse: string; readonly filled?: true }[] = [
  { from: dataVolume, spec: 'spec', reverse: 'dataVolumes', filled: true },
  { from: dataImportCron, spec: 'spec.template.spec', reverse: 'dataImportCrons' },
  {
    from: virtualMachine,
    spec: 'spec.dataVolumeTemplates[].spec',
    reverse: 'virtualMachines',
    filled: true,
  },
  {
    from: pool,
    spec: 'spec.virtualMachineTemplate.spec.dataVolumeTemplates[].spec',
    reverse: 'virtualMachinePools',
  },
];

const copied = { namespace: { path: 'namespace' } } as const;

const volumeRules: readonly RelationRule[] = volumeSpecs.flatMap(({ from, spec, reverse, filled }): RelationRule[] => {
  // Once it is filled, nobody reads from where.
  const once = filled === true ? ({ weak: true } as const) : {};
  const named = { from, namespace: 'source', reverse: { name: reverse } } as const;
  return [
    {
      ...named,
      ...copied,
      ...once,
      relation: 'data-volume-source-claim',
      path: `${spec}.source.pvc.name`,
      target: persistentVolumeClaim,
      forward: { name: 'sourceClaims' },
      source: 'cdi.kubevirt.io/v1beta1 DataVolumeSourcePVC',
    },
    {
      ...named,
      ...copied,
      ...once,
      relation: 'data-volume-source-snapshot',
      path: `${spec}.source.snapshot.name`,
      target: volumeSnapshot,
      forward: { name: 'sourceSnapshots' },
      source: 'cdi.kubevirt.io/v1beta1 DataVolumeSourceSnapshot',
    },
    {
      ...named,
      ...copied,
      ...once,
      relation: 'data-volume-data-source',
      path: `${spec}.sourceRef.name`,
      target: { kind: 'kind', defaults: { group: 'cdi.kubevirt.io', kind: 'DataSource' }, kinds: [dataSource] },
      forward: { name: 'dataSources' },
      source: 'cdi.kubevirt.io/v1beta1 DataVolumeSourceRef',
    },
    ...atPaths(
      [
        ...['http', 's3', 'gcs', 'registry', 'imageio', 'vddk'].map((kind) => `${spec}.source.${kind}.secretRef`),
        `${spec}.source.http.secretExtraHeaders[]`,
      ],
      {
        ...named,
        ...once,
        relation: 'data-volume-secret',
        target: secret,
        forward: { name: 'secrets' },
        source: 'cdi.kubevirt.io/v1beta1 DataVolumeSource',
      },
    ),
    ...atPaths(
      [...['http', 's3', 'registry', 'imageio'].map((kind) => `${spec}.source.${kind}.certConfigMap`), `${spec}.source.vddk.extraArgs`],
      {
        ...named,
        ...once,
        relation: 'data-volume-config-map',
        target: configMap,
        forward: { name: 'configMaps' },
        source: 'cdi.kubevirt.io/v1beta1 DataVolumeSource',
      },
    ),
    ...atPaths([`${spec}.pvc.storageClassName`, `${spec}.storage.storageClassName`], {
      ...named,
      namespace: 'cluster',
      relation: 'data-volume-storage-class',
      target: storageClass,
      forward: { name: 'storageClasses' },
      source: 'cdi.kubevirt.io/v1beta1 DataVolumeSpec.pvc, StorageSpec.storageClassName',
    }),
    {
      ...named,
      namespace: 'cluster',
      relation: 'data-volume-priority-class',
      path: `${spec}.priorityClassName`,
      target: priorityClass,
      forward: { name: 'priorityClasses' },
      source: 'cdi.kubevirt.io/v1beta1 DataVolumeSpec.priorityClassName',
    },
  ];
});

export const kubevirtDataVolumeRules: readonly RelationRule[] = [
  ...volumeRules,
  {
    relation: 'data-volume-claim',
    from: dataVolume,
    path: 'metadata.name',
    target: persistentVolumeClaim,
    namespace: 'source',
    // It comes later, and a DataVolume that failed has none.
    weak: true,
    forward: { name: 'persistentVolumeClaim', one: true },
    reverse: { name: 'dataVolumes' },
    source: 'cdi.kubevirt.io: the claim that it makes and fills has its own name',
  },
  {
    ...copied,
    relation: 'data-source-claim',
    from: dataSource,
    path: 'spec.source.pvc.name',
    target: persistentVolumeClaim,
    forward: { name: 'persistentVolumeClaim', one: true },
    reverse: { name: 'dataSources' },
    source: 'cdi.kubevirt.io/v1beta1 DataSourceSource.pvc',
  },
  {
    ...copied,
    relation: 'data-source-snapshot',
    from: dataSource,
    path: 'spec.source.snapshot.name',
    target: volumeSnapshot,
    forward: { name: 'volumeSnapshot', one: true },
    reverse: { name: 'dataSources' },
    source: 'cdi.kubevirt.io/v1beta1 DataSourceSource.snapshot',
  },
  {
    ...copied,
    relation: 'data-source-data-source',
    from: dataSource,
    path: 'spec.source.dataSource.name',
    target: dataSource,
    forward: { name: 'dataSource', one: true },
    reverse: { name: 'dataSources' },
    source: 'cdi.kubevirt.io/v1beta1 DataSourceRefSourceDataSource',
  },
  {
    relation: 'data-import-cron-data-source',
    from: dataImportCron,
    path: 'spec.managedDataSource',
    target: dataSource,
    namespace: 'source',
    forward: { name: 'managedDataSource', one: true },
    reverse: { name: 'dataImportCrons' },
    source: 'cdi.kubevirt.io/v1beta1 DataImportCronSpec.managedDataSource',
  },
  {
    ...copied,
    relation: 'data-import-cron-claim',
    from: dataImportCron,
    path: 'status.lastImportedPVC.name',
    target: persistentVolumeClaim,
    weak: true,
    forward: { name: 'lastImportedClaim', one: true },
    reverse: { name: 'dataImportCrons' },
    source: 'cdi.kubevirt.io/v1beta1 DataImportCronStatus.lastImportedPVC',
  },
  {
    relation: 'storage-profile-storage-class',
    from: cdi('StorageProfile'),
    path: 'status.storageClass',
    target: storageClass,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'storageClass', one: true },
    reverse: { name: 'storageProfiles' },
    source: 'cdi.kubevirt.io/v1beta1 StorageProfileStatus.storageClass',
  },
];
