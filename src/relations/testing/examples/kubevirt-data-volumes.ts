import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';

/** One DataVolume has one source: each of these is one. */
const sources: readonly { readonly source: JsonObject; readonly pointers: readonly string[] }[] = [
  {
    source: { pvc: { namespace: 'images', name: 'fedora' } },
    pointers: ['data-volume-source-claim ~.source.pvc.name → PersistentVolumeClaim images/fedora'],
  },
  {
    source: { snapshot: { namespace: 'images', name: 'fedora' } },
    pointers: ['data-volume-source-snapshot ~.source.snapshot.name → VolumeSnapshot.snapshot.storage.k8s.io images/fedora'],
  },
  {
    source: {
      http: { url: 'https://example.com/disk', secretRef: 'login', certConfigMap: 'authorities', secretExtraHeaders: ['headers'] },
    },
    pointers: [
      'data-volume-secret ~.source.http.secretRef → Secret shop/login',
      'data-volume-secret ~.source.http.secretExtraHeaders[0] → Secret shop/headers',
      'data-volume-config-map ~.source.http.certConfigMap → ConfigMap shop/authorities',
    ],
  },
  {
    source: { s3: { url: 's3://bucket/disk', secretRef: 'login', certConfigMap: 'authorities' } },
    pointers: [
      'data-volume-secret ~.source.s3.secretRef → Secret shop/login',
      'data-volume-config-map ~.source.s3.certConfigMap → ConfigMap shop/authorities',
    ],
  },
  {
    source: { gcs: { url: 'gs://bucket/disk', secretRef: 'login' } },
    pointers: ['data-volume-secret ~.source.gcs.secretRef → Secret shop/login'],
  },
  {
    source: { registry: { url: 'docker://example.com/disk', secretRef: 'login', certConfigMap: 'authorities' } },
    pointers: [
      'data-volume-secret ~.source.registry.secretRef → Secret shop/login',
      'data-volume-config-map ~.source.registry.certConfigMap → ConfigMap shop/authorities',
    ],
  },
  {
    source: { imageio: { url: 'https://engine.example.com', diskId: '1', secretRef: 'login', certConfigMap: 'authorities' } },
    pointers: [
      'data-volume-secret ~.source.imageio.secretRef → Secret shop/login',
      'data-volume-config-map ~.source.imageio.certConfigMap → ConfigMap shop/authorities',
    ],
  },
  {
    source: { vddk: { url: 'https://center.example.com', uuid: '1', secretRef: 'login', extraArgs: 'arguments' } },
    pointers: [
      'data-volume-secret ~.source.vddk.secretRef → Secret shop/login',
      'data-volume-config-map ~.source.vddk.extraArgs → ConfigMap shop/arguments',
    ],
  },
  { source: { blank: {} }, pointers: [] },
];

const claim = { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '10Gi' } }, storageClassName: 'fast' };

const specs: readonly { readonly name: string; readonly spec: JsonObject; readonly pointers: readonly string[] }[] = [
  ...sources.map(({ source, pointers }) => ({ name: `from-${Object.keys(source).join()}`, spec: { source, storage: {} }, pointers })),
  {
    name: 'from-a-data-source',
    spec: {
      sourceRef: { kind: 'DataSource', name: 'fedora', namespace: 'images' },
      storage: { storageClassName: 'fast' },
      priorityClassName: 'high',
    },
    pointers: [
      'data-volume-data-source ~.sourceRef.name → DataSource.cdi.kubevirt.io images/fedora',
      'data-volume-storage-class ~.storage.storageClassName → StorageClass.storage.k8s.io fast',
      'data-volume-priority-class ~.priorityClassName → PriorityClass.scheduling.k8s.io high',
    ],
  },
  {
    name: 'from-another-kind',
    spec: { sourceRef: { kind: 'Other', name: 'fedora' }, pvc: claim },
    pointers: ['data-volume-storage-class ~.pvc.storageClassName → StorageClass.storage.k8s.io fast'],
  },
];

interface Place {
  readonly apiVersion: string;
  readonly kind: string;
  /** Where the spec of the DataVolume stands. */
  readonly path: string;
  readonly whole: (spec: JsonObject) => JsonObject;
  /** What was needed once is history. */
  readonly filled: boolean;
  readonly own: (name: string) => readonly string[];
}

