import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';
import { inEveryWorkflow } from '../in-every-workflow.ts';

type Written = (plain: string) => string;

interface Store {
  readonly name: string;
  readonly location: (key: (name: string) => JsonObject) => JsonObject;
  /** In their order, below the place of the artifact. */
  readonly secrets: readonly string[];
  readonly configMaps?: readonly string[];
}

const stores: readonly Store[] = [
  {
    name: 's3',
    location: (key) => ({
      s3: {
        bucket: 'artifacts',
        key: 'out.tgz',
        accessKeySecret: key('access'),
        secretKeySecret: key('secret'),
        sessionTokenSecret: key('session'),
        caSecret: key('ca'),
      },
    }),
    secrets: ['s3.accessKeySecret access', 's3.secretKeySecret secret', 's3.sessionTokenSecret session', 's3.caSecret ca'],
  },
  {
    name: 'git',
    location: (key) => ({
      git: {
        repo: 'https://example.com/web.git',
        usernameSecret: key('user'),
        passwordSecret: key('password'),
        sshPrivateKeySecret: key('ssh'),
      },
    }),
    secrets: ['git.usernameSecret user', 'git.passwordSecret password', 'git.sshPrivateKeySecret ssh'],
  },
  {
    name: 'artifactory',
    location: (key) => ({
      artifactory: { url: 'https://example.com/out.tgz', usernameSecret: key('user'), passwordSecret: key('password') },
    }),
    secrets: ['artifactory.usernameSecret user', 'artifactory.passwordSecret password'],
  },
  {
    name: 'hdfs',
    location: (key) => ({
      hdfs: { path: '/out.tgz', krbCCacheSecret: key('cache'), krbKeytabSecret: key('keytab'), krbConfigConfigMap: key('kerberos') },
    }),
    secrets: ['hdfs.krbCCacheSecret cache', 'hdfs.krbKeytabSecret keytab'],
    configMaps: ['hdfs.krbConfigConfigMap kerberos'],
  },
  {
    name: 'oss',
    location: (key) => ({ oss: { key: 'out.tgz', accessKeySecret: key('access'), secretKeySecret: key('secret') } }),
    secrets: ['oss.accessKeySecret access', 'oss.secretKeySecret secret'],
  },
  {
    name: 'gcs',
    location: (key) => ({ gcs: { key: 'out.tgz', serviceAccountKeySecret: key('account') } }),
    secrets: ['gcs.serviceAccountKeySecret account'],
  },
  {
    name: 'azure',
    location: (key) => ({ azure: { blob: 'out.tgz', endpoint: 'https://example.com', accountKeySecret: key('account') } }),
    secrets: ['azure.accountKeySecret account'],
  },
  {
    name: 'http',
    location: (key) => ({
      http: {
        url: 'https://example.com/out.tgz',
        auth: {
          basicAuth: { usernameSecret: key('user'), passwordSecret: key('password') },
          clientCert: { clientCertSecret: key('certificate'), clientKeySecret: key('key') },
        },
      },
    }),
    secrets: [
      'http.auth.basicAuth.usernameSecret user',
      'http.auth.basicAuth.passwordSecret password',
      'http.auth.clientCert.clientCertSecret certificate',
      'http.auth.clientCert.clientKeySecret key',
    ],
  },
];

const places: readonly { readonly path: string; readonly spec: (location: JsonObject) => JsonObject }[] = [
  { path: 'arguments.artifacts[0]', spec: (location) => ({ arguments: { artifacts: [{ name: 'x', ...location }] } }) },
  {
    path: 'templates[0].inputs.artifacts[0]',
    spec: (location) => ({ templates: [{ name: 'main', inputs: { artifacts: [{ name: 'x', path: '/x', ...location }] } }] }),
  },
  {
    path: 'templates[0].outputs.artifacts[0]',
    spec: (location) => ({ templates: [{ name: 'main', outputs: { artifacts: [{ name: 'x', path: '/x', ...location }] } }] }),
  },
  { path: 'templates[0].archiveLocation', spec: (location) => ({ templates: [{ name: 'main', archiveLocation: location }] }) },
];

function pointersOf(place: string, { secrets, configMaps = [] }: Store): string[] {
  const line = (relation: string, kind: string) => (entry: string) => {
    const [path, name] = entry.split(' ');
    return `${relation} ~.${place}.${path}.name → ${kind} ci/${name} keys=value`;
  };
  return [...secrets.map(line('workflow-artifact-secret', 'Secret')), ...configMaps.map(line('workflow-artifact-config-map', 'ConfigMap'))];
}

export const argoWorkflowArtifactExamples: readonly Example[] = [
  ...stores.flatMap((store) =>
    places.flatMap(({ path, spec }, index) =>
      inEveryWorkflow(
        `${store.name}-${index}`,
        (written: Written) => spec(store.location((name) => ({ name: written(name), key: 'value' }))),
        pointersOf(path, store),
      ),
    ),
  ),
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: { name: 'optional', namespace: 'ci' },
      spec: {
        templates: [
          { name: 'main', archiveLocation: { gcs: { serviceAccountKeySecret: { name: 'account', key: 'value', optional: true } } } },
        ],
      },
    },
    pointers: [
      'workflow-artifact-secret spec.templates[0].archiveLocation.gcs.serviceAccountKeySecret.name → Secret ci/account [optional] keys=value',
    ],
  },
  // It runs in whatever namespace its name is called from.
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ClusterWorkflowTemplate',
      metadata: { name: 'shared' },
      spec: { templates: [{ name: 'main', archiveLocation: { gcs: { serviceAccountKeySecret: { name: 'account', key: 'value' } } } }] },
    },
    pointers: [],
  },
  bare('argoproj.io/v1alpha1', 'Workflow', 'ci'),
];
