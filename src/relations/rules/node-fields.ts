/** Nodes that the terms of a node selector name by their field `metadata.name`; what terms ask of labels is coded. */
import { node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

/** `terms` is the path of the list of terms. The values of a term are alternatives, and so are the terms. */
export function namedNodes(
  terms: string,
  rule: Pick<RelationRule, 'relation' | 'from' | 'source' | 'weak' | 'forward' | 'reverse'>,
): RelationRule {
  return {
    ...rule,
    path: `${terms}[].matchFields[].values[]`,
    target: node,
    namespace: 'cluster',
    when: [
      { path: 'key', in: ['metadata.name'] },
      { path: 'operator', in: ['In'] },
    ],
  };
}
