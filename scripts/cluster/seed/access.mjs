/** Who an app is, and what it may do. */

const group = 'rbac.authorization.k8s.io';

/** @param {Pick<import('./app.mjs').App, 'name' | 'namespace'>} app */
export function serviceAccount({ name, namespace }) {
  return { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } };
}

/** @param {import('./app.mjs').App} app @returns {import('../types.ts').NewObject[]} */
export function roleAndBinding({ name, namespace, labels }) {
  const rules = [{ apiGroups: [''], resources: ['configmaps', 'secrets'], verbs: ['get', 'list', 'watch'] }];
  return [
    { apiVersion: `${group}/v1`, kind: 'Role', metadata: { name, namespace, labels }, rules },
    {
      apiVersion: `${group}/v1`,
      kind: 'RoleBinding',
      metadata: { name, namespace, labels },
      roleRef: { apiGroup: group, kind: 'Role', name },
      subjects: [{ kind: 'ServiceAccount', name, namespace }],
    },
  ];
}
