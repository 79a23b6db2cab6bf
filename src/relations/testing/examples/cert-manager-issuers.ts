import type { Example } from '../../../../test/support/relation-rules.ts';

export const certManagerIssuersExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'ca', namespace: 'shop' },
      spec: { ca: { secretName: 'ca' } },
    },
    pointers: ['issuer-secret spec.ca.secretName → Secret shop/ca'],
  },
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'acme', namespace: 'shop' },
      spec: {
        acme: {
          server: 'https://acme.example.org',
          privateKeySecretRef: { name: 'acme-account' },
          externalAccountBinding: { keyID: '1', keySecretRef: { name: 'eab', key: 'secret' } },
          solvers: [
            { http01: { ingress: { ingressClassName: 'nginx' } } },
            { dns01: { acmeDNS: { host: 'https://dns.example.org', accountSecretRef: { name: 'acme-dns', key: 'account' } } } },
            {
              dns01: {
                akamai: {
                  serviceConsumerDomain: 'a.example.org',
                  accessTokenSecretRef: { name: 'akamai', key: 'access' },
                  clientSecretSecretRef: { name: 'akamai', key: 'secret' },
                  clientTokenSecretRef: { name: 'akamai', key: 'client' },
                },
              },
            },
            {
              dns01: { azureDNS: { subscriptionID: 'a', resourceGroupName: 'b', clientSecretSecretRef: { name: 'azure', key: 'secret' } } },
            },
            { dns01: { cloudDNS: { project: 'p', serviceAccountSecretRef: { name: 'gcp', key: 'key.json' } } } },
            { dns01: { cloudflare: { apiTokenSecretRef: { name: 'cloudflare', key: 'token' } } } },
            { dns01: { cloudflare: { email: 'a@example.org', apiKeySecretRef: { name: 'cloudflare', key: 'key' } } } },
            { dns01: { digitalocean: { tokenSecretRef: { name: 'digitalocean', key: 'token' } } } },
            { dns01: { rfc2136: { nameserver: '10.0.0.1', tsigSecretSecretRef: { name: 'tsig', key: 'secret' } } } },
            {
              dns01: {
                route53: {
                  region: 'eu',
                  accessKeyIDSecretRef: { name: 'aws', key: 'id' },
                  secretAccessKeySecretRef: { name: 'aws', key: 'secret' },
                },
              },
            },
          ],
        },
      },
    },
    pointers: [
      'issuer-secret spec.acme.privateKeySecretRef.name → Secret shop/acme-account',
      'issuer-secret spec.acme.externalAccountBinding.keySecretRef.name → Secret shop/eab keys=secret',
      'issuer-ingress-class spec.acme.solvers[0].http01.ingress.ingressClassName → IngressClass.networking.k8s.io nginx',
      'issuer-secret spec.acme.solvers[1].dns01.acmeDNS.accountSecretRef.name → Secret shop/acme-dns keys=account',
      'issuer-secret spec.acme.solvers[2].dns01.akamai.accessTokenSecretRef.name → Secret shop/akamai keys=access',
      'issuer-secret spec.acme.solvers[2].dns01.akamai.clientSecretSecretRef.name → Secret shop/akamai keys=secret',
      'issuer-secret spec.acme.solvers[2].dns01.akamai.clientTokenSecretRef.name → Secret shop/akamai keys=client',
      'issuer-secret spec.acme.solvers[3].dns01.azureDNS.clientSecretSecretRef.name → Secret shop/azure keys=secret',
      'issuer-secret spec.acme.solvers[4].dns01.cloudDNS.serviceAccountSecretRef.name → Secret shop/gcp keys=key.json',
      'issuer-secret spec.acme.solvers[5].dns01.cloudflare.apiTokenSecretRef.name → Secret shop/cloudflare keys=token',
      'issuer-secret spec.acme.solvers[6].dns01.cloudflare.apiKeySecretRef.name → Secret shop/cloudflare keys=key',
      'issuer-secret spec.acme.solvers[7].dns01.digitalocean.tokenSecretRef.name → Secret shop/digitalocean keys=token',
      'issuer-secret spec.acme.solvers[8].dns01.rfc2136.tsigSecretSecretRef.name → Secret shop/tsig keys=secret',
      'issuer-secret spec.acme.solvers[9].dns01.route53.accessKeyIDSecretRef.name → Secret shop/aws keys=id',
      'issuer-secret spec.acme.solvers[9].dns01.route53.secretAccessKeySecretRef.name → Secret shop/aws keys=secret',
    ],
  },
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'vault', namespace: 'shop' },
      spec: {
        vault: {
          server: 'https://vault.example.org',
          path: 'pki/sign',
          caBundleSecretRef: { name: 'vault-ca', key: 'ca.crt' },
          clientCertSecretRef: { name: 'vault-client', key: 'tls.crt' },
          clientKeySecretRef: { name: 'vault-client', key: 'tls.key' },
          auth: {
            tokenSecretRef: { name: 'vault-token', key: 'token' },
            appRole: { path: 'approle', roleId: 'r', secretRef: { name: 'vault-approle', key: 'id' } },
            clientCertificate: { secretName: 'vault-certificate' },
            kubernetes: { role: 'r', secretRef: { name: 'vault-account', key: 'token' }, serviceAccountRef: { name: 'vault' } },
          },
        },
      },
    },
    pointers: [
      'issuer-secret spec.vault.auth.tokenSecretRef.name → Secret shop/vault-token keys=token',
      'issuer-secret spec.vault.auth.appRole.secretRef.name → Secret shop/vault-approle keys=id',
      'issuer-secret spec.vault.auth.kubernetes.secretRef.name → Secret shop/vault-account keys=token',
      'issuer-service-account spec.vault.auth.kubernetes.serviceAccountRef.name → ServiceAccount shop/vault',
      'issuer-secret spec.vault.auth.clientCertificate.secretName → Secret shop/vault-certificate',
      'issuer-secret spec.vault.caBundleSecretRef.name → Secret shop/vault-ca keys=ca.crt',
      'issuer-secret spec.vault.clientCertSecretRef.name → Secret shop/vault-client keys=tls.crt',
      'issuer-secret spec.vault.clientKeySecretRef.name → Secret shop/vault-client keys=tls.key',
    ],
  },
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'venafi', namespace: 'shop' },
      spec: {
        venafi: {
          zone: 'z',
          tpp: { url: 'https://tpp.example.org', credentialsRef: { name: 'tpp' }, caBundleSecretRef: { name: 'tpp-ca', key: 'ca.crt' } },
        },
      },
    },
    pointers: [
      'issuer-secret spec.venafi.tpp.caBundleSecretRef.name → Secret shop/tpp-ca keys=ca.crt',
      'issuer-secret spec.venafi.tpp.credentialsRef.name → Secret shop/tpp',
    ],
  },
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'Issuer',
      metadata: { name: 'venafi-cloud', namespace: 'shop' },
      spec: { venafi: { zone: 'z', cloud: { apiTokenSecretRef: { name: 'venafi', key: 'token' } } } },
    },
    pointers: ['issuer-secret spec.venafi.cloud.apiTokenSecretRef.name → Secret shop/venafi keys=token'],
  },
  {
    object: {
      apiVersion: 'cert-manager.io/v1',
      kind: 'ClusterIssuer',
      metadata: { name: 'letsencrypt' },
      spec: {
        acme: {
          server: 'https://acme.example.org',
          privateKeySecretRef: { name: 'acme-account' },
          solvers: [{ http01: { ingress: { ingressClassName: 'nginx' } } }],
        },
      },
    },
    pointers: ['issuer-ingress-class spec.acme.solvers[0].http01.ingress.ingressClassName → IngressClass.networking.k8s.io nginx'],
  },
];
