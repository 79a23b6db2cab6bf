/** Users, groups and projects of OpenShift, and what pods may do there. */
import type { KindKey } from '../../kube/kind.ts';
import { group, namespaceKind, pod, secret, serviceAccount, user } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { oauthKind, securityContextConstraints, userKind } from './openshift-kinds.ts';

const userObject = userKind('User');
const groupObject = userKind('Group');
const identity = userKind('Identity');
const oauthClient = oauthKind('OAuthClient');
const templateInstance: KindKey = { group: 'template.openshift.io', kind: 'TemplateInstance' };
const clusterResourceQuota: KindKey = { group: 'quota.openshift.io', kind: 'ClusterResourceQuota' };

const tokens: readonly { readonly kind: string; readonly reverse: string }[] = [
  { kind: 'OAuthAccessToken', reverse: 'oAuthAccessTokens' },
  { kind: 'OAuthAuthorizeToken', reverse: 'oAuthAuthorizeTokens' },
  { kind: 'OAuthClientAuthorization', reverse: 'oAuthClientAuthorizations' },
];

/** Neither part can hold a colon. */
const ACCOUNT = 'system:serviceaccount:(?<namespace>[^:]+):(?<name>[^:]+)';

const userRules: readonly RelationRule[] = [
  {
    relation: 'user-identity',
    from: userObject,
    path: 'identities[]',
    target: identity,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'identities' },
    reverse: { name: 'users' },
    source: 'openshift user/v1 User.identities',
  },
  {
    relation: 'identity-user',
    from: identity,
    path: 'user.name',
    target: userObject,
    namespace: 'cluster',
    uid: 'uid',
    forward: { name: 'user', one: true },
    reverse: { name: 'userIdentities' },
    source: 'openshift user/v1 Identity.user: name and uid',
  },
  {
    relation: 'group-user',
    from: groupObject,
    path: 'users[]',
    target: userObject,
    namespace: 'cluster',
    // Groups of a directory name people who never came.
    weak: true,
    forward: { name: 'users' },
    reverse: { name: 'groups' },
    source: 'openshift user/v1 Group.users',
  },
  ...tokens.flatMap(({ kind, reverse }): RelationRule[] => [
    {
      relation: 'token-user',
      from: oauthKind(kind),
      path: 'userName',
      target: userObject,
      namespace: 'cluster',
      uid: 'userUID',
      // The first administrator, `kube:admin`, has no such object.
      weak: true,
      forward: { name: 'user', one: true },
      reverse: { name: reverse },
      source: `openshift oauth/v1 ${kind}.userName`,
    },
    {
      relation: 'token-client',
      from: oauthKind(kind),
      path: 'clientName',
      pattern: '(?<name>[^:]+)',
      target: oauthClient,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'oAuthClient', one: true },
      reverse: { name: reverse },
      source: `openshift oauth/v1 ${kind}.clientName`,
    },
    {
      relation: 'token-client',
      from: oauthKind(kind),
      path: 'clientName',
      pattern: ACCOUNT,
      target: serviceAccount,
      namespace: 'cluster',
      weak: true,
      reverse: { name: reverse },
      source: `openshift oauth/v1 ${kind}.clientName: a ServiceAccount can be a client`,
    },
  ]),
];

const constraintRules: readonly RelationRule[] = [
  {
    relation: 'security-context-constraints-user',
    from: securityContextConstraints,
    path: 'users[]',
    target: user,
    namespace: 'cluster',
    source: 'openshift security/v1 SecurityContextConstraints.users',
  },
  {
    relation: 'security-context-constraints-service-account',
    from: securityContextConstraints,
    path: 'users[]',
    pattern: ACCOUNT,
    target: serviceAccount,
    namespace: 'cluster',
    // It says who may use it, not that there is one.
    weak: true,
    forward: { name: 'serviceAccounts' },
    reverse: { name: 'securityContextConstraintsList' },
    source: 'openshift security/v1 SecurityContextConstraints.users: the name that a ServiceAccount has as a user',
  },
  {
    relation: 'security-context-constraints-group',
    from: securityContextConstraints,
    path: 'groups[]',
    target: group,
    namespace: 'cluster',
    source: 'openshift security/v1 SecurityContextConstraints.groups',
  },
  {
    relation: 'pod-security-context-constraints',
    from: pod,
    path: "metadata.annotations['openshift.io/scc']",
    target: securityContextConstraints,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'securityContextConstraintsList' },
    reverse: { name: 'pods' },
    source: 'openshift security/v1 ValidatedSCCAnnotation: the one that let the pod in',
  },
  {
    relation: 'pod-security-context-constraints',
    from: pod,
    path: "metadata.annotations['openshift.io/required-scc']",
    target: securityContextConstraints,
    namespace: 'cluster',
    forward: { name: 'securityContextConstraintsList' },
    reverse: { name: 'pods' },
    source: 'openshift security/v1 RequiredSCCAnnotation: without it the pod is not let in',
  },
];

const projectRules: readonly RelationRule[] = [
  {
    relation: 'project-namespace',
    from: { group: 'project.openshift.io', kind: 'Project' },
    path: 'metadata.name',
    target: namespaceKind,
    namespace: 'cluster',
    forward: { name: 'namespaces' },
    reverse: { name: 'projects' },
    source: 'openshift project/v1 Project: another view of the Namespace of that name',
  },
  {
    relation: 'namespace-requester',
    from: namespaceKind,
    path: "metadata.annotations['openshift.io/requester']",
    target: user,
    namespace: 'cluster',
    weak: true,
    source: 'openshift project/v1 ProjectRequester',
  },
  {
    relation: 'cluster-resource-quota-namespace',
    from: clusterResourceQuota,
    path: 'status.namespaces[].namespace',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'namespaces' },
    reverse: { name: 'clusterResourceQuotas' },
    source: 'openshift quota/v1 ResourceQuotaStatusByNamespace.namespace',
  },
  {
    relation: 'template-instance-secret',
    from: templateInstance,
    path: 'spec.secret.name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    reverse: { name: 'templateInstances' },
    source: 'openshift template/v1 TemplateInstanceSpec.secret: its parameters',
  },
  {
    relation: 'template-instance-object',
    from: templateInstance,
    path: 'status.objects[].ref.name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    uid: 'uid',
    weak: true,
    forward: { name: 'createdObjects' },
    source: 'openshift template/v1 TemplateInstanceObject.ref',
  },
];

export const openShiftAccessRules: readonly RelationRule[] = [...userRules, ...constraintRules, ...projectRules];
