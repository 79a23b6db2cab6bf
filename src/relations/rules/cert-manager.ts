/**
 * cert-manager: Certificates, who issues them, and where they are kept. The Secrets of a ClusterIssuer lie in a namespace that only
 * cert-manager's flag --cluster-resource-namespace says: they are not followed.
 */
import type { KindKey } from '../../kube/kind.ts';
import { certificateSigningRequest, ingress, ingressClass, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const certManager = (kind: string): KindKey => ({ group: 'cert-manager.io', kind });
const acme = (kind: string): KindKey => ({ group: 'acme.cert-manager.io', kind });
const certificate = certManager('Certificate');
const certificateRequest = certManager('CertificateRequest');
const issuer = certManager('Issuer');
const clusterIssuer = certManager('ClusterIssuer');
const order = acme('Order');
const challenge = acme('Challenge');
const gateway: KindKey = { group: 'gateway.networking.k8s.io', kind: 'Gateway' };

const issued: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: certificate, reverse: 'certificates' },
  { from: certificateRequest, reverse: 'certificateRequests' },
  { from: order, reverse: 'orders' },
  { from: challenge, reverse: 'challenges' },
];

const asked: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: ingress, reverse: 'ingresses' },
  { from: gateway, reverse: 'gateways' },
];

const dns01 = [
  'acmeDNS.accountSecretRef',
  'akamai.accessTokenSecretRef',
  'akamai.clientSecretSecretRef',
  'akamai.clientTokenSecretRef',
  'azureDNS.clientSecretSecretRef',
  'cloudDNS.serviceAccountSecretRef',
  'cloudflare.apiKeySecretRef',
  'cloudflare.apiTokenSecretRef',
  'digitalocean.tokenSecretRef',
  'rfc2136.tsigSecretSecretRef',
  'route53.accessKeyIDSecretRef',
  'route53.secretAccessKeySecretRef',
];

/** Secrets with a key that an Issuer reads. */
const ISSUER_KEYS = [
  'acme.privateKeySecretRef',
  'acme.externalAccountBinding.keySecretRef',
  ...dns01.map((path) => `acme.solvers[].dns01.${path}`),
  'vault.auth.tokenSecretRef',
  'vault.auth.appRole.secretRef',
  'vault.auth.kubernetes.secretRef',
  'vault.caBundleSecretRef',
  'vault.clientCertSecretRef',
  'vault.clientKeySecretRef',
  'venafi.tpp.caBundleSecretRef',
  'venafi.cloud.apiTokenSecretRef',
].map((path) => `spec.${path}.name`);

const ofIssuer = {
  relation: 'issuer-secret',
  from: issuer,
  target: secret,
  namespace: 'source',
  forward: { name: 'secrets' },
  reverse: { name: 'issuers' },
  source: 'cert-manager.io/v1 IssuerConfig',
} as const;

