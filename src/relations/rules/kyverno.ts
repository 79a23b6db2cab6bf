/** Kyverno: which policies an exception is from, and whose work an UpdateRequest is. */
import type { KindKey } from '../../kube/kind.ts';
import type { RelationRule } from '../rule.ts';

const kyverno = (kind: string): KindKey => ({ group: 'kyverno.io', kind });

/** A Policy of a namespace is written with it. Wildcards name none. */
const written: readonly { readonly target: KindKey; readonly forward: string; readonly pattern: string }[] = [
  { target: kyverno('ClusterPolicy'), forward: 'clusterPolicies', pattern: '(?<name>[^/*?]+)' },
  { target: kyverno('Policy'), forward: 'policies', pattern: '(?<namespace>[^/*?]+)/(?<name>[^/*?]+)' },
];

const named: readonly {
  readonly kind: string;
  readonly path: string;
  readonly reverse: string;
  readonly weak?: true;
  readonly source: string;
}[] = [
  {
    kind: 'PolicyException',
    path: 'spec.exceptions[].policyName',
    reverse: 'policyExceptions',
    source: 'kyverno v2 Exception.policyName',
  },
  // It may be worked off after the policy has gone.
  { kind: 'UpdateRequest', path: 'spec.policy', reverse: 'updateRequests', weak: true, source: 'kyverno v2 UpdateRequestSpec.policy' },
];

export const kyvernoRules: readonly RelationRule[] = named.flatMap(({ kind, path, reverse, weak, source }) =>
  written.map(
    ({ target, forward, pattern }): RelationRule => ({
      relation: 'kyverno-policy',
      from: kyverno(kind),
      path,
      pattern,
      target,
      namespace: 'cluster',
      ...(weak === undefined ? {} : { weak }),
      forward: { name: forward },
      reverse: { name: reverse },
      source: `${source}: the name, or namespace and name`,
    }),
  ),
);
