import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const DOMAIN = 'open-cluster-management.io';
const apps = (kind: string, name: string, spec: JsonObject): JsonObject => ({
  apiVersion: kind === 'GitOpsCluster' ? `apps.${DOMAIN}/v1beta1` : `apps.${DOMAIN}/v1`,
  kind,
  metadata: { name, namespace: 'shop' },
  spec,
});
const HOSTING = `apps.${DOMAIN}/hosting-subscription`;
const hosted = (kind: string, annotation: string): JsonObject => ({
  apiVersion: 'example.com/v1',
  kind,
  metadata: { name: 'web', namespace: 'shop', annotations: { [HOSTING]: annotation } },
});

export const openClusterManagementApplicationExamples: readonly Example[] = [
  {
    object: apps('Subscription', 'web', {
      channel: 'channels/git',
      secondaryChannel: 'channels/mirror',
      placement: { placementRef: { kind: 'Placement', name: 'everywhere' } },
      hooksecretref: { name: 'tower', namespace: 'hooks' },
      packageFilter: { filterRef: { name: 'paths' } },
    }),
    pointers: [
      `subscription-channel spec.channel → Channel.apps.${DOMAIN} channels/git`,
      `subscription-channel spec.secondaryChannel → Channel.apps.${DOMAIN} channels/mirror`,
      `subscription-placement spec.placement.placementRef.name → Placement.cluster.${DOMAIN} shop/everywhere`,
      'subscription-secret spec.hooksecretref.name → Secret hooks/tower',
      'subscription-config-map spec.packageFilter.filterRef.name → ConfigMap shop/paths',
    ],
  },
  {
    object: apps('Subscription', 'older', {
      channel: 'without-namespace',
      placement: { placementRef: { kind: 'PlacementRule', name: 'older' } },
    }),
    pointers: [`subscription-placement spec.placement.placementRef.name → PlacementRule.apps.${DOMAIN} shop/older`],
  },
  {
    object: apps('Subscription', 'look-alikes', {
      channel: '',
      secondaryChannel: 'a/b/c',
      placement: { placementRef: { name: 'of-no-kind' } },
    }),
    pointers: [],
  },
  {
    object: apps('Channel', 'git', {
      type: 'Git',
      pathname: 'https://git.example.com',
      secretRef: { name: 'git' },
      configMapRef: { name: 'authorities' },
    }),
    pointers: [
      'channel-secret spec.secretRef.name → Secret shop/git',
      'channel-config-map spec.configMapRef.name → ConfigMap shop/authorities',
    ],
  },
  {
    object: apps('GitOpsCluster', 'argo', {
      argoServer: { argoNamespace: 'openshift-gitops' },
      placementRef: { apiVersion: `cluster.${DOMAIN}/v1beta1`, kind: 'Placement', name: 'everywhere' },
    }),
    pointers: [
      `gitops-cluster-placement spec.placementRef.name → Placement.cluster.${DOMAIN} shop/everywhere`,
      'gitops-cluster-namespace spec.argoServer.argoNamespace → Namespace openshift-gitops',
    ],
  },
  {
    object: apps('GitOpsCluster', 'of-another-kind', {
      placementRef: { apiVersion: `apps.${DOMAIN}/v1`, kind: 'PlacementRule', name: 'older' },
    }),
    pointers: [],
  },
  {
    object: hosted('Shop', 'channels/web-local'),
    pointers: [`hosting-subscription metadata.annotations['${HOSTING}'] → Subscription.apps.${DOMAIN} channels/web-local [weak]`],
  },
  { object: hosted('Shop', 'web-local'), pointers: [] },
  { object: hosted('ReplicaSet', 'channels/web-local'), pointers: [] },
];
