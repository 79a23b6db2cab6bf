/** Crossplane's own kinds: compositions, packages and their revisions, usages. */
import type { KindKey } from '../../kube/kind.ts';
import { secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const extension = (kind: string): KindKey => ({ group: 'apiextensions.crossplane.io', kind });
const pkg = (kind: string): KindKey => ({ group: 'pkg.crossplane.io', kind });
const composition = extension('Composition');
const compositionRevision = extension('CompositionRevision');
const definition = extension('CompositeResourceDefinition');
const functionKind = pkg('Function');

const packages: readonly { readonly from: KindKey; readonly revision: KindKey; readonly reverse: string }[] = [
  { from: pkg('Provider'), revision: pkg('ProviderRevision'), reverse: 'providers' },
  { from: functionKind, revision: pkg('FunctionRevision'), reverse: 'functions' },
  { from: pkg('Configuration'), revision: pkg('ConfigurationRevision'), reverse: 'configurations' },
];
const running = packages.slice(0, 2);

const usages: readonly KindKey[] = [
  extension('Usage'),
  { group: 'protection.crossplane.io', kind: 'Usage' },
  { group: 'protection.crossplane.io', kind: 'ClusterUsage' },
];

const composing: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: composition, reverse: 'compositions' },
  { from: compositionRevision, reverse: 'compositionRevisions' },
];

export const crossplanePackageRules: readonly RelationRule[] = [
  ...composing.flatMap(({ from, reverse }): RelationRule[] => [
    {
      relation: 'composition-function',
      from,
      path: 'spec.pipeline[].functionRef.name',
      target: functionKind,
      namespace: 'cluster',
      forward: { name: 'functions' },
      reverse: { name: reverse },
      source: 'crossplane apiextensions/v1 FunctionReference',
    },
    {
      relation: 'composition-credentials',
      from,
      path: 'spec.pipeline[].credentials[].secretRef.name',
      target: secret,
      namespace: { path: 'namespace' },
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'crossplane apiextensions/v1 FunctionCredentials',
    },
  ]),
  {
    relation: 'composition-revision-composition',
    from: compositionRevision,
    path: "metadata.labels['crossplane.io/composition-name']",
    target: composition,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'composition', one: true },
    reverse: { name: 'revisions' },
    source: 'crossplane apiextensions/v1 LabelCompositionName',
  },
  ...atPaths(['spec.defaultCompositionRef.name', 'spec.enforcedCompositionRef.name'], {
    relation: 'composite-resource-definition-composition',
    from: definition,
    target: composition,
    namespace: 'cluster',
    forward: { name: 'compositions' },
    reverse: { name: 'compositeResourceDefinitions' },
    source: 'crossplane apiextensions/v1 CompositeResourceDefinitionSpec',
  }),
  ...packages.flatMap(({ from, revision }): RelationRule[] => [
    {
      relation: 'package-revision',
      from,
      path: 'status.currentRevision',
      target: revision,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'currentRevision', one: true },
      source: 'crossplane pkg/v1 PackageStatus.currentRevision',
    },
    {
      relation: 'revision-package',
      from: revision,
      path: "metadata.labels['pkg.crossplane.io/package']",
      target: from,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'package', one: true },
      reverse: { name: 'revisions' },
      source: 'crossplane pkg/v1 LabelParentPackage',
    },
    {
      relation: 'package-object',
      from: revision,
      path: 'status.objectRefs[].name',
      target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
      namespace: 'cluster',
      weak: true,
      forward: { name: 'packageObjects' },
      source: 'crossplane pkg/v1 PackageRevisionStatus.objectRefs',
    },
  ]),
  ...running.flatMap(({ from, reverse }): RelationRule[] => [
    {
      relation: 'package-runtime-config',
      from,
      path: 'spec.runtimeConfigRef.name',
      target: pkg('DeploymentRuntimeConfig'),
      namespace: 'cluster',
      when: [{ path: 'kind', in: ['', 'DeploymentRuntimeConfig'] }],
      forward: { name: 'runtimeConfig', one: true },
      reverse: { name: reverse },
      source: 'crossplane pkg/v1 RuntimeConfigReference',
    },
    {
      relation: 'package-runtime-config',
      from,
      path: 'spec.controllerConfigRef.name',
      target: pkg('ControllerConfig'),
      namespace: 'cluster',
      forward: { name: 'controllerConfig', one: true },
      reverse: { name: reverse },
      source: 'crossplane pkg/v1 ControllerConfigReference',
    },
  ]),
  ...['of', 'by'].map(
    (end): RelationRule => ({
      relation: end === 'of' ? 'usage-of' : 'usage-by',
      from: usages,
      path: `spec.${end}.resourceRef.name`,
      target: { apiVersion: `$.spec.${end}.apiVersion`, kind: `$.spec.${end}.kind`, defaults: { group: '' } },
      namespace: { path: 'namespace' },
      forward: { name: end === 'of' ? 'usedObject' : 'usingObject', one: true },
      source: 'crossplane protection/v1beta1 UsageSpec',
    }),
  ),
];
