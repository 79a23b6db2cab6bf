import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const cluster = (apiVersion: string, kind: string, spec: JsonObject, status?: JsonObject): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name: 'cluster' },
  spec,
  ...(status === undefined ? {} : { status }),
});
const config = (kind: string, spec: JsonObject, status?: JsonObject): JsonObject => cluster('config.openshift.io/v1', kind, spec, status);

const toSecret = (path: string, name: string): string => `openshift-config-secret ${path} → Secret openshift-config/${name}`;
const toConfigMap = (path: string, name: string): string => `openshift-config-config-map ${path} → ConfigMap openshift-config/${name}`;

const remote = { url: 'https://id.example.com', ca: { name: 'ca' }, tlsClientCert: { name: 'cert' }, tlsClientKey: { name: 'key' } };
const client = { clientID: 'c', clientSecret: { name: 'client' } };
const PROVIDERS: readonly { readonly type: string; readonly field: string; readonly value: JsonObject }[] = [
  { type: 'BasicAuth', field: 'basicAuth', value: remote },
  { type: 'GitHub', field: 'github', value: { ...client, ca: { name: 'ca' }, hostname: 'git.example.com' } },
  { type: 'GitLab', field: 'gitlab', value: { ...client, url: 'https://git.example.com', ca: { name: 'ca' } } },
  { type: 'Google', field: 'google', value: client },
  { type: 'HTPasswd', field: 'htpasswd', value: { fileData: { name: 'users' } } },
  { type: 'Keystone', field: 'keystone', value: { ...remote, domainName: 'd' } },
  {
    type: 'LDAP',
    field: 'ldap',
    value: { url: 'ldap://example.com', insecure: false, bindPassword: { name: 'bind' }, ca: { name: 'ca' }, attributes: { id: ['dn'] } },
  },
  {
    type: 'OpenID',
    field: 'openID',
    value: { ...client, issuer: 'https://id.example.com', ca: { name: 'ca' }, claims: { preferredUsername: ['email'] } },
  },
  {
    type: 'RequestHeader',
    field: 'requestHeader',
    value: {
      ca: { name: 'ca' },
      headers: ['X-User'],
      loginURL: '',
      challengeURL: '',
      emailHeaders: [],
      nameHeaders: [],
      preferredUsernameHeaders: [],
    },
  },
];
const NAMES = ['tlsClientCert', 'tlsClientKey', 'clientSecret', 'fileData', 'bindPassword', 'ca'];

