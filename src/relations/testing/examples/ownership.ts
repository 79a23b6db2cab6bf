import type { Example } from '../../../../test/support/relation-rules.ts';

const owner = (kind: string, apiVersion: string) => ({ apiVersion, kind, name: 'web', uid: `${kind}-uid` });

export const ownershipExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'several-owners',
        namespace: 'shop',
        ownerReferences: [
          { ...owner('ReplicaSet', 'apps/v1'), controller: true, blockOwnerDeletion: true },
          { ...owner('Node', 'v1'), controller: false },
          { ...owner('Widget', 'example.com/v1alpha1'), blockOwnerDeletion: true },
        ],
      },
      spec: { containers: [{ name: 'main', image: 'web:1' }] },
    },
    pointers: [
      'owner metadata.ownerReferences[0].name → ReplicaSet.apps shop/web [controller blockOwnerDeletion] uid=ReplicaSet-uid',
      'owner metadata.ownerReferences[1].name → Node shop/web uid=Node-uid',
      'owner metadata.ownerReferences[2].name → Widget.example.com shop/web [blockOwnerDeletion] uid=Widget-uid',
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'malformed-owners',
        namespace: 'shop',
        ownerReferences: [
          { apiVersion: 'v1', kind: 'ConfigMap', name: 'without-uid', controller: 'true' },
          { apiVersion: 'v1', name: 'without-kind', uid: 'x' },
          'no reference',
        ],
      },
    },
    pointers: ['owner metadata.ownerReferences[0].name → ConfigMap shop/without-uid'],
  },
  {
    // A custom kind, cluster-scoped, and an owner named by a group that the kind has left.
    object: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'GatewayClass',
      metadata: { name: 'custom', ownerReferences: [owner('Deployment', 'extensions/v1beta1')] },
      spec: { controllerName: 'example.com/gateways' },
    },
    pointers: ['owner metadata.ownerReferences[0].name → Deployment.apps web uid=Deployment-uid'],
  },
  { object: { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'orphan', namespace: 'shop' } }, pointers: [] },
];
