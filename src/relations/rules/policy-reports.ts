/** What policy engines found: reports, Gatekeeper's constraints, and what Kyverno made. Findings are history: what they name may be gone. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, namespaceKind } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const report = (kind: string): KindKey => ({ group: 'wgpolicyk8s.io', kind });
const openReport = (kind: string): KindKey => ({ group: 'openreports.io', kind });
const kyverno = (kind: string): KindKey => ({ group: 'kyverno.io', kind });
const policy = kyverno('Policy');
const clusterPolicy = kyverno('ClusterPolicy');

const reports: readonly KindKey[] = [
  report('PolicyReport'),
  report('ClusterPolicyReport'),
  openReport('Report'),
  openReport('ClusterReport'),
];

const toObject = {
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
  namespace: { path: 'namespace' },
  uid: 'uid',
  weak: true,
} as const;

export const policyReportRules: readonly RelationRule[] = [
  {
    ...toObject,
    relation: 'policy-report-scope',
    from: reports,
    path: 'scope.name',
    forward: { name: 'scopeObject', one: true },
    source: 'wg-policy v1alpha2 PolicyReport.scope: an ObjectReference',
  },
  {
    ...toObject,
    relation: 'policy-report-result',
    from: reports,
    path: 'results[].resources[].name',
    forward: { name: 'resources' },
    source: 'wg-policy v1alpha2 PolicyReportResult.resources (subjects): ObjectReferences',
  },
  {
    relation: 'policy-violation',
    from: { groups: ['constraints.gatekeeper.sh'] },
    path: 'status.violations[].name',
    target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
    namespace: { path: 'namespace' },
    weak: true,
    source: 'gatekeeper pkg/audit StatusViolation: group, version, kind, namespace, name',
  },
  {
    relation: 'constraint-namespace',
    from: { groups: ['constraints.gatekeeper.sh'] },
    path: 'spec.match.namespaces[]',
    // A name may begin or end with `*`: it then stands for many.
    pattern: '(?<name>[^*]+)',
    target: namespaceKind,
    namespace: 'cluster',
    weak: true,
    source: 'gatekeeper docs: spec.match.namespaces',
  },
  {
    relation: 'kyverno-generated-by',
    from: '*',
    path: "metadata.labels['generate.kyverno.io/policy-name']",
    target: clusterPolicy,
    namespace: 'cluster',
    when: [{ path: "['generate.kyverno.io/policy-namespace']", in: [''] }],
    weak: true,
    source: 'kyverno pkg/background/common labels.go: GeneratePolicyLabel',
  },
  {
    relation: 'kyverno-generated-by',
    from: '*',
    path: "metadata.labels['generate.kyverno.io/policy-name']",
    target: policy,
    namespace: { path: "['generate.kyverno.io/policy-namespace']" },
    when: [{ path: "['generate.kyverno.io/policy-namespace']", notIn: [''] }],
    weak: true,
    source: 'kyverno pkg/background/common labels.go: GeneratePolicyNamespaceLabel',
  },
  ...[policy, clusterPolicy].map(
    (from): RelationRule => ({
      relation: 'kyverno-context',
      from,
      path: 'spec.rules[].context[].configMap.name',
      target: configMap,
      namespace: { path: 'namespace' },
      // A variable is resolved for each request.
      pattern: '(?<name>[^{}]+)',
      forward: { name: 'configMaps' },
      reverse: { name: from === policy ? 'policies' : 'clusterPolicies' },
      source: 'kyverno.io/v1 ConfigMapReference',
    }),
  ),
];
