/** Flux: sources, images, and who is told about what happens to them. */
import type { KindKey } from '../../kube/kind.ts';
import { secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import {
  alert,
  bucket,
  gitRepository,
  helmChart,
  helmRelease,
  helmRepository,
  imagePolicy,
  imageRepository,
  imageUpdateAutomation,
  kustomization,
  ociRepository,
  provider,
  receiver,
  toSource,
} from './flux-kinds.ts';

const secretOwners: readonly { readonly from: KindKey; readonly paths: readonly string[]; readonly reverse: string }[] = [
  { from: gitRepository, paths: ['secretRef', 'proxySecretRef', 'verify.secretRef'], reverse: 'gitRepositories' },
  { from: ociRepository, paths: ['secretRef', 'certSecretRef', 'proxySecretRef', 'verify.secretRef'], reverse: 'ociRepositories' },
  { from: bucket, paths: ['secretRef', 'certSecretRef', 'proxySecretRef', 'sts.secretRef', 'sts.certSecretRef'], reverse: 'buckets' },
  { from: helmRepository, paths: ['secretRef', 'certSecretRef'], reverse: 'helmRepositories' },
  { from: helmChart, paths: ['verify.secretRef'], reverse: 'helmCharts' },
  { from: provider, paths: ['secretRef', 'certSecretRef', 'proxySecretRef'], reverse: 'notificationProviders' },
  { from: receiver, paths: ['secretRef'], reverse: 'notificationReceivers' },
  { from: imageRepository, paths: ['secretRef', 'certSecretRef', 'proxySecretRef'], reverse: 'imageRepositories' },
];

const accountUsers: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: ociRepository, reverse: 'ociRepositories' },
  { from: imageRepository, reverse: 'imageRepositories' },
];

const named: readonly { readonly from: KindKey; readonly path: string }[] = [
  { from: alert, path: 'spec.eventSources[].name' },
  { from: receiver, path: 'spec.resources[].name' },
];

/** The groups of the kinds that an Alert or a Receiver may name without an apiVersion. */
const FLUX_KINDS: readonly KindKey[] = [
  gitRepository,
  ociRepository,
  bucket,
  helmRepository,
  helmChart,
  kustomization,
  helmRelease,
  imageRepository,
  imagePolicy,
  imageUpdateAutomation,
];

export const fluxSourceRules: readonly RelationRule[] = [
  {
    ...toSource,
    relation: 'flux-source',
    from: helmChart,
    path: 'spec.sourceRef.name',
    namespace: 'source',
    forward: { name: 'source', one: true },
    reverse: { name: 'helmCharts' },
    source: 'source-controller v1 LocalHelmChartSourceReference',
  },
  {
    ...toSource,
    relation: 'flux-source',
    from: imageUpdateAutomation,
    path: 'spec.sourceRef.name',
    forward: { name: 'source', one: true },
    reverse: { name: 'imageUpdateAutomations' },
    source: 'image-automation-controller v1beta2 CrossNamespaceSourceReference',
  },
  {
    relation: 'flux-include',
    from: gitRepository,
    path: 'spec.include[].repository.name',
    target: gitRepository,
    namespace: 'source',
    forward: { name: 'includedRepositories' },
    reverse: { name: 'includingRepositories' },
    source: 'source-controller v1 GitRepositoryInclude',
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
  {
    relation: 'flux-provider',
    from: alert,
    path: 'spec.providerRef.name',
    target: provider,
    namespace: 'source',
    forward: { name: 'provider', one: true },
    reverse: { name: 'alerts' },
    source: 'notification-controller v1beta3 AlertSpec.providerRef',
  },
  ...named.flatMap(({ from, path }) =>
    FLUX_KINDS.map(
      (target): RelationRule => ({
        relation: 'flux-notified-object',
        from,
        path,
        target,
        namespace: { path: 'namespace' },
        when: [
          { path: 'kind', in: [target.kind] },
          { path: 'name', notIn: ['*'] },
        ],
        forward: { name: 'sources' },
        source: 'notification-controller CrossNamespaceObjectReference: the kind alone decides; `*` stands for all',
      }),
    ),
  ),
  {
    relation: 'flux-image-repository',
    from: imagePolicy,
    path: 'spec.imageRepositoryRef.name',
    target: imageRepository,
    namespace: { path: 'namespace' },
    forward: { name: 'imageRepository', one: true },
    reverse: { name: 'imagePolicies' },
    source: 'image-reflector-controller v1beta2 ImagePolicySpec.imageRepositoryRef',
  },
];
