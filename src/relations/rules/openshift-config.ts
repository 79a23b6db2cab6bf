/** What OpenShift's operators are told: Secrets and ConfigMaps, most of them in one namespace, whatever names them. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { configKind, IN_OPENSHIFT_CONFIG, operatorKind } from './openshift-kinds.ts';

const helmRepository: KindKey = { group: 'helm.openshift.io', kind: 'HelmChartRepository' };
const projectHelmRepository: KindKey = { group: 'helm.openshift.io', kind: 'ProjectHelmChartRepository' };
const ingressController = operatorKind('IngressController');

const PROVIDERS = 'spec.identityProviders[]';

/** `keys`: where the object says which key it reads. */
const named: readonly {
  readonly from: KindKey;
  readonly secrets?: readonly string[];
  readonly configMaps?: readonly string[];
  readonly keys?: readonly string[];
  readonly source: string;
}[] = [
  {
    from: configKind('OAuth'),
    secrets: [
      'basicAuth.tlsClientCert',
      'basicAuth.tlsClientKey',
      'github.clientSecret',
      'gitlab.clientSecret',
      'google.clientSecret',
      'htpasswd.fileData',
      'keystone.tlsClientCert',
      'keystone.tlsClientKey',
      'ldap.bindPassword',
      'openID.clientSecret',
    ].map((path) => `${PROVIDERS}.${path}`),
    configMaps: ['basicAuth', 'github', 'gitlab', 'keystone', 'ldap', 'openID', 'requestHeader'].map(
      (provider) => `${PROVIDERS}.${provider}.ca`,
    ),
    source: 'openshift config/v1 IdentityProviderConfig: in the namespace openshift-config',
  },
  {
    from: configKind('APIServer'),
    secrets: ['spec.servingCerts.namedCertificates[].servingCertificate'],
    configMaps: ['spec.clientCA'],
    source: 'openshift config/v1 APIServerSpec: in the namespace openshift-config',
  },
  {
    from: configKind('Authentication'),
    secrets: ['spec.webhookTokenAuthenticator.kubeConfig', 'spec.oidcProviders[].oidcClients[].clientSecret'],
    configMaps: ['spec.oauthMetadata', 'spec.oidcProviders[].issuer.issuerCertificateAuthority'],
    source: 'openshift config/v1 AuthenticationSpec: in the namespace openshift-config',
  },
  {
    from: configKind('Ingress'),
    secrets: ['spec.componentRoutes[].servingCertKeyPairSecret'],
    source: 'openshift config/v1 ComponentRouteSpec: in the namespace openshift-config',
  },
  {
    from: configKind('Proxy'),
    configMaps: ['spec.trustedCA'],
    source: 'openshift config/v1 ProxySpec.trustedCA: in the namespace openshift-config',
  },
  {
    from: configKind('Image'),
    configMaps: ['spec.additionalTrustedCA'],
    source: 'openshift config/v1 ImageSpec.additionalTrustedCA: in the namespace openshift-config',
  },
  {
    from: configKind('Build'),
    configMaps: ['spec.additionalTrustedCA'],
    source: 'openshift config/v1 BuildSpec.additionalTrustedCA: in the namespace openshift-config',
  },
  {
    from: configKind('Infrastructure'),
    configMaps: ['spec.cloudConfig'],
    keys: ['key'],
    source: 'openshift config/v1 InfrastructureSpec.cloudConfig: in the namespace openshift-config',
  },
  {
    from: configKind('ClusterVersion'),
    configMaps: ['spec.signatureStores[].ca'],
    source: 'openshift config/v1 SignatureStore.ca: in the namespace openshift-config',
  },
  {
    from: operatorKind('Console'),
    secrets: ['spec.route.secret'],
    source: 'openshift operator/v1 ConsoleConfigRoute.secret: in the namespace openshift-config',
  },
  {
    from: operatorKind('Console'),
    configMaps: ['spec.customization.customLogoFile', 'spec.customization.logos[].themes[].source.configMap'],
    keys: ['key'],
    source: 'openshift operator/v1 ConsoleCustomization: in the namespace openshift-config',
  },
  {
    from: ingressController,
    configMaps: ['spec.httpErrorCodePages', 'spec.clientTLS.clientCA'],
    source: 'openshift operator/v1 IngressControllerSpec: in the namespace openshift-config',
  },
  {
    from: helmRepository,
    secrets: ['spec.connectionConfig.tlsClientConfig'],
    configMaps: ['spec.connectionConfig.ca'],
    source: 'openshift helm/v1beta1 ConnectionConfig: in the namespace openshift-config',
  },
];

const toSecret = {
  relation: 'openshift-config-secret',
  target: secret,
  forward: { name: 'secrets' },
  reverse: { name: 'openShiftConfigs' },
} as const;
const toConfigMap = {
  relation: 'openshift-config-config-map',
  target: configMap,
  forward: { name: 'configMaps' },
  reverse: { name: 'openShiftConfigs' },
} as const;
const names = (paths: readonly string[]): string[] => paths.map((path) => `${path}.name`);

export const openShiftConfigRules: readonly RelationRule[] = [
  ...named.flatMap(({ from, secrets = [], configMaps = [], keys, source }) => {
    const rule = { from, namespace: IN_OPENSHIFT_CONFIG, source, ...(keys === undefined ? {} : { keys }) };
    return [...atPaths(names(secrets), { ...toSecret, ...rule }), ...atPaths(names(configMaps), { ...toConfigMap, ...rule })];
  }),
  ...atPaths(names(['spec.templates.login', 'spec.templates.providerSelection', 'spec.templates.error']), {
    ...toSecret,
    from: configKind('OAuth'),
    namespace: IN_OPENSHIFT_CONFIG,
    alwaysOptional: true,
    source: 'openshift config/v1 OAuthTemplates: without the Secret the built-in page is shown',
  }),
  {
    ...toConfigMap,
    from: configKind('Scheduler'),
    path: 'spec.policy.name',
    namespace: IN_OPENSHIFT_CONFIG,
    alwaysOptional: true,
    source: 'openshift config/v1 SchedulerSpec.policy: without the ConfigMap the default is used',
  },
  {
    ...toConfigMap,
    from: configKind('Authentication'),
    path: 'status.integratedOAuthMetadata.name',
    namespace: { fixed: 'openshift-config-managed' },
    weak: true,
    source: 'openshift config/v1 AuthenticationStatus.integratedOAuthMetadata',
  },
  ...atPaths(names(['tlsClientConfig', 'basicAuthConfig'].map((path) => `spec.connectionConfig.${path}`)), {
    ...toSecret,
    from: projectHelmRepository,
    namespace: 'source',
    source: 'openshift helm/v1beta1 ConnectionConfigNamespaceScoped',
  }),
  {
    ...toConfigMap,
    from: projectHelmRepository,
    path: 'spec.connectionConfig.ca.name',
    namespace: 'source',
    source: 'openshift helm/v1beta1 ConnectionConfigNamespaceScoped',
  },
  {
    ...toSecret,
    from: ingressController,
    path: 'spec.defaultCertificate.name',
    namespace: { fixed: 'openshift-ingress' },
    source: 'openshift operator/v1 IngressControllerSpec.defaultCertificate; cluster-ingress-operator reads it where its routers run',
  },
];
