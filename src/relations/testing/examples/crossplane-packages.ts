import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const crossplanePackageExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'Composition',
      metadata: { name: 'postgres' },
      spec: {
        compositeTypeRef: { apiVersion: 'platform.example.org/v1alpha1', kind: 'XDatabase' },
        mode: 'Pipeline',
        pipeline: [
          {
            step: 'patch',
            functionRef: { name: 'patch-and-transform' },
            credentials: [{ name: 'aws', source: 'Secret', secretRef: { namespace: 'crossplane-system', name: 'aws' } }],
          },
        ],
      },
    },
    pointers: [
      'composition-function spec.pipeline[0].functionRef.name → Function.pkg.crossplane.io patch-and-transform',
      'composition-credentials spec.pipeline[0].credentials[0].secretRef.name → Secret crossplane-system/aws',
    ],
  },
  {
    object: {
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'CompositionRevision',
      metadata: { name: 'postgres-1', labels: { 'crossplane.io/composition-name': 'postgres' } },
      spec: {
        revision: 1,
        compositeTypeRef: { apiVersion: 'platform.example.org/v1alpha1', kind: 'XDatabase' },
        mode: 'Pipeline',
        pipeline: [
          {
            step: 'patch',
            functionRef: { name: 'patch-and-transform' },
            credentials: [{ name: 'aws', source: 'Secret', secretRef: { namespace: 'crossplane-system', name: 'aws' } }],
          },
        ],
      },
    },
    pointers: [
      'composition-function spec.pipeline[0].functionRef.name → Function.pkg.crossplane.io patch-and-transform',
      'composition-credentials spec.pipeline[0].credentials[0].secretRef.name → Secret crossplane-system/aws',
      "composition-revision-composition metadata.labels['crossplane.io/composition-name'] → Composition.apiextensions.crossplane.io postgres [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'apiextensions.crossplane.io/v1',
      kind: 'CompositeResourceDefinition',
      metadata: { name: 'xdatabases.platform.example.org' },
      spec: {
        group: 'platform.example.org',
        names: { kind: 'XDatabase', plural: 'xdatabases' },
        defaultCompositionRef: { name: 'postgres' },
        enforcedCompositionRef: { name: 'postgres' },
        versions: [{ name: 'v1alpha1', served: true, referenceable: true, schema: { openAPIV3Schema: { type: 'object' } } }],
      },
    },
    pointers: [
      'composite-resource-definition-composition spec.defaultCompositionRef.name → Composition.apiextensions.crossplane.io postgres',
      'composite-resource-definition-composition spec.enforcedCompositionRef.name → Composition.apiextensions.crossplane.io postgres',
    ],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'Provider',
      metadata: { name: 'aws' },
      spec: { package: 'xpkg.example.org/aws:v1', runtimeConfigRef: { name: 'small' }, controllerConfigRef: { name: 'old' } },
      status: { currentRevision: 'aws-1' },
    },
    pointers: [
      'package-revision status.currentRevision → ProviderRevision.pkg.crossplane.io aws-1 [weak]',
      'package-runtime-config spec.runtimeConfigRef.name → DeploymentRuntimeConfig.pkg.crossplane.io small',
      'package-runtime-config spec.controllerConfigRef.name → ControllerConfig.pkg.crossplane.io old',
    ],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'Provider',
      metadata: { name: 'of-another-runtime' },
      spec: { package: 'xpkg.example.org/aws:v1', runtimeConfigRef: { apiVersion: 'example.org/v1', kind: 'Other', name: 'small' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'ProviderRevision',
      metadata: { name: 'aws-1', labels: { 'pkg.crossplane.io/package': 'aws' } },
      spec: { image: 'xpkg.example.org/aws:v1', revision: 1, desiredState: 'Active' },
      status: {
        objectRefs: [{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', name: 'buckets.s3.aws.upbound.io' }],
      },
    },
    pointers: [
      "revision-package metadata.labels['pkg.crossplane.io/package'] → Provider.pkg.crossplane.io aws [weak]",
      'package-object status.objectRefs[0].name → CustomResourceDefinition.apiextensions.k8s.io buckets.s3.aws.upbound.io [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'Function',
      metadata: { name: 'patch-and-transform' },
      spec: {
        package: 'xpkg.example.org/pnt:v1',
        runtimeConfigRef: { apiVersion: 'pkg.crossplane.io/v1beta1', kind: 'DeploymentRuntimeConfig', name: 'small' },
        controllerConfigRef: { name: 'old' },
      },
      status: { currentRevision: 'pnt-1' },
    },
    pointers: [
      'package-revision status.currentRevision → FunctionRevision.pkg.crossplane.io pnt-1 [weak]',
      'package-runtime-config spec.runtimeConfigRef.name → DeploymentRuntimeConfig.pkg.crossplane.io small',
      'package-runtime-config spec.controllerConfigRef.name → ControllerConfig.pkg.crossplane.io old',
    ],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'Function',
      metadata: { name: 'of-another-runtime' },
      spec: { package: 'xpkg.example.org/pnt:v1', runtimeConfigRef: { apiVersion: 'example.org/v1', kind: 'Other', name: 'small' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'FunctionRevision',
      metadata: { name: 'pnt-1', labels: { 'pkg.crossplane.io/package': 'patch-and-transform' } },
      spec: { image: 'xpkg.example.org/pnt:v1', revision: 1, desiredState: 'Active' },
      status: {
        objectRefs: [{ apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition', name: 'inputs.pt.fn.crossplane.io' }],
      },
    },
    pointers: [
      "revision-package metadata.labels['pkg.crossplane.io/package'] → Function.pkg.crossplane.io patch-and-transform [weak]",
      'package-object status.objectRefs[0].name → CustomResourceDefinition.apiextensions.k8s.io inputs.pt.fn.crossplane.io [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'Configuration',
      metadata: { name: 'platform' },
      spec: { package: 'xpkg.example.org/platform:v1' },
      status: { currentRevision: 'platform-1' },
    },
    pointers: ['package-revision status.currentRevision → ConfigurationRevision.pkg.crossplane.io platform-1 [weak]'],
  },
  {
    object: {
      apiVersion: 'pkg.crossplane.io/v1',
      kind: 'ConfigurationRevision',
      metadata: { name: 'platform-1', labels: { 'pkg.crossplane.io/package': 'platform' } },
      spec: { image: 'xpkg.example.org/platform:v1', revision: 1, desiredState: 'Active' },
      status: { objectRefs: [{ apiVersion: 'apiextensions.crossplane.io/v1', kind: 'Composition', name: 'postgres' }] },
    },
    pointers: [
      "revision-package metadata.labels['pkg.crossplane.io/package'] → Configuration.pkg.crossplane.io platform [weak]",
      'package-object status.objectRefs[0].name → Composition.apiextensions.crossplane.io postgres [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'apiextensions.crossplane.io/v1beta1',
      kind: 'Usage',
      metadata: { name: 'release-uses-cluster' },
      spec: {
        of: { apiVersion: 'eks.upbound.io/v1beta1', kind: 'Cluster', resourceRef: { name: 'cluster' } },
        by: { apiVersion: 'helm.crossplane.io/v1beta1', kind: 'Release', resourceRef: { name: 'release' } },
      },
    },
    pointers: [
      'usage-of spec.of.resourceRef.name → Cluster.eks.upbound.io cluster',
      'usage-by spec.by.resourceRef.name → Release.helm.crossplane.io release',
    ],
  },
  {
    object: {
      apiVersion: 'protection.crossplane.io/v1beta1',
      kind: 'Usage',
      metadata: { name: 'release-uses-cluster', namespace: 'shop' },
      spec: {
        of: { apiVersion: 'eks.m.upbound.io/v1beta1', kind: 'Cluster', resourceRef: { name: 'cluster', namespace: 'platform' } },
        by: { apiVersion: 'helm.m.crossplane.io/v1beta1', kind: 'Release', resourceRef: { name: 'release' } },
      },
    },
    pointers: [
      'usage-of spec.of.resourceRef.name → Cluster.eks.m.upbound.io platform/cluster',
      'usage-by spec.by.resourceRef.name → Release.helm.m.crossplane.io shop/release',
    ],
  },
  {
    object: {
      apiVersion: 'protection.crossplane.io/v1beta1',
      kind: 'ClusterUsage',
      metadata: { name: 'protected' },
      spec: { of: { apiVersion: 'v1', kind: 'Namespace', resourceRef: { name: 'shop' } }, reason: 'kept' },
    },
    pointers: ['usage-of spec.of.resourceRef.name → Namespace shop'],
  },
  bare('apiextensions.crossplane.io/v1', 'Composition'),
  bare('apiextensions.crossplane.io/v1', 'CompositionRevision'),
  bare('apiextensions.crossplane.io/v1', 'CompositeResourceDefinition'),
  bare('pkg.crossplane.io/v1', 'Provider'),
  bare('pkg.crossplane.io/v1', 'ProviderRevision'),
  bare('pkg.crossplane.io/v1', 'Function'),
  bare('pkg.crossplane.io/v1', 'FunctionRevision'),
  bare('pkg.crossplane.io/v1', 'Configuration'),
  bare('pkg.crossplane.io/v1', 'ConfigurationRevision'),
  bare('apiextensions.crossplane.io/v1beta1', 'Usage'),
  bare('protection.crossplane.io/v1beta1', 'Usage', 'shop'),
  bare('protection.crossplane.io/v1beta1', 'ClusterUsage'),
];
