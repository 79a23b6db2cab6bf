/** Who may do what: roles, bindings, their subjects, and the Secrets of service accounts. Groups are never expanded. */
import type { KindKey } from '../../kube/kind.ts';
import { cloudIdentity, clusterRole, clusterRoleBinding, group, role, roleBinding, secret, serviceAccount, user } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

interface Binding {
  readonly from: KindKey;
  readonly roles: readonly KindKey[];
  readonly reverse: string;
}

const bindings: readonly Binding[] = [
  { from: roleBinding, roles: [role, clusterRole], reverse: 'roleBindings' },
  { from: clusterRoleBinding, roles: [clusterRole], reverse: 'clusterRoleBindings' },
];

const subjects: readonly { readonly kind: string; readonly target: KindKey }[] = [
  { kind: 'User', target: user },
  { kind: 'Group', target: group },
];

export const rbacRules: readonly RelationRule[] = [
  ...bindings.flatMap(({ from, roles, reverse }): RelationRule[] => [
    {
      relation: 'binding-role',
      from,
      path: 'roleRef.name',
      target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: 'rbac.authorization.k8s.io' }, kinds: roles },
      // A Role lies in the binding's namespace; a ClusterRole in none.
      namespace: 'source',
      forward: { name: 'role', one: true },
      reverse: { name: reverse },
      source: 'rbac/v1 RoleRef: the kind decides',
    },
    {
      relation: 'binding-subject',
      from,
      path: 'subjects[].name',
      target: serviceAccount,
      namespace: { path: 'namespace' },
      when: [{ path: 'kind', in: ['ServiceAccount'] }],
      forward: { name: 'subjects' },
      reverse: { name: reverse },
      source: "rbac/v1 Subject: a ServiceAccount without a namespace lies in the binding's",
    },
    {
      relation: 'binding-user-service-account',
      from,
      path: 'subjects[].name',
      // Neither part can hold a colon.
      pattern: 'system:serviceaccount:(?<namespace>[^:]+):(?<name>[^:]+)',
      target: serviceAccount,
      namespace: 'cluster',
      when: [{ path: 'kind', in: ['User'] }],
      reverse: { name: reverse },
      source: 'k8s.io/apiserver authentication/serviceaccount MakeUsername: that user is also that ServiceAccount',
    },
    ...subjects.map(
      ({ kind, target }): RelationRule => ({
        relation: 'binding-subject',
        from,
        path: 'subjects[].name',
        target,
        namespace: 'cluster',
        when: [{ path: 'kind', in: [kind] }],
        forward: { name: 'subjects' },
        source: 'rbac/v1 Subject',
      }),
    ),
  ]),
  ...['secrets', 'imagePullSecrets'].map(
    (list): RelationRule => ({
      relation: 'service-account-secret',
      from: serviceAccount,
      path: `${list}[].name`,
      target: secret,
      namespace: 'source',
      forward: { name: 'secrets' },
      reverse: { name: 'serviceAccounts' },
      source: `core/v1 ServiceAccount.${list}`,
    }),
  ),
  {
    relation: 'token-secret-service-account',
    from: secret,
    path: "metadata.annotations['kubernetes.io/service-account.name']",
    target: serviceAccount,
    namespace: 'source',
    uid: "['kubernetes.io/service-account.uid']",
    when: [{ path: '$.type', in: ['kubernetes.io/service-account-token'] }],
    forward: { name: 'serviceAccount', one: true },
    reverse: { name: 'tokenSecrets' },
    source: 'core/v1 SecretTypeServiceAccountToken',
  },
  ...['eks.amazonaws.com/role-arn', 'iam.gke.io/gcp-service-account', 'azure.workload.identity/client-id'].map(
    (annotation): RelationRule => ({
      relation: 'service-account-cloud-identity',
      from: serviceAccount,
      path: `metadata.annotations['${annotation}']`,
      target: cloudIdentity,
      namespace: 'cluster',
      source: 'Workload identity of EKS (IRSA), GKE and AKS',
    }),
  ),
];
