/** What the rules of RBAC allow. Source: kubernetes, pkg/registry/rbac/validation; pkg/apis/rbac/v1/evaluation_helpers.go. */
import type { Manifest } from './manifests.ts';

export interface PolicyRule {
  readonly apiGroups?: readonly string[];
  readonly resources?: readonly string[];
  readonly resourceNames?: readonly string[];
  readonly verbs: readonly string[];
}

export interface Wanted {
  readonly verb: string;
  readonly group: string;
  /** `pods`, `pods/log`. */
  readonly resource: string;
  /** Of a list there is none. */
  readonly name?: string;
}

/** All rules that a ServiceAccount is bound to across the cluster. */
export function rulesOf(manifests: readonly Manifest[], account: string): readonly PolicyRule[] {
  const bindings = manifests.filter(({ kind, subjects }) => kind === 'ClusterRoleBinding' && names(subjects as Named[]).includes(account));
  const roles = manifests.filter(({ kind }) => kind === 'ClusterRole');
  return bindings.flatMap(({ roleRef }) => {
    const role = roles.find(({ metadata }) => metadata.name === (roleRef as Named).name);
    if (role === undefined) throw new Error(`A binding names the role ${(roleRef as Named).name}, which is not there.`);
    return rulesOfRole(role, roles);
  });
}

export function isAllowed(rules: readonly PolicyRule[], wanted: Wanted): boolean {
  return rules.some((rule) => fits(rule, wanted));
}

interface Named {
  readonly name: string;
}

function names(list: readonly Named[]): string[] {
  return list.map(({ name }) => name);
}

interface AggregationRule {
  readonly clusterRoleSelectors: readonly { readonly matchLabels: Readonly<Record<string, string>> }[];
}

function rulesOfRole(role: Manifest, roles: readonly Manifest[]): readonly PolicyRule[] {
  const aggregation = role['aggregationRule'] as AggregationRule | undefined;
  if (aggregation === undefined) return role['rules'] as PolicyRule[];
  const selected = roles.filter(({ metadata }) =>
    aggregation.clusterRoleSelectors.some(({ matchLabels }) =>
      Object.entries(matchLabels).every(([label, value]) => metadata.labels?.[label] === value),
    ),
  );
  return selected.flatMap((other) => rulesOfRole(other, roles));
}

function fits(rule: PolicyRule, { verb, group, resource, name }: Wanted): boolean {
  const has = (list: readonly string[] | undefined, value: string): boolean => list?.includes('*') || list?.includes(value) || false;
  const subresource = resource.includes('/') ? `*/${resource.split('/')[1]}` : resource;
  const isNamed = rule.resourceNames === undefined || (name !== undefined && rule.resourceNames.includes(name));
  return (
    has(rule.verbs, verb) && has(rule.apiGroups, group) && (has(rule.resources, resource) || has(rule.resources, subresource)) && isNamed
  );
}
