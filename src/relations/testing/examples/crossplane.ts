import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const crossplaneExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'platform.example.org/v1alpha1',
      kind: 'Database',
      metadata: { name: 'cart', namespace: 'shop' },
      spec: {
        compositeDeletePolicy: 'Background',
        compositionRef: { name: 'postgres' },
        compositionRevisionRef: { name: 'postgres-1' },
        resourceRef: { apiVersion: 'platform.example.org/v1alpha1', kind: 'XDatabase', name: 'cart-x1' },
        writeConnectionSecretToRef: { name: 'cart-database' },
      },
    },
    pointers: [
      'crossplane-composition spec.compositionRef.name → Composition.apiextensions.crossplane.io postgres',
      'crossplane-composition spec.compositionRevisionRef.name → CompositionRevision.apiextensions.crossplane.io postgres-1',
      'crossplane-composite spec.resourceRef.name → XDatabase.platform.example.org cart-x1',
      'crossplane-connection-secret spec.writeConnectionSecretToRef.name → Secret shop/cart-database [optional]',
    ],
  },
  {
    object: {
      apiVersion: 'platform.example.org/v1alpha1',
      kind: 'XDatabase',
      metadata: { name: 'cart-x1' },
      spec: {
        compositionRef: { name: 'postgres' },
        claimRef: { apiVersion: 'platform.example.org/v1alpha1', kind: 'Database', namespace: 'shop', name: 'cart' },
        resourceRefs: [{ apiVersion: 'rds.aws.upbound.io/v1beta1', kind: 'Instance', name: 'cart-x1-a' }],
        writeConnectionSecretToRef: { name: 'cart-x1', namespace: 'crossplane-system' },
      },
    },
    pointers: [
      'crossplane-composition spec.compositionRef.name → Composition.apiextensions.crossplane.io postgres',
      'crossplane-claim spec.claimRef.name → Database.platform.example.org shop/cart',
      'crossplane-composed spec.resourceRefs[0].name → Instance.rds.aws.upbound.io cart-x1-a',
      'crossplane-connection-secret spec.writeConnectionSecretToRef.name → Secret crossplane-system/cart-x1 [optional]',
    ],
  },
  {
    object: {
      apiVersion: 'platform.example.org/v1',
      kind: 'Bucket',
      metadata: { name: 'files', namespace: 'shop' },
      spec: {
        crossplane: {
          compositionRef: { name: 'bucket' },
          compositionRevisionRef: { name: 'bucket-1' },
          resourceRefs: [{ apiVersion: 's3.aws.m.upbound.io/v1beta1', kind: 'Bucket', name: 'files-1' }],
        },
      },
    },
    pointers: [
      'crossplane-composed spec.crossplane.resourceRefs[0].name → Bucket.s3.aws.m.upbound.io shop/files-1',
      'crossplane-composition spec.crossplane.compositionRef.name → Composition.apiextensions.crossplane.io bucket',
      'crossplane-composition spec.crossplane.compositionRevisionRef.name → CompositionRevision.apiextensions.crossplane.io bucket-1',
    ],
  },
  {
    object: {
      apiVersion: 'example.org/v1',
      kind: 'Widget',
      metadata: { name: 'stranger', namespace: 'shop' },
      spec: {
        resourceRef: { apiVersion: 'v1', kind: 'Secret', name: 'a' },
        resourceRefs: [{ apiVersion: 'v1', kind: 'Secret', name: 'a' }],
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', name: 'a' },
        providerConfigRef: { name: 'a' },
        credentials: { secretRef: { name: 'a', key: 'a' } },
      },
      resourceRef: { apiVersion: 'v1', kind: 'Secret', name: 'a' },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'pv-1' },
      spec: {
        capacity: { storage: '1Gi' },
        accessModes: ['ReadWriteOnce'],
        hostPath: { path: '/data' },
        claimRef: { apiVersion: 'v1', kind: 'PersistentVolumeClaim', namespace: 'shop', name: 'data' },
      },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'rds.aws.upbound.io/v1beta1',
      kind: 'Instance',
      metadata: { name: 'cart-x1-a' },
      spec: {
        forProvider: { region: 'eu' },
        providerConfigRef: { name: 'default' },
        writeConnectionSecretToRef: { name: 'cart-x1-a', namespace: 'crossplane-system' },
      },
    },
    pointers: [
      'crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.aws.upbound.io default',
      'crossplane-connection-secret spec.writeConnectionSecretToRef.name → Secret crossplane-system/cart-x1-a [optional]',
    ],
  },
  {
    object: {
      apiVersion: 's3.aws.m.upbound.io/v1beta1',
      kind: 'Bucket',
      metadata: { name: 'files-1', namespace: 'shop' },
      spec: {
        forProvider: { region: 'eu' },
        providerConfigRef: { kind: 'ProviderConfig', name: 'team' },
        writeConnectionSecretToRef: { name: 'files-1' },
      },
    },
    pointers: [
      'crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.aws.m.upbound.io shop/team',
      'crossplane-connection-secret spec.writeConnectionSecretToRef.name → Secret shop/files-1 [optional]',
    ],
  },
  {
    object: {
      apiVersion: 's3.aws.m.upbound.io/v1beta1',
      kind: 'Bucket',
      metadata: { name: 'files-2', namespace: 'shop' },
      spec: { forProvider: { region: 'eu' }, providerConfigRef: { name: 'default' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ClusterProviderConfig.aws.m.upbound.io shop/default'],
  },
  {
    object: {
      apiVersion: 'kubernetes.crossplane.io/v1alpha2',
      kind: 'Object',
      metadata: { name: 'namespace' },
      spec: { forProvider: { manifest: { apiVersion: 'v1', kind: 'Namespace' } }, providerConfigRef: { name: 'in-cluster' } },
    },
    pointers: ['crossplane-provider-config spec.providerConfigRef.name → ProviderConfig.kubernetes.crossplane.io in-cluster'],
  },
  {
    object: {
      apiVersion: 'aws.upbound.io/v1beta1',
      kind: 'ProviderConfig',
      metadata: { name: 'default' },
      spec: { credentials: { source: 'Secret', secretRef: { namespace: 'crossplane-system', name: 'aws', key: 'credentials' } } },
    },
    pointers: ['crossplane-credentials spec.credentials.secretRef.name → Secret crossplane-system/aws keys=credentials'],
  },
  {
    object: {
      apiVersion: 'aws.upbound.io/v1beta1',
      kind: 'ProviderConfigUsage',
      metadata: { name: '0b0e-usage' },
      providerConfigRef: { name: 'default' },
      resourceRef: { apiVersion: 'rds.aws.upbound.io/v1beta1', kind: 'Instance', name: 'cart-x1-a' },
    },
    pointers: ['crossplane-provider-config-user resourceRef.name → Instance.rds.aws.upbound.io cart-x1-a [weak]'],
  },
  bare('platform.example.org/v1alpha1', 'Database', 'shop'),
  bare('platform.example.org/v1alpha1', 'XDatabase'),
  bare('platform.example.org/v1', 'Bucket', 'shop'),
  bare('example.org/v1', 'Widget', 'shop'),
  bare('v1', 'PersistentVolume'),
  bare('rds.aws.upbound.io/v1beta1', 'Instance'),
  bare('s3.aws.m.upbound.io/v1beta1', 'Bucket', 'shop'),
  bare('kubernetes.crossplane.io/v1alpha2', 'Object'),
  bare('aws.upbound.io/v1beta1', 'ProviderConfig'),
  bare('aws.upbound.io/v1beta1', 'ProviderConfigUsage'),
  bare('storage.azure.upbound.io/v1beta1', 'Thing'),
  bare('storage.gcp.upbound.io/v1beta1', 'Thing'),
  bare('storage.aws.crossplane.io/v1beta1', 'Thing'),
  bare('storage.azure.crossplane.io/v1beta1', 'Thing'),
  bare('storage.gcp.crossplane.io/v1beta1', 'Thing'),
  bare('helm.crossplane.io/v1beta1', 'Thing'),
  bare('azuread.upbound.io/v1beta1', 'Thing'),
  bare('vault.upbound.io/v1beta1', 'Thing'),
  bare('github.upbound.io/v1beta1', 'Thing'),
  bare('storage.azure.m.upbound.io/v1beta1', 'Thing', 'shop'),
  bare('storage.gcp.m.upbound.io/v1beta1', 'Thing', 'shop'),
];
