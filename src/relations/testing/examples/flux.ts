import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const fluxExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'apps', namespace: 'flux-system' },
      spec: {
        interval: '10m',
        prune: true,
        sourceRef: { kind: 'GitRepository', name: 'fleet' },
        dependsOn: [{ name: 'infrastructure' }, { name: 'base', namespace: 'platform' }],
        decryption: { provider: 'sops', secretRef: { name: 'age' } },
        postBuild: {
          substituteFrom: [
            { kind: 'ConfigMap', name: 'vars' },
            { kind: 'Secret', name: 'secret-vars', optional: true },
          ],
        },
        serviceAccountName: 'reconciler',
        healthChecks: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' }],
      },
      status: {
        inventory: {
          entries: [
            { id: 'shop_web_apps_Deployment', v: 'v1' },
            { id: '_shop__Namespace', v: 'v1' },
            { id: '_system__web_rbac.authorization.k8s.io_ClusterRole', v: 'v1' },
            { id: 'shop-web', v: 'v1' },
          ],
        },
      },
    },
    pointers: [
      'flux-inventory status.inventory.entries[0].id → Deployment.apps shop/web [weak]',
      'flux-inventory status.inventory.entries[1].id → Namespace shop [weak]',
      'flux-source spec.sourceRef.name → GitRepository.source.toolkit.fluxcd.io flux-system/fleet',
      'flux-depends-on spec.dependsOn[0].name → Kustomization.kustomize.toolkit.fluxcd.io flux-system/infrastructure',
      'flux-depends-on spec.dependsOn[1].name → Kustomization.kustomize.toolkit.fluxcd.io platform/base',
      'flux-secret spec.decryption.secretRef.name → Secret flux-system/age',
      'flux-values spec.postBuild.substituteFrom[0].name → ConfigMap flux-system/vars',
      'flux-values spec.postBuild.substituteFrom[1].name → Secret flux-system/secret-vars [optional]',
      'flux-service-account spec.serviceAccountName → ServiceAccount flux-system/reconciler',
      'flux-health-check spec.healthChecks[0].name → Deployment.apps shop/web',
    ],
  },
  {
    object: {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'remote', namespace: 'flux-system' },
      spec: {
        interval: '10m',
        prune: true,
        sourceRef: { kind: 'OCIRepository', name: 'fleet', namespace: 'platform' },
        kubeConfig: { secretRef: { name: 'remote-kubeconfig' } },
        healthChecks: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: 'web', namespace: 'shop' }],
      },
      status: { inventory: { entries: [{ id: 'shop_web_apps_Deployment', v: 'v1' }] } },
    },
    pointers: [
      'flux-source spec.sourceRef.name → OCIRepository.source.toolkit.fluxcd.io platform/fleet',
      'flux-secret spec.kubeConfig.secretRef.name → Secret flux-system/remote-kubeconfig',
    ],
  },
  {
    object: {
      apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
      kind: 'Kustomization',
      metadata: { name: 'of-an-unknown-source', namespace: 'flux-system' },
      spec: { interval: '10m', prune: true, sourceRef: { kind: 'ConfigMap', name: 'fleet' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'cart', namespace: 'shop' },
      spec: {
        interval: '10m',
        chart: { spec: { chart: 'cart', sourceRef: { kind: 'HelmRepository', name: 'charts', namespace: 'flux-system' } } },
        dependsOn: [{ name: 'database' }],
        kubeConfig: { secretRef: { name: 'kubeconfig' } },
        serviceAccountName: 'reconciler',
        valuesFrom: [
          { kind: 'ConfigMap', name: 'cart-values' },
          { kind: 'Secret', name: 'cart-secret-values', valuesKey: 'production.yaml', optional: true },
        ],
      },
      status: { helmChart: 'flux-system/shop-cart' },
    },
    pointers: [
      'flux-source spec.chart.spec.sourceRef.name → HelmRepository.source.toolkit.fluxcd.io flux-system/charts',
      'flux-depends-on spec.dependsOn[0].name → HelmRelease.helm.toolkit.fluxcd.io shop/database',
      'flux-secret spec.kubeConfig.secretRef.name → Secret shop/kubeconfig',
      'flux-values spec.valuesFrom[0].name → ConfigMap shop/cart-values',
      'flux-values spec.valuesFrom[1].name → Secret shop/cart-secret-values [optional] keys=production.yaml',
      'flux-service-account spec.serviceAccountName → ServiceAccount shop/reconciler',
      'flux-helm-chart status.helmChart → HelmChart.source.toolkit.fluxcd.io flux-system/shop-cart [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'by-reference', namespace: 'shop' },
      spec: { interval: '10m', chartRef: { kind: 'OCIRepository', name: 'cart' } },
      status: { helmChart: 'shop-cart' },
    },
    pointers: ['flux-source spec.chartRef.name → OCIRepository.source.toolkit.fluxcd.io shop/cart'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'applied',
        namespace: 'shop',
        labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps', 'kustomize.toolkit.fluxcd.io/namespace': 'flux-system' },
      },
    },
    pointers: [
      "flux-applied-by metadata.labels['kustomize.toolkit.fluxcd.io/name'] → Kustomization.kustomize.toolkit.fluxcd.io flux-system/apps [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'released',
        namespace: 'shop',
        labels: { 'helm.toolkit.fluxcd.io/name': 'cart', 'helm.toolkit.fluxcd.io/namespace': 'shop' },
      },
    },
    pointers: ["flux-applied-by metadata.labels['helm.toolkit.fluxcd.io/name'] → HelmRelease.helm.toolkit.fluxcd.io shop/cart [weak]"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'without-namespace', namespace: 'shop', labels: { 'helm.toolkit.fluxcd.io/name': 'cart' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: 'web-1',
        namespace: 'shop',
        labels: { 'kustomize.toolkit.fluxcd.io/name': 'apps', 'kustomize.toolkit.fluxcd.io/namespace': 'flux-system' },
      },
      addressType: 'IPv4',
      endpoints: [],
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'helm.toolkit.fluxcd.io/v2',
      kind: 'HelmRelease',
      metadata: { name: 'of-an-unknown-source', namespace: 'shop' },
      spec: {
        interval: '10m',
        chartRef: { kind: 'ConfigMap', name: 'cart' },
        chart: { spec: { chart: 'cart', sourceRef: { kind: 'ConfigMap', name: 'charts' } } },
      },
    },
    pointers: [],
  },
  bare('kustomize.toolkit.fluxcd.io/v1', 'Kustomization', 'flux-system'),
  bare('helm.toolkit.fluxcd.io/v2', 'HelmRelease', 'shop'),
  bare('v1', 'ConfigMap', 'shop'),
  bare('discovery.k8s.io/v1', 'EndpointSlice', 'shop'),
];
