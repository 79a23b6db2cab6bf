/** The nodes from which a volume can be reached. */
import { parseInt64 } from '../../kube/int64.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { arrayAt, stringAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import { node, persistentVolume } from '../kinds.ts';
import type { CodedRelation } from '../rule.ts';

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
      '`spec.nodeAffinity.required.nodeSelectorTerms[].matchExpressions`; any of the terms selects. A term with matchFields is left out',
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

function termRequirements(term: JsonValue): readonly Requirement[] | null {
  const expressions = arrayAt(term, 'matchExpressions');
  if (expressions.length === 0 || arrayAt(term, 'matchFields').length > 0) return null;
  const requirements: Requirement[] = [];
  for (const expression of expressions) {
    const requirement = comparison(expression) ?? requirementsOf({ matchExpressions: [expression] })?.[0];
    if (requirement === undefined) return null;
    requirements.push(requirement);
  }
  return requirements;
}

const COMPARISONS: ReadonlyMap<string, 'GreaterThan' | 'LessThan'> = new Map([
  ['Gt', 'GreaterThan'],
  ['Lt', 'LessThan'],
]);

/** Gt and Lt, which node selectors have and label selectors have not. */
function comparison(expression: JsonValue): Requirement | undefined {
  const key = stringAt(expression, 'key');
  const operator = COMPARISONS.get(stringAt(expression, 'operator') ?? '');
  const [limit, ...more] = arrayAt(expression, 'values');
  if (key === undefined || operator === undefined || typeof limit !== 'string' || more.length > 0 || parseInt64(limit) === null)
    return undefined;
  return { key, operator, values: [limit] };
}
