/**
 * Crossplane: claims, composite and managed resources, whose kinds and groups their users make: their fields are known by their names alone.
 * The labels `crossplane.io/composite` and `crossplane.io/claim-name` say no kind: the owner reference and `spec.claimRef` do.
 */
import type { KindKey } from '../../kube/kind.ts';
import { secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const composition: KindKey = { group: 'apiextensions.crossplane.io', kind: 'Composition' };
const compositionRevision: KindKey = { group: 'apiextensions.crossplane.io', kind: 'CompositionRevision' };

const toAny = { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } } as const;

/** Providers whose managed resources lie in groups below that of their ProviderConfig. */
const FAMILIES = ['aws.upbound.io', 'azure.upbound.io', 'gcp.upbound.io', 'aws.crossplane.io', 'azure.crossplane.io', 'gcp.crossplane.io'];

/** The same since Crossplane 2, where managed resources are namespaced and say the kind of what configures them. */
const NAMESPACED_FAMILIES = ['aws.m.upbound.io', 'azure.m.upbound.io', 'gcp.m.upbound.io'];

/** Providers of one group. */
const SINGLES = ['kubernetes.crossplane.io', 'helm.crossplane.io', 'azuread.upbound.io', 'vault.upbound.io', 'github.upbound.io'];

const configured: readonly { readonly groups: readonly string[]; readonly group: string; readonly kind: string }[] = [
  ...FAMILIES.map((group) => ({ groups: [group, `*.${group}`], group, kind: 'ProviderConfig' })),
  ...SINGLES.map((group) => ({ groups: [group], group, kind: 'ProviderConfig' })),
  ...NAMESPACED_FAMILIES.map((group) => ({ groups: [group, `*.${group}`], group, kind: 'ClusterProviderConfig' })),
];

export const crossplaneRules: readonly RelationRule[] = [
  {
    relation: 'crossplane-composite',
    from: 'custom',
    path: 'spec.resourceRef.name',
    target: toAny,
    namespace: 'cluster',
    // Only claims have it, by default of their schema.
    when: [{ path: '$.spec.compositeDeletePolicy', present: true }],
    source: 'crossplane docs: a claim names its composite resource',
  },
  {
    relation: 'crossplane-claim',
    from: 'custom',
    path: 'spec.claimRef.name',
    target: toAny,
    namespace: { path: 'namespace' },
    // A PersistentVolume has a claimRef, too.
    when: [{ path: '$.spec.compositionRef.name', present: true }],
    source: 'crossplane docs: a composite resource names its claim',
  },
  {
    relation: 'crossplane-composed',
    from: 'custom',
    path: 'spec.resourceRefs[].name',
    target: toAny,
    namespace: { path: 'namespace' },
    when: [{ path: '$.spec.compositionRef.name', present: true }],
    source: 'crossplane docs: a composite resource names what it is composed of',
  },
  {
    relation: 'crossplane-composed',
    from: 'custom',
    path: 'spec.crossplane.resourceRefs[].name',
    target: toAny,
    namespace: { path: 'namespace' },
    source: 'crossplane docs, since 2.0: a composite resource names what it is composed of',
  },
  ...atPaths(['spec.compositionRef.name', 'spec.crossplane.compositionRef.name'], {
    relation: 'crossplane-composition',
    from: 'custom',
    target: composition,
    namespace: 'cluster',
    reverse: { name: 'compositeResources' },
    source: 'crossplane docs: compositionRef',
  }),
  ...atPaths(['spec.compositionRevisionRef.name', 'spec.crossplane.compositionRevisionRef.name'], {
    relation: 'crossplane-composition',
    from: 'custom',
    target: compositionRevision,
    namespace: 'cluster',
    reverse: { name: 'compositeResources' },
    source: 'crossplane docs: compositionRevisionRef',
  }),
  {
    relation: 'crossplane-connection-secret',
    from: 'custom',
    path: 'spec.writeConnectionSecretToRef.name',
    target: secret,
    namespace: { path: 'namespace' },
    // Written once the resource is ready.
    alwaysOptional: true,
    source: 'crossplane-runtime common/v1 ResourceSpec.writeConnectionSecretToRef',
  },
  {
    relation: 'crossplane-provider-config-user',
    from: 'custom',
    path: 'resourceRef.name',
    target: toAny,
    namespace: { path: 'namespace' },
    when: [{ path: '$.kind', in: ['ProviderConfigUsage', 'ClusterProviderConfigUsage'] }],
    weak: true,
    source: 'crossplane-runtime common/v1 ProviderConfigUsage.resourceRef',
  },
  ...configured.map(
    ({ groups, group, kind }): RelationRule => ({
      relation: 'crossplane-provider-config',
      from: { groups },
      path: 'spec.providerConfigRef.name',
      target: { kind: 'kind', defaults: { group, kind } },
      // A ProviderConfig of old, or a ClusterProviderConfig, lies in none: the store drops it.
      namespace: 'source',
      source: 'crossplane-runtime common ResourceSpec.providerConfigRef',
    }),
  ),
  {
    relation: 'crossplane-credentials',
    from: { groups: ['*.crossplane.io', '*.upbound.io'] },
    path: 'spec.credentials.secretRef.name',
    target: secret,
    namespace: { path: 'namespace' },
    keys: ['key'],
    source: 'crossplane-runtime common/v1 CommonCredentialSelectors',
  },
];
