/** Flux: what Kustomizations and HelmReleases are made from and apply. Inventories of other clusters are not followed. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { helmChart, helmRelease, kustomization, toSource } from './flux-kinds.ts';

const appliers: readonly { readonly from: KindKey; readonly group: string; readonly reverse: string }[] = [
  { from: kustomization, group: 'kustomize.toolkit.fluxcd.io', reverse: 'kustomizations' },
  { from: helmRelease, group: 'helm.toolkit.fluxcd.io', reverse: 'helmReleases' },
];

const secretOwners: readonly { readonly from: KindKey; readonly paths: readonly string[]; readonly reverse: string }[] = [
  { from: kustomization, paths: ['kubeConfig.secretRef', 'decryption.secretRef'], reverse: 'kustomizations' },
  { from: helmRelease, paths: ['kubeConfig.secretRef'], reverse: 'helmReleases' },
];

const accountUsers: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: kustomization, reverse: 'kustomizations' },
  { from: helmRelease, reverse: 'helmReleases' },
];

const values: readonly { readonly target: KindKey; readonly forward: string }[] = [
  { target: configMap, forward: 'configMaps' },
  { target: secret, forward: 'secrets' },
];

export const fluxRules: readonly RelationRule[] = [
  {
    relation: 'flux-inventory',
    from: kustomization,
    path: 'status.inventory.entries[].id',
    // Colons of RBAC names are written as `__`; what says such a name is not followed.
    pattern: '(?<namespace>[^_]*)_(?<name>[^_]+)_(?<group>[^_]*)_(?<kind>[^_]+)',
    target: { inText: true, defaults: { group: '' } },
    namespace: 'cluster',
    when: [{ path: '$.spec.kubeConfig', absent: true }],
    weak: true,
    forward: { name: 'inventoryObjects' },
    source: 'kustomize-controller v1 ResourceInventory: `<namespace>_<name>_<group>_<kind>`',
  },
  ...appliers.map(
    ({ from, group }): RelationRule => ({
      relation: 'flux-applied-by',
      from: '*',
      path: `metadata.labels['${group}/name']`,
      target: from,
      namespace: { path: `['${group}/namespace']` },
      // Endpoints have the labels of their Service.
      when: [
        { path: `['${group}/namespace']`, present: true },
        { path: '$.kind', notIn: ['Endpoints', 'EndpointSlice'] },
      ],
      weak: true,
      source: `${from.kind} controller: the labels ${group}/name and ${group}/namespace of what it applied`,
    }),
  ),
  {
    ...toSource,
    relation: 'flux-source',
    from: kustomization,
    path: 'spec.sourceRef.name',
    forward: { name: 'source', one: true },
    reverse: { name: 'kustomizations' },
    source: 'kustomize-controller v1 CrossNamespaceSourceReference',
  },
  ...atPaths(['spec.chartRef.name', 'spec.chart.spec.sourceRef.name'], {
    ...toSource,
    relation: 'flux-source',
    from: helmRelease,
    forward: { name: 'source', one: true },
    reverse: { name: 'helmReleases' },
    source: 'helm-controller v2 HelmReleaseSpec.chartRef, HelmChartTemplateSpec.sourceRef',
  }),
  {
    relation: 'flux-helm-chart',
    from: helmRelease,
    path: 'status.helmChart',
    pattern: '(?<namespace>[^/]+)/(?<name>[^/]+)',
    target: helmChart,
    namespace: 'source',
    weak: true,
    forward: { name: 'helmChart', one: true },
    reverse: { name: 'helmReleases' },
    source: 'helm-controller v2 HelmReleaseStatus.helmChart: `<namespace>/<name>`',
  },
  ...appliers.map(
    ({ from }): RelationRule => ({
      relation: 'flux-depends-on',
      from,
      path: 'spec.dependsOn[].name',
      target: from,
      namespace: { path: 'namespace' },
      forward: { name: 'dependencies' },
      reverse: { name: `dependent${from.kind}s` },
      source: `${from.kind}Spec.dependsOn`,
    }),
  ),
  {
    relation: 'flux-health-check',
    from: kustomization,
    path: 'spec.healthChecks[].name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    when: [{ path: '$.spec.kubeConfig', absent: true }],
    forward: { name: 'healthChecks' },
    source: 'kustomize-controller v1 KustomizationSpec.healthChecks',
  },
  ...secretOwners.flatMap(({ from, paths, reverse }) =>
    atPaths(
      paths.map((path) => `spec.${path}.name`),
      {
        relation: 'flux-secret',
        from,
        target: secret,
        namespace: 'source',
        forward: { name: 'secrets' },
        reverse: { name: reverse },
        source: `${from.group} ${from.kind}Spec`,
      },
    ),
  ),
  ...values.flatMap(({ target, forward }): RelationRule[] => [
    {
      relation: 'flux-values',
      from: helmRelease,
      path: 'spec.valuesFrom[].name',
      target,
      namespace: 'source',
      optional: 'optional',
      when: [{ path: 'kind', in: [target.kind] }],
      keys: ['valuesKey'],
      forward: { name: forward },
      reverse: { name: 'helmReleases' },
      source: 'helm-controller v2 ValuesReference',
    },
    {
      relation: 'flux-values',
      from: kustomization,
      path: 'spec.postBuild.substituteFrom[].name',
      target,
      namespace: 'source',
      optional: 'optional',
      when: [{ path: 'kind', in: [target.kind] }],
      forward: { name: forward },
      reverse: { name: 'kustomizations' },
      source: 'kustomize-controller v1 SubstituteReference',
    },
  ]),
  ...accountUsers.map(
    ({ from, reverse }): RelationRule => ({
      relation: 'flux-service-account',
      from,
      path: 'spec.serviceAccountName',
      target: serviceAccount,
      namespace: 'source',
      forward: { name: 'serviceAccount', one: true },
      reverse: { name: reverse },
      source: `${from.group} ${from.kind}Spec.serviceAccountName`,
    }),
  ),
];
