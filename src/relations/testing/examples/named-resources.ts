import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const rule = (apiGroups: string[], resources: string[], resourceNames?: string[]): JsonObject => ({
  apiGroups,
  resources,
  verbs: ['get'],
  ...(resourceNames === undefined ? {} : { resourceNames }),
});
const role = (name: string, ...rules: JsonObject[]): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'Role',
  metadata: { name, namespace: 'shop' },
  rules,
});
const clusterRole = (name: string, ...rules: JsonObject[]): JsonObject => ({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name },
  rules,
});

export const namedResourceExamples: readonly Example[] = [
  {
    object: role(
      'of-some',
      rule([''], ['configmaps', 'secrets'], ['settings']),
      rule([''], ['pods', 'pods/log', 'pods/exec'], ['web-0', 'web-1']),
      rule(['apps', 'extensions'], ['deployments/scale'], ['web']),
    ),
    pointers: [
      'role-named-object rules[0].resourceNames[0] → ConfigMap shop/settings [weak]',
      'role-named-object rules[0].resourceNames[0] → Secret shop/settings [weak]',
      'role-named-object rules[1].resourceNames[0] → Pod shop/web-0 [weak]',
      'role-named-object rules[1].resourceNames[1] → Pod shop/web-1 [weak]',
      'role-named-object rules[2].resourceNames[0] → Deployment.apps shop/web [weak]',
    ],
  },
  {
    object: role(
      'of-none',
      rule([''], ['secrets']),
      rule(['*'], ['*'], ['settings']),
      rule([''], ['*'], ['settings']),
      rule([''], ['*/scale'], ['settings']),
      rule([''], ['nodes', 'namespaces'], ['worker-a1']),
      rule([''], ['users'], ['dana@example.com']),
      rule(['apps'], ['secrets'], ['settings']),
      rule(['example.com'], ['shops'], ['main']),
    ),
    pointers: [],
  },
  {
    object: clusterRole(
      'of-some',
      rule([''], ['nodes/proxy'], ['worker-a1']),
      rule(['policy'], ['podsecuritypolicies'], ['restricted']),
      rule([''], ['users', 'groups', 'serviceaccounts'], ['dana@example.com']),
    ),
    pointers: [
      'role-named-object rules[0].resourceNames[0] → Node worker-a1 [weak]',
      'role-named-object rules[1].resourceNames[0] → PodSecurityPolicy.policy restricted [weak]',
      'role-named-object rules[2].resourceNames[0] → User.external dana@example.com [weak]',
      'role-named-object rules[2].resourceNames[0] → Group.external dana@example.com [weak]',
    ],
  },
  {
    object: clusterRole(
      'of-none',
      rule([''], ['secrets'], ['settings']),
      rule([''], ['nodes']),
      rule(['example.com'], ['users'], ['dana']),
    ),
    pointers: [],
  },
];
