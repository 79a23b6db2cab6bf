/** Label selectors of OpenShift: which machines a set has, which nodes and configurations a pool. */
import type { KindKey } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { valueAt } from '../../kube/safe.ts';
import { node } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';
import { machineConfigurationKind, machineKind } from '../rules/openshift-kinds.ts';

interface Row {
  readonly relation: string;
  readonly from: KindKey;
  readonly path: string;
  readonly target: KindKey;
  readonly forward: string;
  readonly reverse: string;
  /** What an empty selector selects; an absent one selects nothing. */
  readonly empty: 'all' | 'none';
  readonly source: string;
}

const machine = machineKind('Machine');
const machineConfigPool = machineConfigurationKind('MachineConfigPool');

/** An empty selector matches nothing, say the controllers, so that nothing has everything by mistake; a MachineHealthCheck says all. */
const rows: readonly Row[] = [
  ...(
    [
      ['MachineSet', 'openShiftMachineSets'],
      ['ControlPlaneMachineSet', 'controlPlaneMachineSets'],
      ['MachineHealthCheck', 'openShiftMachineHealthChecks'],
    ] as const
  ).map(
    ([kind, reverse]): Row => ({
      relation: 'openshift-machine-selector',
      from: machineKind(kind),
      path: 'spec.selector',
      target: machine,
      forward: 'openShiftMachines',
      reverse,
      empty: kind === 'MachineHealthCheck' ? 'all' : 'none',
      source: `openshift machine ${kind}Spec.selector`,
    }),
  ),
  {
    relation: 'machine-config-pool-node',
    from: machineConfigPool,
    path: 'spec.nodeSelector',
    target: node,
    forward: 'nodes',
    reverse: 'machineConfigPools',
    empty: 'none',
    source: 'openshift machineconfiguration/v1 MachineConfigPoolSpec.nodeSelector: a node that two pools select is of the custom one',
  },
  {
    relation: 'machine-config-pool-config',
    from: machineConfigPool,
    path: 'spec.machineConfigSelector',
    target: machineConfigurationKind('MachineConfig'),
    forward: 'selectedMachineConfigs',
    reverse: 'selectingMachineConfigPools',
    empty: 'none',
    source: 'openshift machineconfiguration/v1 MachineConfigPoolSpec.machineConfigSelector',
  },
  ...['KubeletConfig', 'ContainerRuntimeConfig'].map(
    (kind): Row => ({
      relation: 'machine-config-pool-setting',
      from: machineConfigurationKind(kind),
      path: 'spec.machineConfigPoolSelector',
      target: machineConfigPool,
      forward: 'machineConfigPools',
      reverse: `${kind.charAt(0).toLowerCase()}${kind.slice(1)}s`,
      empty: 'none',
      source: `openshift machineconfiguration/v1 ${kind}Spec.machineConfigPoolSelector: nil selects no pool`,
    }),
  ),
];

export const openShiftSelectorRelations: readonly CodedRelation[] = rows.map((row): CodedRelation => {
  const { relation, from, path, target, empty } = row;
  return {
    relation,
    from,
    target,
    selects: true,
    forward: { name: row.forward },
    reverse: { name: row.reverse },
    source: row.source,
    describe: `\`${path}\`; empty selects ${empty}, absent none`,
    extract: ({ object, namespace }) => {
      const requirements = requirementsOf(valueAt(object, ...path.split('.')));
      if (requirements === null || (requirements.length === 0 && empty === 'none')) return {};
      // Machines lie in the namespace of what selects them; nodes, pools and configurations in none.
      const scope = target === machine ? (namespace ?? '') : null;
      return { selectors: [{ relation, path, indexes: [], ...target, namespace: scope, requirements }] };
    },
  };
});
