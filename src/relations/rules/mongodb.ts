/** MongoDB's community operator: passwords, certificates, and what it writes itself. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const community: KindKey = { group: 'mongodbcommunity.mongodb.com', kind: 'MongoDBCommunity' };

const toSecret = {
  relation: 'mongodb-secret',
  from: community,
  target: secret,
  namespace: 'source',
  forward: { name: 'secrets' },
  reverse: { name: 'mongoDBCommunities' },
} as const;

export const mongodbRules: readonly RelationRule[] = [
  ...atPaths(['spec.users[].passwordSecretRef.name', 'spec.prometheus.passwordSecretRef.name'], {
    ...toSecret,
    keys: ['key'],
    source: 'mongodb-kubernetes-operator v1 SecretKeyReference: in the namespace of the MongoDBCommunity',
  }),
  ...atPaths(
    [
      'spec.prometheus.tlsSecretKeyRef.name',
      'spec.security.tls.certificateKeySecretRef.name',
      'spec.security.tls.caCertificateSecretRef.name',
      'spec.security.authentication.agentCertificateSecretRef.name',
    ],
    { ...toSecret, source: 'mongodb-kubernetes-operator v1 TLS, Authentication, Prometheus' },
  ),
  {
    ...toSecret,
    path: 'spec.users[].connectionStringSecretName',
    // The operator makes it.
    weak: true,
    source: 'mongodb-kubernetes-operator v1 MongoDBUser.connectionStringSecretName',
  },
  {
    relation: 'mongodb-config-map',
    from: community,
    path: 'spec.security.tls.caConfigMapRef.name',
    target: configMap,
    namespace: 'source',
    forward: { name: 'configMaps' },
    reverse: { name: 'mongoDBCommunities' },
    source: 'mongodb-kubernetes-operator v1 TLS.caConfigMapRef',
  },
];
