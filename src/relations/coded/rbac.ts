/** Names that stand for service accounts. Groups are not expanded: a ServiceAccount names its groups, a binding names the group. */
import type { KindKey } from '../../kube/kind.ts';
import { arrayAt, stringAt } from '../../kube/safe.ts';
import { clusterRoleBinding, group, roleBinding, serviceAccount } from '../kinds.ts';
import { isPointerText } from '../pointer-text.ts';
import type { CodedRelation, ReferenceDraft } from '../rule.ts';

/** `system:serviceaccount:<namespace>:<name>`; neither part can hold a colon. */
const SERVICE_ACCOUNT_USER = /^system:serviceaccount:([^:]+):([^:]+)$/;

const bindings: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: roleBinding, reverse: 'roleBindings' },
  { from: clusterRoleBinding, reverse: 'clusterRoleBindings' },
];

export const rbacRelations: readonly CodedRelation[] = [
  ...bindings.map(
    ({ from, reverse }): CodedRelation => ({
      relation: 'binding-user-service-account',
      from,
      target: serviceAccount,
      reverse: { name: reverse },
      source: 'k8s.io/apiserver authentication/serviceaccount MakeUsername',
      describe: '`subjects[].name` of a User `system:serviceaccount:<namespace>:<name>`, which is also that ServiceAccount',
      extract: ({ object }) => {
        const references: ReferenceDraft[] = [];
        for (const [index, subject] of arrayAt(object, 'subjects').entries()) {
          const user = stringAt(subject, 'name');
          if (stringAt(subject, 'kind') !== 'User' || !isPointerText(user)) continue;
          const [, namespace, name] = SERVICE_ACCOUNT_USER.exec(user) ?? [];
          if (namespace === undefined || name === undefined) continue;
          references.push({
            relation: 'binding-user-service-account',
            path: 'subjects[].name',
            indexes: [index],
            ...serviceAccount,
            namespace,
            name,
            flags: 0,
            written: user,
          });
        }
        return { references };
      },
    }),
  ),
  {
    relation: 'service-account-group',
    from: serviceAccount,
    target: group,
    source: 'k8s.io/apiserver authentication/serviceaccount MakeGroupNames',
    describe:
      'The groups that every service account is in: `system:serviceaccounts`, `system:serviceaccounts:<namespace>`, `system:authenticated`',
    extract: ({ namespace }) => {
      const groups = [
        'system:serviceaccounts',
        ...(namespace === null ? [] : [`system:serviceaccounts:${namespace}`]),
        'system:authenticated',
      ];
      return {
        references: groups.map((name) => ({
          relation: 'service-account-group',
          path: 'metadata.namespace',
          indexes: [],
          ...group,
          namespace: null,
          name,
          flags: 0,
          written: null,
        })),
      };
    },
  },
];
