import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const required = { type: 'ReplicaSet', version: '8.0.0', members: 3 };
const user = { name: 'app', db: 'admin', roles: [{ name: 'readWrite', db: 'shop' }], scramCredentialsSecretName: 'app' };
const community = (name: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'mongodbcommunity.mongodb.com/v1',
  kind: 'MongoDBCommunity',
  metadata: { name, namespace: 'shop' },
  spec: { ...required, ...spec },
});

export const mongodbExamples: readonly Example[] = [
  {
    object: community('orders', {
      users: [{ ...user, passwordSecretRef: { name: 'app', key: 'password' }, connectionStringSecretName: 'app-connection' }],
      security: {
        authentication: { modes: ['SCRAM'], agentCertificateSecretRef: { name: 'agent' } },
        tls: {
          enabled: true,
          certificateKeySecretRef: { name: 'tls' },
          caCertificateSecretRef: { name: 'ca' },
          caConfigMapRef: { name: 'authorities' },
        },
      },
      prometheus: {
        username: 'metrics',
        passwordSecretRef: { name: 'metrics', key: 'password' },
        tlsSecretKeyRef: { name: 'metrics-tls' },
      },
    }),
    pointers: [
      'mongodb-secret spec.users[0].passwordSecretRef.name → Secret shop/app keys=password',
      'mongodb-secret spec.users[0].connectionStringSecretName → Secret shop/app-connection [weak]',
      'mongodb-secret spec.prometheus.passwordSecretRef.name → Secret shop/metrics keys=password',
      'mongodb-secret spec.prometheus.tlsSecretKeyRef.name → Secret shop/metrics-tls',
      'mongodb-secret spec.security.tls.certificateKeySecretRef.name → Secret shop/tls',
      'mongodb-secret spec.security.tls.caCertificateSecretRef.name → Secret shop/ca',
      'mongodb-config-map spec.security.tls.caConfigMapRef.name → ConfigMap shop/authorities',
      'mongodb-secret spec.security.authentication.agentCertificateSecretRef.name → Secret shop/agent',
    ],
  },
  {
    object: community('plain', {
      users: [{ ...user, passwordSecretRef: { name: '' } }],
      security: { authentication: { modes: ['SCRAM'] } },
    }),
    pointers: [],
  },
];