export const certManagerRules: readonly RelationRule[] = [
  ...issued.map(
    ({ from, reverse }): RelationRule => ({
      relation: 'certificate-issuer',
      from,
      path: 'spec.issuerRef.name',
      target: { apiGroup: 'group', kind: 'kind', defaults: { group: 'cert-manager.io', kind: 'Issuer' } },
      // A ClusterIssuer lies in none: the store drops it.
      namespace: 'source',
      forward: { name: 'issuer', one: true },
      reverse: { name: reverse, on: [issuer, clusterIssuer] },
      source: 'cert-manager meta/v1 ObjectReference: an Issuer of cert-manager.io unless it says otherwise',
    }),
  ),
  ...asked.flatMap(({ from, reverse }): RelationRule[] => [
    {
      relation: 'certificate-issuer',
      from,
      path: "metadata.annotations['cert-manager.io/issuer']",
      target: {
        apiGroup: "['cert-manager.io/issuer-group']",
        kind: "['cert-manager.io/issuer-kind']",
        defaults: { group: 'cert-manager.io', kind: 'Issuer' },
      },
      namespace: 'source',
      forward: { name: 'issuer', one: true },
      reverse: { name: reverse, on: [issuer] },
      source: 'cert-manager docs: annotations of Ingresses and Gateways',
    },
    {
      relation: 'certificate-issuer',
      from,
      path: "metadata.annotations['cert-manager.io/cluster-issuer']",
      target: clusterIssuer,
      namespace: 'cluster',
      forward: { name: 'issuer', one: true },
      reverse: { name: reverse },
      source: 'cert-manager docs: annotations of Ingresses and Gateways',
    },
  ]),
  {
    relation: 'certificate-secret',
    from: certificate,
    path: 'spec.secretName',
    target: secret,
    namespace: 'source',
    forward: { name: 'secret', one: true },
    reverse: { name: 'certificates' },
    source: 'cert-manager.io/v1 CertificateSpec.secretName',
  },
  {
    relation: 'certificate-next-private-key',
    from: certificate,
    path: 'status.nextPrivateKeySecretName',
    target: secret,
    namespace: 'source',
    weak: true,
    source: 'cert-manager.io/v1 CertificateStatus.nextPrivateKeySecretName',
  },
  ...atPaths(['spec.keystores.jks.passwordSecretRef.name', 'spec.keystores.pkcs12.passwordSecretRef.name'], {
    relation: 'certificate-keystore-password',
    from: certificate,
    target: secret,
    namespace: 'source',
    keys: ['key'],
    forward: { name: 'keystoreSecrets' },
    source: 'cert-manager.io/v1 CertificateKeystores',
  }),
  {
    relation: 'certificate-request-certificate',
    from: [certificateRequest, order],
    path: "metadata.annotations['cert-manager.io/certificate-name']",
    target: certificate,
    namespace: 'source',
    weak: true,
    forward: { name: 'certificate', one: true },
    source: 'cert-manager.io/v1 CertificateNameKey',
  },
  {
    relation: 'secret-certificate',
    from: secret,
    path: "metadata.annotations['cert-manager.io/certificate-name']",
    target: certificate,
    namespace: 'source',
    weak: true,
    source: 'cert-manager.io/v1 CertificateNameKey: the Certificate that a Secret was issued for',
  },
  {
    relation: 'secret-issuer',
    from: secret,
    path: "metadata.annotations['cert-manager.io/issuer-name']",
    target: {
      apiGroup: "['cert-manager.io/issuer-group']",
      kind: "['cert-manager.io/issuer-kind']",
      defaults: { group: 'cert-manager.io', kind: 'Issuer' },
    },
    namespace: 'source',
    weak: true,
    source: 'cert-manager.io/v1 IssuerNameAnnotationKey: who issued what is in a Secret',
  },
  {
    relation: 'certificate-request-private-key',
    from: certificateRequest,
    path: "metadata.annotations['cert-manager.io/private-key-secret-name']",
    target: secret,
    namespace: 'source',
    weak: true,
    source: 'cert-manager.io/v1 CertificateRequestPrivateKeyAnnotationKey: gone once the certificate is issued',
  },
  ...atPaths(ISSUER_KEYS, { ...ofIssuer, keys: ['key'] }),
  ...atPaths(['spec.ca.secretName', 'spec.vault.auth.clientCertificate.secretName', 'spec.venafi.tpp.credentialsRef.name'], ofIssuer),
  {
    relation: 'issuer-service-account',
    from: issuer,
    path: 'spec.vault.auth.kubernetes.serviceAccountRef.name',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccount', one: true },
    reverse: { name: 'issuers' },
    source: 'cert-manager.io/v1 ServiceAccountRef',
  },
  ...[issuer, clusterIssuer].map(
    (from): RelationRule => ({
      relation: 'issuer-ingress-class',
      from,
      path: 'spec.acme.solvers[].http01.ingress.ingressClassName',
      target: ingressClass,
      namespace: 'cluster',
      forward: { name: 'ingressClasses' },
      reverse: { name: from === issuer ? 'issuers' : 'clusterIssuers' },
      source: 'acme.cert-manager.io/v1 ACMEChallengeSolverHTTP01Ingress.ingressClassName',
    }),
  ),
  {
    relation: 'certificate-signing-request-issuer',
    from: certificateSigningRequest,
    path: 'spec.signerName',
    pattern: 'issuers\\.cert-manager\\.io/(?<namespace>[^.]+)\\.(?<name>.+)',
    target: issuer,
    namespace: 'cluster',
    weak: true,
    source: 'cert-manager docs: `issuers.cert-manager.io/<namespace>.<name>`',
  },
  {
    relation: 'certificate-signing-request-issuer',
    from: certificateSigningRequest,
    path: 'spec.signerName',
    pattern: 'clusterissuers\\.cert-manager\\.io/(?<name>.+)',
    target: clusterIssuer,
    namespace: 'cluster',
    weak: true,
    source: 'cert-manager docs: `clusterissuers.cert-manager.io/<name>`',
  },
];