const places: readonly Place[] = [
  {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataVolume',
    path: 'spec',
    whole: (spec) => spec,
    filled: true,
    own: (name) => [`data-volume-claim metadata.name → PersistentVolumeClaim shop/${name} [weak]`],
  },
  {
    apiVersion: 'cdi.kubevirt.io/v1beta1',
    kind: 'DataImportCron',
    path: 'spec.template.spec',
    whole: (spec) => ({ schedule: '@daily', managedDataSource: 'fedora', template: { spec } }),
    filled: false,
    own: () => ['data-import-cron-data-source spec.managedDataSource → DataSource.cdi.kubevirt.io shop/fedora'],
  },
  {
    apiVersion: 'kubevirt.io/v1',
    kind: 'VirtualMachine',
    path: 'spec.dataVolumeTemplates[0].spec',
    whole: (spec) => ({ dataVolumeTemplates: [{ metadata: { name: 'root' }, spec }], template: { spec: { domain: { devices: {} } } } }),
    filled: true,
    own: () => [],
  },
  {
    apiVersion: 'pool.kubevirt.io/v1beta1',
    kind: 'VirtualMachinePool',
    path: 'spec.virtualMachineTemplate.spec.dataVolumeTemplates[0].spec',
    whole: (spec) => ({ virtualMachineTemplate: { spec: { dataVolumeTemplates: [{ metadata: { name: 'root' }, spec }] } } }),
    filled: false,
    own: () => [],
  },
];

const isHistory = (pointer: string): boolean => /^data-volume-(source|data-source|secret|config-map)/.test(pointer);

export const kubevirtDataVolumeExamples: readonly Example[] = [
  ...places.flatMap(({ apiVersion, kind, path, whole, filled, own }) =>
    specs.map(
      ({ name, spec, pointers }): Example => ({
        object: { apiVersion, kind, metadata: { name, namespace: 'shop' }, spec: whole(spec) },
        pointers: [
          ...pointers.map((pointer) => `${pointer.replace('~', path)}${filled && isHistory(pointer) ? ' [weak]' : ''}`),
          ...own(name),
        ],
      }),
    ),
  ),
  ...[
    {
      source: { pvc: { namespace: 'images', name: 'fedora' } },
      pointer: 'data-source-claim spec.source.pvc.name → PersistentVolumeClaim images/fedora',
    },
    {
      source: { snapshot: { namespace: 'images', name: 'fedora' } },
      pointer: 'data-source-snapshot spec.source.snapshot.name → VolumeSnapshot.snapshot.storage.k8s.io images/fedora',
    },
    {
      source: { dataSource: { namespace: 'images', name: 'fedora' } },
      pointer: 'data-source-data-source spec.source.dataSource.name → DataSource.cdi.kubevirt.io images/fedora',
    },
  ].map(
    ({ source, pointer }): Example => ({
      object: {
        apiVersion: 'cdi.kubevirt.io/v1beta1',
        kind: 'DataSource',
        metadata: { name: `from-${Object.keys(source).join()}`, namespace: 'shop' },
        spec: { source },
      },
      pointers: [pointer],
    }),
  ),
  {
    object: {
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      kind: 'DataImportCron',
      metadata: { name: 'imported', namespace: 'shop' },
      spec: { schedule: '@daily', managedDataSource: 'fedora', template: { spec: { storage: {} } } },
      status: { lastImportedPVC: { namespace: 'shop', name: 'fedora-1' } },
    },
    pointers: [
      'data-import-cron-data-source spec.managedDataSource → DataSource.cdi.kubevirt.io shop/fedora',
      'data-import-cron-claim status.lastImportedPVC.name → PersistentVolumeClaim shop/fedora-1 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'cdi.kubevirt.io/v1beta1',
      kind: 'StorageProfile',
      metadata: { name: 'fast' },
      spec: {},
      status: { storageClass: 'fast', provisioner: 'csi.example.com' },
    },
    pointers: ['storage-profile-storage-class status.storageClass → StorageClass.storage.k8s.io fast [weak]'],
  },
  bare('cdi.kubevirt.io/v1beta1', 'DataSource', 'shop'),
];
