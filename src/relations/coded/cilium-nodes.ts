/** Which nodes the settings of Cilium are for. */
import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { objectAt, valueAt } from '../../kube/safe.ts';
import { node } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

interface Row {
  readonly kind: string;
  readonly path: string;
  /** What an absent selector means; an empty one means all. */
  readonly absent: 'all' | 'none';
  readonly reverse: string;
}

const rows: readonly Row[] = [
  { kind: 'CiliumBGPClusterConfig', path: 'spec.nodeSelector', absent: 'all', reverse: 'ciliumBGPClusterConfigs' },
  { kind: 'CiliumL2AnnouncementPolicy', path: 'spec.nodeSelector', absent: 'all', reverse: 'ciliumL2AnnouncementPolicies' },
  { kind: 'CiliumEgressGatewayPolicy', path: 'spec.egressGateway.nodeSelector', absent: 'none', reverse: 'ciliumEgressGatewayPolicies' },
];

export const ciliumNodeRelations: readonly CodedRelation[] = rows.map(({ kind, path, absent, reverse }): CodedRelation => {
  const from: KindKey = { group: 'cilium.io', kind };
  return {
    relation: 'cilium-node-selector',
    from,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: reverse },
    source: `cilium ${kind}Spec`,
    describe: `\`${path}\`; empty selects all, absent ${absent}`,
    extract: ({ object }) => {
      if (objectAt(object, 'spec') === undefined) return {};
      const written = valueAt(object, ...path.split('.')) ?? (absent === 'all' ? {} : undefined);
      const requirements = requirementsOf(written);
      if (requirements === null) return {};
      return { selectors: [{ relation: 'cilium-node-selector', path, indexes: [], ...node, namespace: null, requirements }] };
    },
  };
});
