/** What claims, classes and capacities choose by labels: volumes to be bound to, and nodes from which storage can be reached. */
import { requirementsOf } from '../../kube/label-selector.ts';
import { arrayAt, valueAt } from '../../kube/safe.ts';
import { csiStorageCapacity, node, persistentVolume, persistentVolumeClaim, storageClass } from '../kinds.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';

const VOLUMES = 'claim-selected-volume';
const CAPACITY = 'csi-storage-capacity-node';
const TOPOLOGY = 'storage-class-node';

export const storageTopologyRelations: readonly CodedRelation[] = [
  {
    relation: VOLUMES,
    from: persistentVolumeClaim,
    target: persistentVolume,
    selects: true,
    forward: { name: 'selectedVolumes' },
    reverse: { name: 'selectingClaims' },
    source: 'core/v1 PersistentVolumeClaimSpec.selector: volumes to consider for binding; class, size and modes are not compared',
    describe: '`spec.selector`; empty selects all, nil chooses by nothing and is left out',
    extract: ({ object }) => {
      const requirements = requirementsOf(valueAt(object, 'spec', 'selector'));
      if (requirements === null) return {};
      return { selectors: [{ relation: VOLUMES, path: 'spec.selector', indexes: [], ...persistentVolume, namespace: null, requirements }] };
    },
  },
  {
    relation: CAPACITY,
    from: csiStorageCapacity,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: 'csiStorageCapacities' },
    source: 'storage/v1 CSIStorageCapacity.nodeTopology',
    describe: '`nodeTopology`; empty selects every node, nil none',
    extract: ({ object }) => {
      const requirements = requirementsOf(valueAt(object, 'nodeTopology'));
      if (requirements === null) return {};
      return { selectors: [{ relation: CAPACITY, path: 'nodeTopology', indexes: [], ...node, namespace: null, requirements }] };
    },
  },
  {
    relation: TOPOLOGY,
    from: storageClass,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: 'storageClasses' },
    source: 'storage/v1 StorageClass.allowedTopologies: terms are ORed, an empty term matches nothing',
    describe:
      '`allowedTopologies[].matchLabelExpressions[]`; any of the terms selects. A class without any restricts nothing and is left out',
    extract: ({ object }) => ({
      selectors: arrayAt(object, 'allowedTopologies').flatMap((term, index): SelectorDraft[] => {
        const expressions = arrayAt(term, 'matchLabelExpressions');
        const matchExpressions = expressions.map((expression) => ({
          key: valueAt(expression, 'key'),
          operator: 'In',
          values: valueAt(expression, 'values'),
        }));
        const requirements = expressions.length === 0 ? null : requirementsOf({ matchExpressions });
        if (requirements === null) return [];
        const path = 'allowedTopologies[].matchLabelExpressions';
        return [{ relation: TOPOLOGY, path, indexes: [index], ...node, namespace: null, requirements }];
      }),
    }),
  },
];
