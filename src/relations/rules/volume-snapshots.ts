/** Snapshots of volumes and of groups of volumes: what they are of, what they are bound to, their classes, drivers and Secrets. */
import type { KindKey } from '../../kube/kind.ts';
import { csiDriver, persistentVolumeClaim, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import {
  volumeGroupSnapshot,
  volumeGroupSnapshotClass,
  volumeGroupSnapshotContent,
  volumeSnapshot,
  volumeSnapshotClass,
  volumeSnapshotContent,
} from './snapshot-kinds.ts';

/** What is the same of both: kinds, the words of their fields, and the names of their lists. */
interface Family {
  /** Begins its relations. */
  readonly relation: string;
  readonly api: string;
  readonly snapshot: KindKey;
  readonly content: KindKey;
  readonly class: KindKey;
  /** `volumeSnapshot`, before `Ref`, `ClassName` and `ContentName`. */
  readonly word: string;
  readonly lists: { readonly snapshots: string; readonly contents: string; readonly classes: string };
  /** In the parameters of a class: `csi.storage.k8s.io/<use>-secret-name`. */
  readonly secretUses: readonly string[];
  /** Before `/deletion-secret-name`. */
  readonly annotations: string;
}

const families: readonly Family[] = [
  {
    relation: 'volume-snapshot',
    api: 'snapshot.storage.k8s.io/v1 VolumeSnapshot',
    snapshot: volumeSnapshot,
    content: volumeSnapshotContent,
    class: volumeSnapshotClass,
    word: 'volumeSnapshot',
    lists: { snapshots: 'volumeSnapshots', contents: 'volumeSnapshotContents', classes: 'volumeSnapshotClasses' },
    secretUses: ['snapshotter', 'snapshotter-list'],
    annotations: 'snapshot.storage.kubernetes.io',
  },
  {
    relation: 'volume-group-snapshot',
    api: 'groupsnapshot.storage.k8s.io/v1 VolumeGroupSnapshot',
    snapshot: volumeGroupSnapshot,
    content: volumeGroupSnapshotContent,
    class: volumeGroupSnapshotClass,
    word: 'volumeGroupSnapshot',
    lists: { snapshots: 'volumeGroupSnapshots', contents: 'volumeGroupSnapshotContents', classes: 'volumeGroupSnapshotClasses' },
    secretUses: ['group-snapshotter', 'group-snapshotter-get'],
    annotations: 'groupsnapshot.storage.kubernetes.io',
  },
];

export const volumeSnapshotRules: readonly RelationRule[] = [
  {
    relation: 'volume-snapshot-source-claim',
    from: volumeSnapshot,
    path: 'spec.source.persistentVolumeClaimName',
    target: persistentVolumeClaim,
    namespace: 'source',
    // A snapshot that has been taken stands without its claim.
    optional: '$.status.readyToUse',
    forward: { name: 'persistentVolumeClaim', one: true },
    reverse: { name: 'volumeSnapshots' },
    source: 'snapshot.storage.k8s.io/v1 VolumeSnapshotSource.persistentVolumeClaimName',
  },
  {
    relation: 'volume-snapshot-group',
    from: volumeSnapshot,
    path: 'status.volumeGroupSnapshotName',
    target: volumeGroupSnapshot,
    namespace: 'source',
    forward: { name: 'volumeGroupSnapshot', one: true },
    reverse: { name: 'volumeSnapshots' },
    source: 'snapshot.storage.k8s.io/v1 VolumeSnapshotStatus.volumeGroupSnapshotName',
  },
  ...families.flatMap(familyRules),
];

function familyRules({ relation, api, snapshot, content, class: classKind, word, lists, secretUses, annotations }: Family): RelationRule[] {
  const capital = `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
  const toClass = { target: classKind, namespace: 'cluster', forward: { name: `${word}Class`, one: true } } as const;
  const toDriver = {
    target: csiDriver,
    namespace: 'cluster',
    // A driver need not register a CSIDriver object.
    alwaysOptional: true,
    forward: { name: 'csiDriver', one: true },
  } as const;
  return [
    ...[`spec.source.${word}ContentName`, `status.bound${capital}ContentName`].map(
      (path): RelationRule => ({
        relation: `${relation}-content`,
        from: snapshot,
        path,
        target: content,
        namespace: 'cluster',
        forward: { name: `${word}Content`, one: true },
        source: `${api}Source, ${capital}Status`,
      }),
    ),
    {
      relation: `${relation}-content-snapshot`,
      from: content,
      path: `spec.${word}Ref.name`,
      target: snapshot,
      namespace: { path: 'namespace' },
      uid: 'uid',
      forward: { name: word, one: true },
      source: `${api}ContentSpec`,
    },
    {
      ...toClass,
      relation: `${relation}-class`,
      from: snapshot,
      path: `spec.${word}ClassName`,
      reverse: { name: lists.snapshots },
      source: `${api}Spec`,
    },
    {
      ...toClass,
      relation: `${relation}-content-class`,
      from: content,
      path: `spec.${word}ClassName`,
      // The API says that the class may be deleted or made anew after that.
      weak: true,
      reverse: { name: lists.contents },
      source: `${api}ContentSpec`,
    },
    {
      ...toDriver,
      relation: `${relation}-content-csi-driver`,
      from: content,
      path: 'spec.driver',
      reverse: { name: lists.contents },
      source: `${api}ContentSpec`,
    },
    {
      ...toDriver,
      relation: `${relation}-class-csi-driver`,
      from: classKind,
      path: 'driver',
      reverse: { name: lists.classes },
      source: `${api}Class`,
    },
    ...secretUses.map((use): RelationRule => {
      const [name, namespace] = [`['csi.storage.k8s.io/${use}-secret-name']`, `['csi.storage.k8s.io/${use}-secret-namespace']`];
      return {
        relation: `${relation}-class-secret`,
        from: classKind,
        path: `parameters${name}`,
        target: secret,
        namespace: { path: namespace },
        // Templates over the snapshot: ${volumesnapshot.name}.
        when: [
          { path: name, without: '$' },
          { path: namespace, without: '$' },
        ],
        forward: { name: 'secrets' },
        reverse: { name: lists.classes },
        source: 'kubernetes-csi external-snapshotter pkg/utils: secrets in the parameters of a class',
      };
    }),
    {
      relation: `${relation}-content-secret`,
      from: content,
      path: `metadata.annotations['${annotations}/deletion-secret-name']`,
      target: secret,
      namespace: { path: `['${annotations}/deletion-secret-namespace']` },
      forward: { name: 'secrets' },
      reverse: { name: lists.contents },
      source: 'kubernetes-csi external-snapshotter pkg/utils: the Secret with which the snapshot is deleted',
    },
  ];
}
