import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const fluxSourceExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmChart',
      metadata: { name: 'shop-cart', namespace: 'flux-system' },
      spec: {
        chart: 'cart',
        interval: '10m',
        sourceRef: { kind: 'HelmRepository', name: 'charts' },
        verify: { provider: 'cosign', secretRef: { name: 'cosign' } },
      },
    },
    pointers: [
      'flux-source spec.sourceRef.name → HelmRepository.source.toolkit.fluxcd.io flux-system/charts',
      'flux-secret spec.verify.secretRef.name → Secret flux-system/cosign',
    ],
  },
  {
    object: {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'GitRepository',
      metadata: { name: 'fleet', namespace: 'flux-system' },
      spec: {
        interval: '1m',
        url: 'https://git.example.org/fleet.git',
        secretRef: { name: 'git' },
        proxySecretRef: { name: 'proxy' },
        verify: { mode: 'HEAD', secretRef: { name: 'gpg' } },
        include: [{ repository: { name: 'common' } }],
      },
    },
    pointers: [
      'flux-include spec.include[0].repository.name → GitRepository.source.toolkit.fluxcd.io flux-system/common',
      'flux-secret spec.secretRef.name → Secret flux-system/git',
      'flux-secret spec.proxySecretRef.name → Secret flux-system/proxy',
      'flux-secret spec.verify.secretRef.name → Secret flux-system/gpg',
    ],
  },
  {
    object: {
      apiVersion: 'source.toolkit.fluxcd.io/v1beta2',
      kind: 'OCIRepository',
      metadata: { name: 'fleet', namespace: 'platform' },
      spec: {
        interval: '1m',
        url: 'oci://registry.example.org/fleet',
        secretRef: { name: 'registry' },
        certSecretRef: { name: 'ca' },
        proxySecretRef: { name: 'proxy' },
        verify: { provider: 'cosign', secretRef: { name: 'cosign' } },
        serviceAccountName: 'puller',
      },
    },
    pointers: [
      'flux-secret spec.secretRef.name → Secret platform/registry',
      'flux-secret spec.certSecretRef.name → Secret platform/ca',
      'flux-secret spec.proxySecretRef.name → Secret platform/proxy',
      'flux-secret spec.verify.secretRef.name → Secret platform/cosign',
      'flux-service-account spec.serviceAccountName → ServiceAccount platform/puller',
    ],
  },
  {
    object: {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'Bucket',
      metadata: { name: 'files', namespace: 'flux-system' },
      spec: {
        interval: '1m',
        bucketName: 'files',
        endpoint: 's3.example.org',
        secretRef: { name: 'bucket' },
        certSecretRef: { name: 'ca' },
        proxySecretRef: { name: 'proxy' },
        sts: { provider: 'ldap', endpoint: 'https://sts.example.org', secretRef: { name: 'sts' }, certSecretRef: { name: 'sts-ca' } },
      },
    },
    pointers: [
      'flux-secret spec.secretRef.name → Secret flux-system/bucket',
      'flux-secret spec.certSecretRef.name → Secret flux-system/ca',
      'flux-secret spec.proxySecretRef.name → Secret flux-system/proxy',
      'flux-secret spec.sts.secretRef.name → Secret flux-system/sts',
      'flux-secret spec.sts.certSecretRef.name → Secret flux-system/sts-ca',
    ],
  },
  {
    object: {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmRepository',
      metadata: { name: 'charts', namespace: 'flux-system' },
      spec: { interval: '1m', url: 'https://charts.example.org', secretRef: { name: 'charts' }, certSecretRef: { name: 'ca' } },
    },
    pointers: [
      'flux-secret spec.secretRef.name → Secret flux-system/charts',
      'flux-secret spec.certSecretRef.name → Secret flux-system/ca',
    ],
  },
  {
    object: {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind: 'HelmChart',
      metadata: { name: 'of-an-unknown-source', namespace: 'flux-system' },
      spec: { chart: 'cart', interval: '10m', sourceRef: { kind: 'ConfigMap', name: 'charts' } },
    },
    pointers: [],
  },
  bare('source.toolkit.fluxcd.io/v1', 'HelmChart', 'flux-system'),
  bare('source.toolkit.fluxcd.io/v1', 'GitRepository', 'flux-system'),
  bare('source.toolkit.fluxcd.io/v1beta2', 'OCIRepository', 'platform'),
  bare('source.toolkit.fluxcd.io/v1', 'Bucket', 'flux-system'),
  bare('source.toolkit.fluxcd.io/v1', 'HelmRepository', 'flux-system'),
  bare('notification.toolkit.fluxcd.io/v1beta3', 'Provider', 'flux-system'),
  bare('notification.toolkit.fluxcd.io/v1beta3', 'Alert', 'flux-system'),
  bare('notification.toolkit.fluxcd.io/v1', 'Receiver', 'flux-system'),
  bare('image.toolkit.fluxcd.io/v1beta2', 'ImageRepository', 'flux-system'),
  bare('image.toolkit.fluxcd.io/v1beta2', 'ImagePolicy', 'shop'),
  bare('image.toolkit.fluxcd.io/v1beta2', 'ImageUpdateAutomation', 'flux-system'),
];
