/** Node selectors: requirements like those of labels, and Gt and Lt beside them. Source: core/v1 NodeSelectorTerm. */
import { parseInt64 } from '../../kube/int64.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import { arrayAt, stringAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';

/** All must hold. null for a term that selects nothing (it is empty or malformed), or that asks for fields, which no selector of labels can. */
export function termRequirements(term: JsonValue): readonly Requirement[] | null {
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
