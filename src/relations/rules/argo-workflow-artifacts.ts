/** Argo Workflows: the credentials of the stores from which artifacts come and to which they go. */
import { configMap, secret } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { writtenOut } from '../written-out.ts';
import { byWorkflows } from './argo-workflow-specs.ts';

const PLACES = [
  'arguments.artifacts[]',
  'templates[].inputs.artifacts[]',
  'templates[].outputs.artifacts[]',
  'templates[].archiveLocation',
];

/** Each is a SecretKeySelector. */
const SECRETS = [
  ...['accessKeySecret', 'secretKeySecret', 'sessionTokenSecret', 'caSecret'].map((name) => `s3.${name}`),
  ...['usernameSecret', 'passwordSecret', 'sshPrivateKeySecret'].map((name) => `git.${name}`),
  ...['usernameSecret', 'passwordSecret'].map((name) => `artifactory.${name}`),
  ...['krbCCacheSecret', 'krbKeytabSecret'].map((name) => `hdfs.${name}`),
  ...['accessKeySecret', 'secretKeySecret'].map((name) => `oss.${name}`),
  'gcs.serviceAccountKeySecret',
  'azure.accountKeySecret',
  ...['basicAuth.usernameSecret', 'basicAuth.passwordSecret', 'clientCert.clientCertSecret', 'clientCert.clientKeySecret'].map(
    (name) => `http.auth.${name}`,
  ),
];

export const argoWorkflowArtifactRules: readonly RelationRule[] = PLACES.flatMap((place) => [
  ...SECRETS.map((path) =>
    writtenOut({
      ...byWorkflows,
      relation: 'workflow-artifact-secret',
      path: `${place}.${path}.name`,
      target: secret,
      namespace: 'source',
      optional: 'optional',
      keys: ['key'],
      forward: { name: 'secrets' },
      source: 'argoproj.io/v1alpha1 ArtifactLocation',
    }),
  ),
  writtenOut({
    ...byWorkflows,
    relation: 'workflow-artifact-config-map',
    path: `${place}.hdfs.krbConfigConfigMap.name`,
    target: configMap,
    namespace: 'source',
    optional: 'optional',
    keys: ['key'],
    forward: { name: 'configMaps' },
    source: 'argoproj.io/v1alpha1 HDFSKrbConfig',
  }),
]);
