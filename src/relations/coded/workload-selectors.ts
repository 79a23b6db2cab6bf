/** Maps of labels by which the kinds of Istio choose pods: WorkloadSelector, and the selector of its Gateway. */

import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { isObject, valueAt } from '../../kube/safe.ts';
import { pod } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';
import {
  authorizationPolicy,
  destinationRule,
  envoyFilter,
  istioGateway,
  peerAuthentication,
  requestAuthentication,
  serviceEntry,
  sidecar,
  telemetry,
  wasmPlugin,
  workloadEntry,
} from '../rules/istio-kinds.ts';

interface Row {
  readonly from: KindKey;
  /** Where the map of labels stands. */
  readonly path: readonly string[];
  /** What an absent or empty map selects. */
  readonly empty: 'all' | 'none';
  /** Where the selector looks. */
  readonly in: 'own namespace' | 'all namespaces';
  /** Lists of targets: with any of them the selector does not count. */
  readonly unless?: readonly string[];
  readonly reverse: string;
  readonly target?: KindKey;
  readonly source: string;
}

const TARGETS = ['targetRef', 'targetRefs'];
const own = { empty: 'all', in: 'own namespace' } as const;

/** A policy in the root namespace of the mesh is for all namespaces; which that is, no object says: its own pods alone are told. */
const rows: readonly Row[] = [
  {
    from: istioGateway,
    path: ['selector'],
    // Istio looks for the gateway's pods everywhere unless it is told otherwise.
    empty: 'all',
    in: 'all namespaces',
    reverse: 'istioGateways',
    source: 'istio networking/v1 Gateway.selector',
  },
  {
    ...own,
    from: sidecar,
    path: ['workloadSelector', 'labels'],
    reverse: 'sidecars',
    source: 'istio networking/v1 Sidecar.workloadSelector',
  },
  {
    ...own,
    from: envoyFilter,
    path: ['workloadSelector', 'labels'],
    unless: TARGETS,
    reverse: 'envoyFilters',
    source: 'istio networking/v1alpha3 EnvoyFilter.workloadSelector',
  },
  {
    ...own,
    from: authorizationPolicy,
    path: ['selector', 'matchLabels'],
    unless: TARGETS,
    reverse: 'authorizationPolicies',
    source: 'istio security/v1 AuthorizationPolicy.selector',
  },
  {
    ...own,
    from: peerAuthentication,
    path: ['selector', 'matchLabels'],
    reverse: 'peerAuthentications',
    source: 'istio security/v1 PeerAuthentication.selector',
  },
  {
    ...own,
    from: requestAuthentication,
    path: ['selector', 'matchLabels'],
    unless: TARGETS,
    reverse: 'requestAuthentications',
    source: 'istio security/v1 RequestAuthentication.selector',
  },
  {
    ...own,
    from: telemetry,
    path: ['selector', 'matchLabels'],
    unless: TARGETS,
    reverse: 'telemetries',
    source: 'istio telemetry/v1 Telemetry.selector',
  },
  {
    ...own,
    from: wasmPlugin,
    path: ['selector', 'matchLabels'],
    unless: TARGETS,
    reverse: 'wasmPlugins',
    source: 'istio extensions/v1alpha1 WasmPlugin.selector',
  },
  // For these two no selector does not mean every pod: the rule is then for all clients, the entry for its endpoints.
  {
    from: destinationRule,
    path: ['workloadSelector', 'matchLabels'],
    empty: 'none',
    in: 'own namespace',
    reverse: 'destinationRules',
    source: 'istio networking/v1 DestinationRule.workloadSelector',
  },
  ...[pod, workloadEntry].map(
    (target): Row => ({
      from: serviceEntry,
      path: ['workloadSelector', 'labels'],
      empty: 'none',
      in: 'own namespace',
      reverse: 'serviceEntries',
      target,
      source: 'istio networking/v1 ServiceEntry.workloadSelector',
    }),
  ),
];

export const workloadSelectorRelations: readonly CodedRelation[] = rows.map((row): CodedRelation => {
  const { from, path, empty, unless = [], reverse, target = pod, source } = row;
  const isPod = target === pod;
  const relation = `istio-${isPod ? 'workload' : 'workload-entry'}`;
  const dotted = ['spec', ...path].join('.');
  return {
    relation,
    from,
    target,
    selects: true,
    forward: { name: isPod ? 'pods' : 'workloadEntries' },
    reverse: { name: reverse },
    source,
    describe: `\`${dotted}\`, a map of labels in ${row.in}; absent or empty selects ${empty}${unless.length === 0 ? '' : ', and nothing beside targetRefs'}`,
    extract: ({ object, namespace }) => {
      const spec = valueAt(object, 'spec');
      if (unless.some((list) => hasAny(valueAt(spec, list)))) return {};
      const labels = valueAt(spec, ...path) ?? {};
      const requirements = requirementsOf({ matchLabels: labels });
      if (requirements === null || (requirements.length === 0 && empty === 'none')) return {};
      const scope = row.in === 'all namespaces' ? null : (namespace ?? '');
      return { selectors: [{ relation, path: dotted, indexes: [], ...target, namespace: scope, requirements }] };
    },
  };
});

function hasAny(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : isObject(value);
}
