/** The groups of service accounts. They are not expanded: a ServiceAccount names its groups, a binding names the group. */
import { group, serviceAccount } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

export const rbacRelations: readonly CodedRelation[] = [
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
