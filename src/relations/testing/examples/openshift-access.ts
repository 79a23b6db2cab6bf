import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const ACCOUNT = 'system:serviceaccount:shop:web';
const pod = (name: string, annotations: JsonObject): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop', annotations },
  spec: { containers: [{ name: 'main', image: 'web:1' }] },
});
const constraints = {
  allowHostDirVolumePlugin: false,
  allowHostIPC: false,
  allowHostNetwork: false,
  allowHostPID: false,
  allowHostPorts: false,
  allowPrivilegedContainer: false,
  allowedCapabilities: null,
  defaultAddCapabilities: null,
  priority: null,
  readOnlyRootFilesystem: false,
  requiredDropCapabilities: null,
  volumes: ['secret'],
};

const tokenExamples = ['OAuthAccessToken', 'OAuthAuthorizeToken', 'OAuthClientAuthorization'].flatMap((kind): Example[] => {
  const token = (name: string, clientName: string): JsonObject => ({
    apiVersion: 'oauth.openshift.io/v1',
    kind,
    metadata: { name },
    userName: 'ada',
    userUID: 'ada-uid',
    clientName,
  });
  const toUser = 'token-user userName → User.user.openshift.io ada [weak] uid=ada-uid';
  return [
    { object: token('console', 'console'), pointers: [toUser, 'token-client clientName → OAuthClient.oauth.openshift.io console [weak]'] },
    { object: token('account', ACCOUNT), pointers: [toUser, 'token-client clientName → ServiceAccount shop/web [weak]'] },
  ];
});

export const openShiftAccessExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'user.openshift.io/v1',
      kind: 'User',
      metadata: { name: 'ada' },
      identities: ['people:ada'],
      groups: null,
    },
    pointers: ['user-identity identities[0] → Identity.user.openshift.io people:ada [weak]'],
  },
  {
    object: {
      apiVersion: 'user.openshift.io/v1',
      kind: 'Identity',
      metadata: { name: 'people:ada' },
      providerName: 'people',
      providerUserName: 'ada',
      user: { name: 'ada', uid: 'ada-uid' },
    },
    pointers: ['identity-user user.name → User.user.openshift.io ada uid=ada-uid'],
  },
  {
    object: { apiVersion: 'user.openshift.io/v1', kind: 'Group', metadata: { name: 'shop' }, users: ['ada'] },
    pointers: ['group-user users[0] → User.user.openshift.io ada [weak]'],
  },
  ...tokenExamples,
  {
    object: {
      apiVersion: 'security.openshift.io/v1',
      kind: 'SecurityContextConstraints',
      metadata: { name: 'shop' },
      ...constraints,
      users: ['system:admin', ACCOUNT],
      groups: ['system:authenticated'],
    },
    pointers: [
      'security-context-constraints-user users[0] → User.external system:admin',
      `security-context-constraints-user users[1] → User.external ${ACCOUNT}`,
      'security-context-constraints-service-account users[1] → ServiceAccount shop/web [weak]',
      'security-context-constraints-group groups[0] → Group.external system:authenticated',
    ],
  },
  {
    object: pod('web', { 'openshift.io/scc': 'restricted-v2', 'openshift.io/required-scc': 'restricted-v3' }),
    pointers: [
      "pod-security-context-constraints metadata.annotations['openshift.io/scc'] → SecurityContextConstraints.security.openshift.io restricted-v2 [weak]",
      "pod-security-context-constraints metadata.annotations['openshift.io/required-scc'] → SecurityContextConstraints.security.openshift.io restricted-v3",
    ],
  },
  {
    object: { apiVersion: 'project.openshift.io/v1', kind: 'Project', metadata: { name: 'shop' } },
    pointers: ['project-namespace metadata.name → Namespace shop'],
  },
  {
    object: { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'requested', annotations: { 'openshift.io/requester': 'ada' } } },
    pointers: ["namespace-requester metadata.annotations['openshift.io/requester'] → User.external ada [weak]"],
  },
  {
    object: {
      apiVersion: 'quota.openshift.io/v1',
      kind: 'ClusterResourceQuota',
      metadata: { name: 'team' },
      spec: { selector: { labels: { matchLabels: { team: 'shop' } } }, quota: { hard: { pods: '10' } } },
      status: { total: { hard: { pods: '10' } }, namespaces: [{ namespace: 'shop', status: { hard: { pods: '10' } } }] },
    },
    pointers: ['cluster-resource-quota-namespace status.namespaces[0].namespace → Namespace shop [weak]'],
  },
  {
    object: {
      apiVersion: 'template.openshift.io/v1',
      kind: 'TemplateInstance',
      metadata: { name: 'database', namespace: 'shop' },
      spec: { template: { objects: [] }, secret: { name: 'parameters' } },
      status: {
        objects: [{ ref: { apiVersion: 'apps/v1', kind: 'Deployment', namespace: 'data', name: 'database', uid: 'database-uid' } }],
      },
    },
    pointers: [
      'template-instance-secret spec.secret.name → Secret shop/parameters',
      'template-instance-object status.objects[0].ref.name → Deployment.apps data/database [weak] uid=database-uid',
    ],
  },
];
