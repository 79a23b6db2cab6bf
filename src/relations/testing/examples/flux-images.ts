import type { Example } from '../../../../test/support/relation-rules.ts';

export const fluxImagesExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Provider',
      metadata: { name: 'chat', namespace: 'flux-system' },
      spec: { type: 'slack', secretRef: { name: 'chat' }, certSecretRef: { name: 'ca' }, proxySecretRef: { name: 'proxy' } },
    },
    pointers: [
      'flux-secret spec.secretRef.name → Secret flux-system/chat',
      'flux-secret spec.certSecretRef.name → Secret flux-system/ca',
      'flux-secret spec.proxySecretRef.name → Secret flux-system/proxy',
    ],
  },
  {
    object: {
      apiVersion: 'notification.toolkit.fluxcd.io/v1beta3',
      kind: 'Alert',
      metadata: { name: 'all', namespace: 'flux-system' },
      spec: {
        providerRef: { name: 'chat' },
        eventSources: [
          { kind: 'Kustomization', name: '*' },
          { kind: 'Kustomization', name: 'apps' },
          { kind: 'HelmRelease', name: 'cart', namespace: 'shop' },
          { kind: 'GitRepository', name: 'fleet' },
          { kind: 'OCIRepository', name: 'fleet' },
          { kind: 'Bucket', name: 'files' },
          { kind: 'HelmRepository', name: 'charts' },
          { kind: 'HelmChart', name: 'shop-cart' },
          { kind: 'ImageRepository', name: 'web' },
          { kind: 'ImagePolicy', name: 'web' },
          { kind: 'ImageUpdateAutomation', name: 'web' },
        ],
      },
    },
    pointers: [
      'flux-provider spec.providerRef.name → Provider.notification.toolkit.fluxcd.io flux-system/chat',
      'flux-notified-object spec.eventSources[1].name → Kustomization.kustomize.toolkit.fluxcd.io flux-system/apps',
      'flux-notified-object spec.eventSources[2].name → HelmRelease.helm.toolkit.fluxcd.io shop/cart',
      'flux-notified-object spec.eventSources[3].name → GitRepository.source.toolkit.fluxcd.io flux-system/fleet',
      'flux-notified-object spec.eventSources[4].name → OCIRepository.source.toolkit.fluxcd.io flux-system/fleet',
      'flux-notified-object spec.eventSources[5].name → Bucket.source.toolkit.fluxcd.io flux-system/files',
      'flux-notified-object spec.eventSources[6].name → HelmRepository.source.toolkit.fluxcd.io flux-system/charts',
      'flux-notified-object spec.eventSources[7].name → HelmChart.source.toolkit.fluxcd.io flux-system/shop-cart',
      'flux-notified-object spec.eventSources[8].name → ImageRepository.image.toolkit.fluxcd.io flux-system/web',
      'flux-notified-object spec.eventSources[9].name → ImagePolicy.image.toolkit.fluxcd.io flux-system/web',
      'flux-notified-object spec.eventSources[10].name → ImageUpdateAutomation.image.toolkit.fluxcd.io flux-system/web',
    ],
  },
  {
    object: {
      apiVersion: 'notification.toolkit.fluxcd.io/v1',
      kind: 'Receiver',
      metadata: { name: 'hook', namespace: 'flux-system' },
      spec: {
        type: 'github',
        secretRef: { name: 'hook' },
        resources: [
          { kind: 'GitRepository', name: 'fleet' },
          { kind: 'OCIRepository', name: 'fleet' },
          { kind: 'Bucket', name: 'files' },
          { kind: 'HelmRepository', name: 'charts' },
          { kind: 'HelmChart', name: 'shop-cart' },
          { kind: 'Kustomization', name: 'apps' },
          { kind: 'HelmRelease', name: 'cart', namespace: 'shop' },
          { kind: 'ImageRepository', name: 'web' },
          { kind: 'ImagePolicy', name: 'web' },
          { kind: 'ImageUpdateAutomation', name: 'web' },
        ],
      },
    },
    pointers: [
      'flux-secret spec.secretRef.name → Secret flux-system/hook',
      'flux-notified-object spec.resources[0].name → GitRepository.source.toolkit.fluxcd.io flux-system/fleet',
      'flux-notified-object spec.resources[1].name → OCIRepository.source.toolkit.fluxcd.io flux-system/fleet',
      'flux-notified-object spec.resources[2].name → Bucket.source.toolkit.fluxcd.io flux-system/files',
      'flux-notified-object spec.resources[3].name → HelmRepository.source.toolkit.fluxcd.io flux-system/charts',
      'flux-notified-object spec.resources[4].name → HelmChart.source.toolkit.fluxcd.io flux-system/shop-cart',
      'flux-notified-object spec.resources[5].name → Kustomization.kustomize.toolkit.fluxcd.io flux-system/apps',
      'flux-notified-object spec.resources[6].name → HelmRelease.helm.toolkit.fluxcd.io shop/cart',
      'flux-notified-object spec.resources[7].name → ImageRepository.image.toolkit.fluxcd.io flux-system/web',
      'flux-notified-object spec.resources[8].name → ImagePolicy.image.toolkit.fluxcd.io flux-system/web',
      'flux-notified-object spec.resources[9].name → ImageUpdateAutomation.image.toolkit.fluxcd.io flux-system/web',
    ],
  },
  {
    object: {
      apiVersion: 'notification.toolkit.fluxcd.io/v1',
      kind: 'Receiver',
      metadata: { name: 'of-any-kind', namespace: 'flux-system' },
      spec: { type: 'github', secretRef: { name: 'hook' }, resources: [{ kind: '*', name: 'fleet' }] },
    },
    pointers: ['flux-secret spec.secretRef.name → Secret flux-system/hook'],
  },
  {
    object: {
      apiVersion: 'image.toolkit.fluxcd.io/v1beta2',
      kind: 'ImageRepository',
      metadata: { name: 'web', namespace: 'flux-system' },
      spec: {
        interval: '1m',
        image: 'registry.example.org/web',
        secretRef: { name: 'registry' },
        certSecretRef: { name: 'ca' },
        proxySecretRef: { name: 'proxy' },
        serviceAccountName: 'puller',
      },
    },
    pointers: [
      'flux-secret spec.secretRef.name → Secret flux-system/registry',
      'flux-secret spec.certSecretRef.name → Secret flux-system/ca',
      'flux-secret spec.proxySecretRef.name → Secret flux-system/proxy',
      'flux-service-account spec.serviceAccountName → ServiceAccount flux-system/puller',
    ],
  },
  {
    object: {
      apiVersion: 'image.toolkit.fluxcd.io/v1beta2',
      kind: 'ImagePolicy',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { imageRepositoryRef: { name: 'web', namespace: 'flux-system' }, policy: { alphabetical: {} } },
    },
    pointers: ['flux-image-repository spec.imageRepositoryRef.name → ImageRepository.image.toolkit.fluxcd.io flux-system/web'],
  },
  {
    object: {
      apiVersion: 'image.toolkit.fluxcd.io/v1beta2',
      kind: 'ImageUpdateAutomation',
      metadata: { name: 'web', namespace: 'flux-system' },
      spec: {
        interval: '1m',
        sourceRef: { kind: 'GitRepository', name: 'fleet' },
        git: { commit: { author: { email: 'flux@example.org' } } },
      },
    },
    pointers: ['flux-source spec.sourceRef.name → GitRepository.source.toolkit.fluxcd.io flux-system/fleet'],
  },
  {
    object: {
      apiVersion: 'image.toolkit.fluxcd.io/v1beta2',
      kind: 'ImageUpdateAutomation',
      metadata: { name: 'of-an-unknown-source', namespace: 'flux-system' },
      spec: { interval: '1m', sourceRef: { kind: 'ConfigMap', name: 'fleet' } },
    },
    pointers: [],
  },
];
