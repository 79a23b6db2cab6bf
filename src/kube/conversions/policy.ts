/** PodDisruptionBudget. */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { isObject, objectAt, stringAt, valueAt } from '../safe.ts';
import type { Conversion } from './conversion.ts';
import { editAt } from './edit.ts';

export const policyConversions: readonly Conversion[] = [
  {
    from: ['policy/v1beta1/PodDisruptionBudget', 'policy/v1alpha1/PodDisruptionBudget'],
    convert: (budget) => editAt(budget, 'spec', (spec) => convertSelector(spec)),
    source: 'kubernetes, pkg/apis/policy/v1beta1/conversion.go and pkg/apis/policy/helper.go',
  },
];

const LABEL = 'pdb.kubernetes.io/deprecated-v1beta1-empty-selector-match';

/**
 * `{}` selected no pod in v1beta1 and selects every pod in v1: it becomes a selector that no pod fulfils. What meant every pod in
 * v1beta1 (that label must not be there) becomes `{}`; the label is for nothing else.
 */
function convertSelector(spec: JsonObject): JsonObject {
  const selector = objectAt(spec, 'selector');
  if (selector === undefined) return spec;
  const expressions = valueAt(selector, 'matchExpressions') ?? [];
  if (!Array.isArray(expressions)) return spec;
  if (isEmpty(valueAt(selector, 'matchLabels'))) {
    if (expressions.length === 0) return { ...spec, selector: { matchExpressions: [{ key: LABEL, operator: 'Exists' }] } };
    if (expressions.length === 1 && isLabelAbsent(expressions[0])) return { ...spec, selector: {} };
  }
  if (!expressions.some(isOnLabel)) return spec;
  return { ...spec, selector: { ...selector, matchExpressions: expressions.filter((expression) => !isOnLabel(expression)) } };
}

function isEmpty(labels: JsonValue | undefined): boolean {
  return labels === undefined || labels === null || (isObject(labels) && Object.keys(labels).length === 0);
}

function isOnLabel(expression: JsonValue | undefined): boolean {
  return stringAt(expression, 'key') === LABEL;
}

function isLabelAbsent(expression: JsonValue | undefined): boolean {
  const values = valueAt(expression, 'values') ?? [];
  return isOnLabel(expression) && stringAt(expression, 'operator') === 'DoesNotExist' && Array.isArray(values) && values.length === 0;
}