export const openShiftConfigExamples: readonly Example[] = [
  ...PROVIDERS.map(
    ({ type, field, value }): Example => ({
      object: config('OAuth', { identityProviders: [{ name: 'people', mappingMethod: 'claim', type, [field]: value }] }),
      pointers: NAMES.flatMap((key) => {
        const name = (value[key] as { name: string } | undefined)?.name;
        const path = `spec.identityProviders[0].${field}.${key}.name`;
        return name === undefined ? [] : [key === 'ca' ? toConfigMap(path, name) : toSecret(path, name)];
      }),
    }),
  ),
  {
    object: config('OAuth', { templates: { login: { name: 'login' }, providerSelection: { name: 'choice' }, error: { name: 'error' } } }),
    pointers: [
      `${toSecret('spec.templates.login.name', 'login')} [optional]`,
      `${toSecret('spec.templates.providerSelection.name', 'choice')} [optional]`,
      `${toSecret('spec.templates.error.name', 'error')} [optional]`,
    ],
  },
  {
    object: config('APIServer', {
      clientCA: { name: 'client-ca' },
      servingCerts: { namedCertificates: [{ names: ['api.example.com'], servingCertificate: { name: 'api-tls' } }] },
    }),
    pointers: [
      toSecret('spec.servingCerts.namedCertificates[0].servingCertificate.name', 'api-tls'),
      toConfigMap('spec.clientCA.name', 'client-ca'),
    ],
  },
  {
    object: config(
      'Authentication',
      { oauthMetadata: { name: 'metadata' }, webhookTokenAuthenticator: { kubeConfig: { name: 'webhook' } } },
      { integratedOAuthMetadata: { name: 'oauth-openshift' }, oidcClients: [] },
    ),
    pointers: [
      toSecret('spec.webhookTokenAuthenticator.kubeConfig.name', 'webhook'),
      toConfigMap('spec.oauthMetadata.name', 'metadata'),
      'openshift-config-config-map status.integratedOAuthMetadata.name → ConfigMap openshift-config-managed/oauth-openshift [weak]',
    ],
  },
  {
    object: {
      ...config('Authentication', {
        type: 'OIDC',
        oidcProviders: [
          {
            name: 'people',
            issuer: { issuerURL: 'https://id.example.com', audiences: ['a'], issuerCertificateAuthority: { name: 'ca' } },
            oidcClients: [
              { componentName: 'console', componentNamespace: 'openshift-console', clientID: 'c', clientSecret: { name: 'client' } },
            ],
          },
        ],
      }),
      metadata: { name: 'of-a-provider' },
    },
    pointers: [
      toSecret('spec.oidcProviders[0].oidcClients[0].clientSecret.name', 'client'),
      toConfigMap('spec.oidcProviders[0].issuer.issuerCertificateAuthority.name', 'ca'),
    ],
  },
  {
    object: config('Ingress', {
      domain: 'apps.example.com',
      componentRoutes: [
        {
          name: 'console',
          namespace: 'openshift-console',
          hostname: 'console.example.com',
          servingCertKeyPairSecret: { name: 'console-tls' },
        },
      ],
    }),
    pointers: [toSecret('spec.componentRoutes[0].servingCertKeyPairSecret.name', 'console-tls')],
  },
  { object: config('Proxy', { trustedCA: { name: 'user-ca-bundle' } }), pointers: [toConfigMap('spec.trustedCA.name', 'user-ca-bundle')] },
  { object: config('Proxy', { trustedCA: { name: '' } }), pointers: [] },
  {
    object: config('Image', { additionalTrustedCA: { name: 'registries' } }),
    pointers: [toConfigMap('spec.additionalTrustedCA.name', 'registries')],
  },
  {
    object: config('Build', { additionalTrustedCA: { name: 'registries' } }),
    pointers: [toConfigMap('spec.additionalTrustedCA.name', 'registries')],
  },
  { object: config('Scheduler', { policy: { name: 'policy' } }), pointers: [`${toConfigMap('spec.policy.name', 'policy')} [optional]`] },
  {
    object: config('Infrastructure', { cloudConfig: { name: 'cloud', key: 'config' } }),
    pointers: [`${toConfigMap('spec.cloudConfig.name', 'cloud')} keys=config`],
  },
  {
    object: {
      ...config('ClusterVersion', {
        clusterID: '0b2e2d2e-6f3f-4a4e-9d6c-0123456789ab',
        signatureStores: [{ url: 'https://signatures.example.com', ca: { name: 'signatures' } }],
      }),
      metadata: { name: 'version' },
    },
    pointers: [toConfigMap('spec.signatureStores[0].ca.name', 'signatures')],
  },
  {
    object: cluster('operator.openshift.io/v1', 'Console', {
      managementState: 'Managed',
      route: { hostname: 'console.example.com', secret: { name: 'console-tls' } },
      customization: { customLogoFile: { name: 'logo', key: 'logo.svg' } },
    }),
    pointers: [
      toSecret('spec.route.secret.name', 'console-tls'),
      `${toConfigMap('spec.customization.customLogoFile.name', 'logo')} keys=logo.svg`,
    ],
  },
  {
    object: {
      ...cluster('operator.openshift.io/v1', 'Console', {
        managementState: 'Managed',
        customization: {
          logos: [
            { type: 'Masthead', themes: [{ mode: 'Dark', source: { from: 'ConfigMap', configMap: { name: 'logos', key: 'dark.svg' } } }] },
          ],
        },
      }),
      metadata: { name: 'with-logos' },
    },
    pointers: [`${toConfigMap('spec.customization.logos[0].themes[0].source.configMap.name', 'logos')} keys=dark.svg`],
  },
  {
    object: {
      apiVersion: 'operator.openshift.io/v1',
      kind: 'IngressController',
      metadata: { name: 'default', namespace: 'openshift-ingress-operator' },
      spec: {
        defaultCertificate: { name: 'wildcard' },
        httpErrorCodePages: { name: 'pages' },
        clientTLS: { clientCertificatePolicy: 'Required', clientCA: { name: 'client-ca' } },
      },
    },
    pointers: [
      toConfigMap('spec.httpErrorCodePages.name', 'pages'),
      toConfigMap('spec.clientTLS.clientCA.name', 'client-ca'),
      'openshift-config-secret spec.defaultCertificate.name → Secret openshift-ingress/wildcard',
    ],
  },
  {
    object: {
      ...cluster('helm.openshift.io/v1beta1', 'HelmChartRepository', {
        connectionConfig: { url: 'https://charts.example.com', ca: { name: 'charts-ca' }, tlsClientConfig: { name: 'charts-tls' } },
      }),
      metadata: { name: 'charts' },
    },
    pointers: [
      toSecret('spec.connectionConfig.tlsClientConfig.name', 'charts-tls'),
      toConfigMap('spec.connectionConfig.ca.name', 'charts-ca'),
    ],
  },
  {
    object: {
      apiVersion: 'helm.openshift.io/v1beta1',
      kind: 'ProjectHelmChartRepository',
      metadata: { name: 'charts', namespace: 'shop' },
      spec: {
        connectionConfig: {
          url: 'https://charts.example.com',
          ca: { name: 'charts-ca' },
          tlsClientConfig: { name: 'charts-tls' },
          basicAuthConfig: { name: 'charts-login' },
        },
      },
    },
    pointers: [
      'openshift-config-secret spec.connectionConfig.tlsClientConfig.name → Secret shop/charts-tls',
      'openshift-config-secret spec.connectionConfig.basicAuthConfig.name → Secret shop/charts-login',
      'openshift-config-config-map spec.connectionConfig.ca.name → ConfigMap shop/charts-ca',
    ],
  },
  bare('operator.openshift.io/v1', 'IngressController', 'openshift-ingress-operator'),
];
