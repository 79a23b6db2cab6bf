/** External Secrets: what a store reads to reach its provider. What a ClusterSecretStore names without a namespace lies in that of each reader. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

/** Below `spec.provider`, as the CRD of v1beta1 has them. */
const SECRETS = [
  'akeyless.authSecretRef.kubernetesAuth.secretRef',
  'akeyless.authSecretRef.secretRef.accessID',
  'akeyless.authSecretRef.secretRef.accessType',
  'akeyless.authSecretRef.secretRef.accessTypeParam',
  'alibaba.auth.secretRef.accessKeyIDSecretRef',
  'alibaba.auth.secretRef.accessKeySecretSecretRef',
  'aws.auth.secretRef.accessKeyIDSecretRef',
  'aws.auth.secretRef.secretAccessKeySecretRef',
  'aws.auth.secretRef.sessionTokenSecretRef',
  'azurekv.authSecretRef.clientCertificate',
  'azurekv.authSecretRef.clientId',
  'azurekv.authSecretRef.clientSecret',
  'azurekv.authSecretRef.tenantId',
  'beyondtrust.auth.certificate.secretRef',
  'beyondtrust.auth.certificateKey.secretRef',
  'beyondtrust.auth.clientId.secretRef',
  'beyondtrust.auth.clientSecret.secretRef',
  'bitwardensecretsmanager.auth.secretRef.credentials',
  'chef.auth.secretRef.privateKeySecretRef',
  'conjur.auth.apikey.apiKeyRef',
  'conjur.auth.apikey.userRef',
  'conjur.auth.jwt.secretRef',
  'delinea.clientId.secretRef',
  'delinea.clientSecret.secretRef',
  'device42.auth.secretRef.credentials',
  'doppler.auth.secretRef.dopplerToken',
  'fortanix.apiKey.secretRef',
  'gcpsm.auth.secretRef.secretAccessKeySecretRef',
  'gitlab.auth.SecretRef.accessToken',
  'ibm.auth.secretRef.secretApiKeySecretRef',
  'infisical.auth.universalAuthCredentials.clientId',
  'infisical.auth.universalAuthCredentials.clientSecret',
  'keepersecurity.authRef',
  'kubernetes.auth.cert.clientCert',
  'kubernetes.auth.cert.clientKey',
  'kubernetes.auth.token.bearerToken',
  'kubernetes.authRef',
  'onboardbase.auth.apiKeyRef',
  'onboardbase.auth.passcodeRef',
  'onepassword.auth.secretRef.connectTokenSecretRef',
  'oracle.auth.secretRef.fingerprint',
  'oracle.auth.secretRef.privatekey',
  'passbolt.auth.passwordSecretRef',
  'passbolt.auth.privateKeySecretRef',
  'passworddepot.auth.secretRef.credentials',
  'previder.auth.secretRef.accessToken',
  'pulumi.accessToken.secretRef',
  'scaleway.accessKey.secretRef',
  'scaleway.secretKey.secretRef',
  'secretserver.password.secretRef',
  'secretserver.username.secretRef',
  'senhasegura.auth.clientSecretSecretRef',
  'vault.auth.appRole.roleRef',
  'vault.auth.appRole.secretRef',
  'vault.auth.cert.clientCert',
  'vault.auth.cert.secretRef',
  'vault.auth.iam.secretRef.accessKeyIDSecretRef',
  'vault.auth.iam.secretRef.secretAccessKeySecretRef',
  'vault.auth.iam.secretRef.sessionTokenSecretRef',
  'vault.auth.jwt.secretRef',
  'vault.auth.kubernetes.secretRef',
  'vault.auth.ldap.secretRef',
  'vault.auth.tokenSecretRef',
  'vault.auth.userPass.secretRef',
  'vault.tls.certSecretRef',
  'vault.tls.keySecretRef',
  'webhook.secrets[].secretRef',
  'yandexcertificatemanager.auth.authorizedKeySecretRef',
  'yandexcertificatemanager.caProvider.certSecretRef',
  'yandexlockbox.auth.authorizedKeySecretRef',
  'yandexlockbox.caProvider.certSecretRef',
];

const SERVICE_ACCOUNTS = [
  'akeyless.authSecretRef.kubernetesAuth.serviceAccountRef',
  'aws.auth.jwt.serviceAccountRef',
  'azurekv.serviceAccountRef',
  'conjur.auth.jwt.serviceAccountRef',
  'gcpsm.auth.workloadIdentity.serviceAccountRef',
  'kubernetes.auth.serviceAccount',
  'oracle.serviceAccountRef',
  'vault.auth.iam.jwt.serviceAccountRef',
  'vault.auth.jwt.kubernetesServiceAccountToken.serviceAccountRef',
  'vault.auth.kubernetes.serviceAccountRef',
];

const CA_PROVIDERS = [
  'akeyless.caProvider',
  'bitwardensecretsmanager.caProvider',
  'conjur.caProvider',
  'kubernetes.server.caProvider',
  'vault.caProvider',
  'webhook.caProvider',
];

const stores: readonly { readonly kind: string; readonly reverse: string; readonly namespace: RelationRule['namespace'] }[] = [
  // Its webhook refuses another namespace than its own.
  { kind: 'SecretStore', reverse: 'secretStores', namespace: 'source' },
  { kind: 'ClusterSecretStore', reverse: 'clusterSecretStores', namespace: { path: 'namespace' } },
];

const certificates: readonly { readonly target: KindKey; readonly forward: string }[] = [
  { target: secret, forward: 'secrets' },
  { target: configMap, forward: 'configMaps' },
];

const inProvider = (paths: readonly string[]): readonly string[] => paths.map((path) => `spec.provider.${path}.name`);

export const externalSecretStoreRules: readonly RelationRule[] = stores.flatMap(({ kind, reverse, namespace }) => {
  const from: KindKey = { group: 'external-secrets.io', kind };
  return [
    ...atPaths(inProvider(SECRETS), {
      relation: 'secret-store-secret',
      from,
      target: secret,
      namespace,
      keys: ['key'],
      forward: { name: 'secrets' },
      reverse: { name: reverse },
      source: 'external-secrets meta/v1 SecretKeySelector',
    }),
    ...atPaths(inProvider(SERVICE_ACCOUNTS), {
      relation: 'secret-store-service-account',
      from,
      target: serviceAccount,
      namespace,
      forward: { name: 'serviceAccounts' },
      reverse: { name: reverse },
      source: 'external-secrets meta/v1 ServiceAccountSelector',
    }),
    ...certificates.flatMap(({ target, forward }) =>
      atPaths(inProvider(CA_PROVIDERS), {
        relation: 'secret-store-certificates',
        from,
        target,
        namespace,
        when: [{ path: 'type', in: [target.kind] }],
        keys: ['key'],
        forward: { name: forward },
        reverse: { name: reverse },
        source: 'external-secrets.io/v1 CAProvider',
      }),
    ),
  ];
});
