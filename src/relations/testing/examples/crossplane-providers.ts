import type { Example } from '../../../../test/support/relation-rules.ts';

export const crossplaneProvidersExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'storage.azure.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.azure.upbound.io default'],
  },
  { object: { apiVersion: 'storage.azure.upbound.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} }, pointers: [] },
  {
    object: {
      apiVersion: 'storage.gcp.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.gcp.upbound.io default'],
  },
  { object: { apiVersion: 'storage.gcp.upbound.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} }, pointers: [] },
  {
    object: {
      apiVersion: 'storage.aws.crossplane.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.aws.crossplane.io default'],
  },
  {
    object: { apiVersion: 'storage.aws.crossplane.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'storage.azure.crossplane.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.azure.crossplane.io default'],
  },
  {
    object: { apiVersion: 'storage.azure.crossplane.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'storage.gcp.crossplane.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.gcp.crossplane.io default'],
  },
  {
    object: { apiVersion: 'storage.gcp.crossplane.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'helm.crossplane.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.helm.crossplane.io default'],
  },
  { object: { apiVersion: 'helm.crossplane.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} }, pointers: [] },
  {
    object: {
      apiVersion: 'azuread.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.azuread.upbound.io default'],
  },
  { object: { apiVersion: 'azuread.upbound.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} }, pointers: [] },
  {
    object: {
      apiVersion: 'vault.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.vault.upbound.io default'],
  },
  { object: { apiVersion: 'vault.upbound.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} }, pointers: [] },
  {
    object: {
      apiVersion: 'github.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing' },
      spec: { providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.github.upbound.io default'],
  },
  { object: { apiVersion: 'github.upbound.io/v1beta1', kind: 'Thing', metadata: { name: 'unconfigured' }, spec: {} }, pointers: [] },
  {
    object: {
      apiVersion: 'storage.azure.m.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing', namespace: 'shop' },
      spec: { providerConfigRef: { name: 'default', kind: 'ClusterProviderConfig' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ClusterProviderConfig.azure.m.upbound.io shop/default'],
  },
  {
    object: {
      apiVersion: 'storage.azure.m.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'unconfigured', namespace: 'shop' },
      spec: {},
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'storage.gcp.m.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'thing', namespace: 'shop' },
      spec: { providerConfigRef: { name: 'default', kind: 'ClusterProviderConfig' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ClusterProviderConfig.gcp.m.upbound.io shop/default'],
  },
  {
    object: {
      apiVersion: 'storage.gcp.m.upbound.io/v1beta1',
      kind: 'Thing',
      metadata: { name: 'unconfigured', namespace: 'shop' },
      spec: {},
    },
    pointers: [],
  },
];
