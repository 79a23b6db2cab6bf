/** The nodes from which a volume can be reached. */
import { arrayAt } from '../../kube/safe.ts';
import { node, persistentVolume } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';
import { termRequirements } from './node-selector-terms.ts';

const RELATION = 'volume-node';

export const volumeNodeRelations: readonly CodedRelation[] = [
  {
    relation: RELATION,
    from: persistentVolume,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: 'persistentVolumes' },
    source: 'core/v1 VolumeNodeAffinity.required: terms are ORed; an empty one matches nothing',
    describe:
      '`spec.nodeAffinity.required.nodeSelectorTerms[].matchExpressions`; any of the terms selects. A term with matchFields is left out: what it names is a relation of its own',
    extract: ({ object }) => ({
      selectors: arrayAt(object, 'spec', 'nodeAffinity', 'required', 'nodeSelectorTerms').flatMap((term, index) => {
        const requirements = termRequirements(term);
        if (requirements === null) return [];
        const path = 'spec.nodeAffinity.required.nodeSelectorTerms[].matchExpressions';
        return [{ relation: RELATION, path, indexes: [index], ...node, namespace: null, requirements }];
      }),
    }),
  },
];
