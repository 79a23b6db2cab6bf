import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const externalSecretExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        secretStoreRef: { name: 'vault' },
        target: {
          name: 'web-credentials',
          template: {
            templateFrom: [
              { configMap: { name: 'templates', items: [{ key: 'web.tpl' }] } },
              { secret: { name: 'secret-templates', items: [{ key: 'web.tpl' }] } },
            ],
          },
        },
        data: [
          { secretKey: 'password', remoteRef: { key: 'web' }, sourceRef: { storeRef: { name: 'shared', kind: 'ClusterSecretStore' } } },
        ],
        dataFrom: [
          { find: { path: 'web' }, sourceRef: { storeRef: { name: 'vault' } } },
          { sourceRef: { generatorRef: { apiVersion: 'generators.external-secrets.io/v1alpha1', kind: 'Password', name: 'random' } } },
        ],
      },
    },
    pointers: [
      'external-secret-store spec.secretStoreRef.name → SecretStore.external-secrets.io shop/vault',
      'external-secret-store spec.data[0].sourceRef.storeRef.name → ClusterSecretStore.external-secrets.io shop/shared',
      'external-secret-store spec.dataFrom[0].sourceRef.storeRef.name → SecretStore.external-secrets.io shop/vault',
      'external-secret-generator spec.dataFrom[1].sourceRef.generatorRef.name → Password.generators.external-secrets.io shop/random',
      'external-secret-target spec.target.name → Secret shop/web-credentials',
      'external-secret-template spec.target.template.templateFrom[0].configMap.name → ConfigMap shop/templates keys=web.tpl',
      'external-secret-template spec.target.template.templateFrom[1].secret.name → Secret shop/secret-templates keys=web.tpl',
    ],
  },
  {
    object: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'by-its-own-name', namespace: 'shop' },
      spec: {
        secretStoreRef: { name: 'shared', kind: 'ClusterSecretStore' },
        target: { creationPolicy: 'Owner' },
        data: [{ secretKey: 'a', remoteRef: { key: 'a' } }],
      },
    },
    pointers: [
      'external-secret-store spec.secretStoreRef.name → ClusterSecretStore.external-secrets.io shop/shared',
      'external-secret-target metadata.name → Secret shop/by-its-own-name',
    ],
  },
  {
    object: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ExternalSecret',
      metadata: { name: 'that-makes-none', namespace: 'shop' },
      spec: {
        secretStoreRef: { name: 'unknown', kind: 'Vault' },
        target: { creationPolicy: 'None' },
        data: [{ secretKey: 'a', remoteRef: { key: 'a' }, sourceRef: { storeRef: { name: 'unknown', kind: 'Vault' } } }],
        dataFrom: [{ find: { path: 'web' }, sourceRef: { storeRef: { name: 'unknown', kind: 'Vault' } } }],
      },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterExternalSecret',
      metadata: { name: 'everywhere' },
      spec: {
        namespaceSelector: {},
        externalSecretSpec: {
          secretStoreRef: { name: 'shared', kind: 'ClusterSecretStore' },
          data: [{ secretKey: 'a', remoteRef: { key: 'a' } }],
        },
      },
      status: { provisionedNamespaces: ['shop'], failedNamespaces: [{ namespace: 'data', reason: 'denied' }] },
    },
    pointers: [
      'external-secret-store spec.externalSecretSpec.secretStoreRef.name → ClusterSecretStore.external-secrets.io shared',
      'cluster-external-secret-namespace status.provisionedNamespaces[0] → Namespace shop [weak]',
      'cluster-external-secret-namespace status.failedNamespaces[0].namespace → Namespace data [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'external-secrets.io/v1',
      kind: 'ClusterExternalSecret',
      metadata: { name: 'of-a-store-in-each-namespace' },
      spec: {
        namespaceSelector: {},
        externalSecretSpec: { secretStoreRef: { name: 'vault', kind: 'SecretStore' }, data: [{ secretKey: 'a', remoteRef: { key: 'a' } }] },
      },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'PushSecret',
      metadata: { name: 'push', namespace: 'shop' },
      spec: {
        secretStoreRefs: [{ name: 'vault' }, { name: 'shared', kind: 'ClusterSecretStore' }, { name: 'unknown', kind: 'Vault' }],
        selector: { secret: { name: 'web-credentials' } },
      },
    },
    pointers: [
      'external-secret-store spec.secretStoreRefs[0].name → SecretStore.external-secrets.io shop/vault',
      'external-secret-store spec.secretStoreRefs[1].name → ClusterSecretStore.external-secrets.io shop/shared',
      'push-secret-source spec.selector.secret.name → Secret shop/web-credentials',
    ],
  },
  {
    object: {
      apiVersion: 'external-secrets.io/v1alpha1',
      kind: 'PushSecret',
      metadata: { name: 'push-generated', namespace: 'shop' },
      spec: { secretStoreRefs: [{ name: 'vault' }], selector: { generatorRef: { kind: 'Password', name: 'random' } } },
    },
    pointers: [
      'external-secret-store spec.secretStoreRefs[0].name → SecretStore.external-secrets.io shop/vault',
      'external-secret-generator spec.selector.generatorRef.name → Password.generators.external-secrets.io shop/random',
    ],
  },
  bare('external-secrets.io/v1', 'ClusterExternalSecret'),
  bare('external-secrets.io/v1alpha1', 'PushSecret', 'shop'),
];
