import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';
import { certificateRequest } from './certificates.ts';

export const certManagerExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Certificate',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        secretName: 'web-tls',
        dnsNames: ['shop.example.org'],
        issuerRef: { name: 'ca' },
        keystores: {
          jks: { create: true, passwordSecretRef: { name: 'keystore', key: 'jks' } },
          pkcs12: { create: true, passwordSecretRef: { name: 'keystore', key: 'pkcs12' } },
        },
      },
      status: { nextPrivateKeySecretName: 'web-next' },
    },
    pointers: [
      'certificate-issuer spec.issuerRef.name → Issuer.cert-manager.io shop/ca',
      'certificate-secret spec.secretName → Secret shop/web-tls',
      'certificate-keystore-password spec.keystores.jks.passwordSecretRef.name → Secret shop/keystore keys=jks',
      'certificate-keystore-password spec.keystores.pkcs12.passwordSecretRef.name → Secret shop/keystore keys=pkcs12',
      'certificate-next-private-key status.nextPrivateKeySecretName → Secret shop/web-next [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'CertificateRequest',
      metadata: {
        name: 'web-1',
        namespace: 'shop',
        annotations: { 'cert-manager.io/certificate-name': 'web', 'cert-manager.io/private-key-secret-name': 'web-next' },
      },
      spec: { request: 'aGVsbG8=', issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer', group: 'cert-manager.io' } },
    },
    pointers: [
      'certificate-issuer spec.issuerRef.name → ClusterIssuer.cert-manager.io shop/letsencrypt',
      "certificate-request-certificate metadata.annotations['cert-manager.io/certificate-name'] → Certificate.cert-manager.io shop/web [weak]",
      "certificate-request-private-key metadata.annotations['cert-manager.io/private-key-secret-name'] → Secret shop/web-next [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'acme.cert-manager.io/v1',
      kind: 'Order',
      metadata: { name: 'web-1-1', namespace: 'shop', annotations: { 'cert-manager.io/certificate-name': 'web' } },
      spec: { request: 'aGVsbG8=', issuerRef: { name: 'letsencrypt', kind: 'ClusterIssuer' } },
    },
    pointers: [
      'certificate-issuer spec.issuerRef.name → ClusterIssuer.cert-manager.io shop/letsencrypt',
      "certificate-request-certificate metadata.annotations['cert-manager.io/certificate-name'] → Certificate.cert-manager.io shop/web [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'acme.cert-manager.io/v1',
      kind: 'Challenge',
      metadata: { name: 'web-1-1-1', namespace: 'shop' },
      spec: {
        authorizationURL: 'https://acme.example.org/a',
        dnsName: 'shop.example.org',
        issuerRef: { name: 'aws', kind: 'AWSPCAIssuer', group: 'awspca.cert-manager.io' },
        key: 'x',
        solver: {},
        token: 'x',
        type: 'HTTP-01',
        url: 'https://acme.example.org/c',
      },
    },
    pointers: ['certificate-issuer spec.issuerRef.name → AWSPCAIssuer.awspca.cert-manager.io shop/aws'],
  },
  {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web', namespace: 'shop', annotations: { 'cert-manager.io/issuer': 'ca' } },
      spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
    },
    pointers: ["certificate-issuer metadata.annotations['cert-manager.io/issuer'] → Issuer.cert-manager.io shop/ca"],
  },
  {
    object: {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web-of-a-cluster-issuer', namespace: 'shop', annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      spec: { defaultBackend: { service: { name: 'web', port: { number: 80 } } } },
    },
    pointers: ["certificate-issuer metadata.annotations['cert-manager.io/cluster-issuer'] → ClusterIssuer.cert-manager.io letsencrypt"],
  },
  {
    object: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: {
        name: 'edge',
        namespace: 'shop',
        annotations: {
          'cert-manager.io/issuer': 'origin',
          'cert-manager.io/issuer-kind': 'OriginIssuer',
          'cert-manager.io/issuer-group': 'cert-manager.k8s.cloudflare.com',
        },
      },
      spec: { gatewayClassName: 'edge', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
    },
    pointers: [
      "certificate-issuer metadata.annotations['cert-manager.io/issuer'] → OriginIssuer.cert-manager.k8s.cloudflare.com shop/origin",
    ],
  },
  {
    object: {
      apiVersion: 'gateway.networking.k8s.io/v1',
      kind: 'Gateway',
      metadata: { name: 'edge-of-a-cluster-issuer', namespace: 'shop', annotations: { 'cert-manager.io/cluster-issuer': 'letsencrypt' } },
      spec: { gatewayClassName: 'edge', listeners: [{ name: 'http', port: 80, protocol: 'HTTP' }] },
    },
    pointers: ["certificate-issuer metadata.annotations['cert-manager.io/cluster-issuer'] → ClusterIssuer.cert-manager.io letsencrypt"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name: 'web-tls',
        namespace: 'shop',
        annotations: {
          'cert-manager.io/certificate-name': 'web',
          'cert-manager.io/issuer-name': 'letsencrypt',
          'cert-manager.io/issuer-kind': 'ClusterIssuer',
          'cert-manager.io/issuer-group': 'cert-manager.io',
        },
      },
      type: 'Opaque',
    },
    pointers: [
      "secret-certificate metadata.annotations['cert-manager.io/certificate-name'] → Certificate.cert-manager.io shop/web [weak]",
      "secret-issuer metadata.annotations['cert-manager.io/issuer-name'] → ClusterIssuer.cert-manager.io shop/letsencrypt [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'of-nobody', namespace: 'shop', annotations: { 'cert-manager.io/issuer-kind': 'ClusterIssuer' } },
      type: 'Opaque',
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name: 'of-an-issuer' },
      spec: { request: certificateRequest, signerName: 'issuers.cert-manager.io/shop.ca', usages: ['client auth'] },
    },
    pointers: ['certificate-signing-request-issuer spec.signerName → Issuer.cert-manager.io shop/ca [weak]'],
  },
  {
    object: {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name: 'of-a-cluster-issuer' },
      spec: { request: certificateRequest, signerName: 'clusterissuers.cert-manager.io/letsencrypt', usages: ['client auth'] },
    },
    pointers: ['certificate-signing-request-issuer spec.signerName → ClusterIssuer.cert-manager.io letsencrypt [weak]'],
  },
  {
    object: {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name: 'of-the-cluster' },
      spec: { request: certificateRequest, signerName: 'kubernetes.io/kubelet-serving', usages: ['client auth'] },
    },
    pointers: [],
  },
  bare('cert-manager.io/v1', 'Certificate', 'shop'),
  bare('cert-manager.io/v1', 'CertificateRequest', 'shop'),
  bare('acme.cert-manager.io/v1', 'Order', 'shop'),
  bare('acme.cert-manager.io/v1', 'Challenge', 'shop'),
  bare('networking.k8s.io/v1', 'Ingress', 'shop'),
  bare('gateway.networking.k8s.io/v1', 'Gateway', 'shop'),
  bare('v1', 'Secret', 'shop'),
  bare('certificates.k8s.io/v1', 'CertificateSigningRequest'),
  bare('cert-manager.io/v1', 'Issuer', 'shop'),
  bare('cert-manager.io/v1', 'ClusterIssuer'),
];
