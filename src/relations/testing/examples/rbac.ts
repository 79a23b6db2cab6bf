import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonValue } from '../../../records/record.ts';

const apiGroup = 'rbac.authorization.k8s.io';
const binding = (kind: string, name: string, roleKind: string, subjects: JsonValue) => ({
  apiVersion: `${apiGroup}/v1`,
  kind,
  metadata: kind === 'RoleBinding' ? { name, namespace: 'payments' } : { name },
  roleRef: { apiGroup, kind: roleKind, name: 'reader' },
  subjects,
});

const deployer = { kind: 'ServiceAccount', name: 'deployer', namespace: 'shop-system' };
const people = [
  { kind: 'User', apiGroup, name: 'dana@example.com' },
  { kind: 'Group', apiGroup, name: 'system:serviceaccounts' },
];
const subjects = [deployer, { kind: 'ServiceAccount', name: 'local' }, ...people];

const strangers = [
  'binding-subject subjects[2].name → User.external dana@example.com',
  'binding-subject subjects[3].name → Group.external system:serviceaccounts',
];

export const rbacExamples: readonly Example[] = [
  {
    object: binding('RoleBinding', 'to-role', 'Role', subjects),
    pointers: [
      `binding-role roleRef.name → Role.${apiGroup} payments/reader`,
      'binding-subject subjects[0].name → ServiceAccount shop-system/deployer',
      'binding-subject subjects[1].name → ServiceAccount payments/local',
      ...strangers,
    ],
  },
  {
    // A cluster role has no namespace: the store drops the binding's.
    object: binding('RoleBinding', 'to-cluster-role', 'ClusterRole', null),
    pointers: [`binding-role roleRef.name → ClusterRole.${apiGroup} payments/reader`],
  },
  {
    object: binding('ClusterRoleBinding', 'cluster', 'ClusterRole', [
      deployer,
      ...people,
      { kind: 'User', apiGroup, name: 'deployer', namespace: 'shop' },
    ]),
    pointers: [
      `binding-role roleRef.name → ClusterRole.${apiGroup} reader`,
      'binding-subject subjects[0].name → ServiceAccount shop-system/deployer',
      'binding-subject subjects[1].name → User.external dana@example.com',
      'binding-subject subjects[2].name → Group.external system:serviceaccounts',
      'binding-subject subjects[3].name → User.external deployer',
    ],
  },
  // A ServiceAccount without a namespace is no subject of a ClusterRoleBinding.
  { object: binding('ClusterRoleBinding', 'without-namespace', 'Robot', [{ kind: 'ServiceAccount', name: 'local' }]), pointers: [] },
  {
    object: binding('RoleBinding', 'of-robots', 'Robot', [{ kind: 'Robot', name: 'unknown' }]),
    pointers: [],
  },
  ...['RoleBinding', 'ClusterRoleBinding'].map((kind): Example => {
    const users = ['shop:web', 'shop', 'shop:web:more', ':web'].map((name) => `system:serviceaccount:${name}`);
    return {
      object: binding(kind, 'users', 'ClusterRole', [
        ...users.map((name) => ({ kind: 'User', apiGroup, name })),
        { kind: 'Group', apiGroup, name: 'system:serviceaccount:shop:web' },
      ]),
      pointers: [
        `binding-role roleRef.name → ClusterRole.${apiGroup} ${kind === 'RoleBinding' ? 'payments/' : ''}reader`,
        'binding-user-service-account subjects[0].name → ServiceAccount shop/web',
        ...users.map((name, index) => `binding-subject subjects[${index}].name → User.external ${name}`),
        'binding-subject subjects[4].name → Group.external system:serviceaccount:shop:web',
      ],
    };
  }),
  { object: binding('ClusterRoleBinding', 'a-role-is-not-allowed-here', 'Role', []), pointers: [] },
  {
    object: {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: {
        name: 'deployer',
        namespace: 'shop-system',
        annotations: {
          'eks.amazonaws.com/role-arn': 'arn:aws:iam::1:role/deployer',
          'iam.gke.io/gcp-service-account': 'deployer@project.iam.gserviceaccount.com',
          'azure.workload.identity/client-id': '0000-1111',
        },
      },
      secrets: [{ name: 'deployer-token' }],
      imagePullSecrets: [{ name: 'pull' }],
    },
    pointers: [
      'service-account-secret secrets[0].name → Secret shop-system/deployer-token',
      'service-account-secret imagePullSecrets[0].name → Secret shop-system/pull',
      "service-account-cloud-identity metadata.annotations['eks.amazonaws.com/role-arn'] → CloudIdentity.external arn:aws:iam::1:role/deployer",
      "service-account-cloud-identity metadata.annotations['iam.gke.io/gcp-service-account'] → CloudIdentity.external deployer@project.iam.gserviceaccount.com",
      "service-account-cloud-identity metadata.annotations['azure.workload.identity/client-id'] → CloudIdentity.external 0000-1111",
    ],
  },
  ...(
    [
      [
        'token',
        'kubernetes.io/service-account-token',
        ["token-secret-service-account metadata.annotations['kubernetes.io/service-account.name'] → ServiceAccount shop/web uid=u1"],
      ],
      ['opaque', 'Opaque', []],
    ] as const
  ).map(([name, type, pointers]) => ({
    object: {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: {
        name,
        namespace: 'shop',
        annotations: { 'kubernetes.io/service-account.name': 'web', 'kubernetes.io/service-account.uid': 'u1' },
      },
      type,
    },
    pointers,
  })),
];
