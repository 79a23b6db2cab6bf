/** The nodes that reach devices, where their labels say which: of a ResourceSlice and its devices, and of what was allocated to a ResourceClaim. */
import { arrayAt, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { node, resourceClaim, resourceSlice } from '../kinds.ts';
import type { CodedRelation, SelectorDraft } from '../rule.ts';
import { termRequirements } from './node-selector-terms.ts';

const SLICE = 'resource-slice-accessible-node';
const CLAIM = 'resource-claim-accessible-node';

export const deviceNodeRelations: readonly CodedRelation[] = [
  {
    relation: SLICE,
    from: resourceSlice,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: 'resourceSlices' },
    source: 'resource/v1 ResourceSliceSpec.allNodes, .nodeSelector; Device.allNodes, .nodeSelector',
    describe:
      '`nodeSelector.nodeSelectorTerms[].matchExpressions` of `spec` and of `spec.devices[]`, and every node where they say `allNodes`; a term with matchFields is left out: what it names is a relation of its own',
    extract: ({ object }) => {
      const devices = arrayAt(object, 'spec', 'devices').map((holder, index) => ({ holder, path: 'spec.devices[]', indexes: [index] }));
      const holders = [{ holder: valueAt(object, 'spec') ?? null, path: 'spec', indexes: [] }, ...devices];
      return { selectors: holders.flatMap(({ holder, path, indexes }) => nodesOf({ relation: SLICE, holder, path, indexes })) };
    },
  },
  {
    relation: CLAIM,
    from: resourceClaim,
    target: node,
    selects: true,
    forward: { name: 'nodes' },
    reverse: { name: 'resourceClaims' },
    source: 'resource/v1 AllocationResult.nodeSelector',
    describe:
      '`status.allocation.nodeSelector.nodeSelectorTerms[].matchExpressions`; of a claim without a selector nothing is told. A term with matchFields is left out: what it names is a relation of its own',
    extract: ({ object }) => {
      const holder = valueAt(object, 'status', 'allocation') ?? null;
      return { selectors: nodesOf({ relation: CLAIM, holder, path: 'status.allocation', indexes: [] }) };
    },
  },
];

function nodesOf(from: { relation: string; holder: JsonValue; path: string; indexes: readonly number[] }): readonly SelectorDraft[] {
  const { relation, holder, path, indexes } = from;
  const draft = { relation, ...node, namespace: null };
  if (valueAt(holder, 'allNodes') === true) return [{ ...draft, path: `${path}.allNodes`, indexes, requirements: [] }];
  return arrayAt(holder, 'nodeSelector', 'nodeSelectorTerms').flatMap((term, index): SelectorDraft[] => {
    const requirements = termRequirements(term);
    if (requirements === null) return [];
    return [{ ...draft, path: `${path}.nodeSelector.nodeSelectorTerms[].matchExpressions`, indexes: [...indexes, index], requirements }];
  });
}
