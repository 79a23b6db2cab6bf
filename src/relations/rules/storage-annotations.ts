/** What storage controllers note on claims and volumes in annotations: nodes, drivers, and the Secrets that they will need. */
import { csiDriver, node, persistentVolume, persistentVolumeClaim, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const provisioners = ['volume.kubernetes.io/storage-provisioner', 'volume.beta.kubernetes.io/storage-provisioner'];
const secretUses = ['provisioner-deletion', 'controller-modify'];

export const storageAnnotationRules: readonly RelationRule[] = [
  {
    relation: 'claim-selected-node',
    from: persistentVolumeClaim,
    path: "metadata.annotations['volume.kubernetes.io/selected-node']",
    target: node,
    namespace: 'cluster',
    // Where its first pod was to run when the volume was made.
    weak: true,
    forward: { name: 'selectedNode', one: true },
    reverse: { name: 'selectedForClaims' },
    source: 'k8s.io/component-helpers storage/volume AnnSelectedNode',
  },
  ...provisioners.map(
    (annotation): RelationRule => ({
      relation: 'claim-provisioner',
      from: persistentVolumeClaim,
      path: `metadata.annotations['${annotation}']`,
      target: csiDriver,
      namespace: 'cluster',
      // What is no CSI driver has a slash in its name.
      when: [{ path: `['${annotation}']`, without: '/' }],
      weak: true,
      forward: { name: 'csiDriver', one: true },
      reverse: { name: 'persistentVolumeClaims' },
      source: 'k8s.io/component-helpers storage/volume AnnStorageProvisioner: whom the controller asked for a volume',
    }),
  ),
  ...secretUses.map(
    (use): RelationRule => ({
      relation: 'volume-secret',
      from: persistentVolume,
      path: `metadata.annotations['volume.kubernetes.io/${use}-secret-name']`,
      target: secret,
      namespace: { path: `['volume.kubernetes.io/${use}-secret-namespace']` },
      forward: { name: 'secrets' },
      reverse: { name: 'persistentVolumes' },
      source: 'kubernetes-csi external-provisioner: the Secrets with which a volume is deleted and changed',
    }),
  ),
];
