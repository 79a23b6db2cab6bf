/** External Secrets: which Secret is made, from which store. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, namespaceKind, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const external = (kind: string): KindKey => ({ group: 'external-secrets.io', kind });
const externalSecret = external('ExternalSecret');
const clusterExternalSecret = external('ClusterExternalSecret');
const pushSecret = external('PushSecret');
const secretStore = external('SecretStore');
const clusterSecretStore = external('ClusterSecretStore');

const toStore = {
  relation: 'external-secret-store',
  target: { kind: 'kind', defaults: { group: 'external-secrets.io', kind: 'SecretStore' }, kinds: [secretStore, clusterSecretStore] },
  // A ClusterSecretStore lies in none: the store drops it.
  namespace: 'source',
  forward: { name: 'secretStores' },
} as const;

const toGenerator = {
  relation: 'external-secret-generator',
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: 'generators.external-secrets.io' } },
  namespace: 'source',
  forward: { name: 'generators' },
  source: 'external-secrets.io/v1 GeneratorRef',
} as const;

export const externalSecretRules: readonly RelationRule[] = [
  ...atPaths(['spec.secretStoreRef.name', 'spec.data[].sourceRef.storeRef.name', 'spec.dataFrom[].sourceRef.storeRef.name'], {
    ...toStore,
    from: externalSecret,
    reverse: { name: 'externalSecrets' },
    source: 'external-secrets.io/v1 SecretStoreRef: a SecretStore unless it says otherwise',
  }),
  {
    ...toStore,
    from: pushSecret,
    path: 'spec.secretStoreRefs[].name',
    reverse: { name: 'pushSecrets' },
    source: 'external-secrets.io/v1alpha1 PushSecretStoreRef: a SecretStore unless it says otherwise',
  },
  {
    relation: 'external-secret-store',
    from: clusterExternalSecret,
    path: 'spec.externalSecretSpec.secretStoreRef.name',
    // A SecretStore would be looked for in each namespace.
    target: clusterSecretStore,
    namespace: 'cluster',
    when: [{ path: 'kind', in: ['ClusterSecretStore'] }],
    forward: { name: 'secretStores' },
    reverse: { name: 'clusterExternalSecrets' },
    source: 'external-secrets.io/v1 ClusterExternalSecretSpec.externalSecretSpec',
  },
  {
    relation: 'external-secret-target',
    from: externalSecret,
    path: 'spec.target.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secret', one: true },
    reverse: { name: 'externalSecrets' },
    source: 'external-secrets.io/v1 ExternalSecretTarget.name',
  },
  {
    relation: 'external-secret-target',
    from: externalSecret,
    path: 'metadata.name',
    target: secret,
    namespace: 'source',
    when: [
      { path: '$.spec.target.name', in: [''] },
      { path: '$.spec.target.creationPolicy', notIn: ['None'] },
    ],
    forward: { name: 'secret', one: true },
    reverse: { name: 'externalSecrets' },
    source: 'external-secrets.io/v1 ExternalSecretTarget.name: the name of the ExternalSecret where it says none',
  },
  {
    relation: 'external-secret-template',
    from: externalSecret,
    path: 'spec.target.template.templateFrom[].configMap.name',
    target: configMap,
    namespace: 'source',
    keys: ['items[].key'],
    forward: { name: 'configMaps' },
    reverse: { name: 'externalSecrets' },
    source: 'external-secrets.io/v1 TemplateFrom',
  },
  {
    relation: 'external-secret-template',
    from: externalSecret,
    path: 'spec.target.template.templateFrom[].secret.name',
    target: secret,
    namespace: 'source',
    keys: ['items[].key'],
    forward: { name: 'templateSecrets' },
    source: 'external-secrets.io/v1 TemplateFrom',
  },
  { ...toGenerator, from: externalSecret, path: 'spec.dataFrom[].sourceRef.generatorRef.name' },
  { ...toGenerator, from: pushSecret, path: 'spec.selector.generatorRef.name' },
  {
    relation: 'push-secret-source',
    from: pushSecret,
    path: 'spec.selector.secret.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secret', one: true },
    reverse: { name: 'pushSecrets' },
    source: 'external-secrets.io/v1alpha1 PushSecretSecret',
  },
  ...atPaths(['status.provisionedNamespaces[]', 'status.failedNamespaces[].namespace'], {
    relation: 'cluster-external-secret-namespace',
    from: clusterExternalSecret,
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'namespaces' },
    reverse: { name: 'clusterExternalSecrets' },
    source: 'external-secrets.io/v1 ClusterExternalSecretStatus',
  }),
];
