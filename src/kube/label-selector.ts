/**
 * Label selectors: kubectl's text, the API's LabelSelector, and whether labels fulfil them.
 * Source: apimachinery, pkg/labels/selector.go (NewRequirement, Matches) and pkg/apis/meta/v1/helpers.go (LabelSelectorAsSelector).
 */
import { parseInt64 } from './int64.ts';
import { parseRequirements } from './label-selector-parser.ts';
import { isLabelKey, isLabelValue } from './label-syntax.ts';
import type { Requirement } from './requirement.ts';
import { arrayAt, isObject, objectAt, stringAt, valueAt } from './safe.ts';

/**
 * kubectl's syntax: `a=b,c==d,e!=f,g in (x,y),h notin (z),i,!j,k>1,l<2`. All must hold; none for an empty text.
 * `=` and `==` become In, `!=` becomes NotIn. Throws SelectorError with the position in the text.
 */
export function parseLabelSelector(text: string): Requirement[] {
  return parseRequirements(text);
}

/**
 * The requirements of a LabelSelector (matchLabels and matchExpressions) as it stands in an object. An empty one has none, so that
 * it selects everything; null for one that is absent or malformed, which the API server would refuse and which selects nothing.
 */
export function requirementsOf(labelSelector: unknown): Requirement[] | null {
  if (!isObject(labelSelector)) return null;
  const requirements: Requirement[] = [];
  const matchLabels = valueAt(labelSelector, 'matchLabels') ?? {};
  const matchExpressions = valueAt(labelSelector, 'matchExpressions') ?? [];
  if (!isObject(matchLabels) || !Array.isArray(matchExpressions)) return null;
  for (const [key, value] of Object.entries(objectAt(labelSelector, 'matchLabels') ?? {})) {
    if (typeof value !== 'string' || !isLabelKey(key) || !isLabelValue(value)) return null;
    requirements.push({ key, operator: 'In', values: [value] });
  }
  for (const expression of arrayAt(labelSelector, 'matchExpressions')) {
    const requirement = expressionRequirement(expression);
    if (requirement === null) return null;
    requirements.push(requirement);
  }
  return requirements;
}

/** NotIn also holds where the key is absent, as do all of no requirements. */
export function matchesRequirements(labels: Readonly<Record<string, string>>, requirements: readonly Requirement[]): boolean {
  return requirements.every((requirement) => matchesRequirement(labels, requirement));
}

function matchesRequirement(labels: Readonly<Record<string, string>>, { key, operator, values }: Requirement): boolean {
  const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
  switch (operator) {
    case 'In':
      return value !== undefined && values.includes(value);
    case 'NotIn':
      return value === undefined || !values.includes(value);
    case 'Exists':
      return value !== undefined;
    case 'DoesNotExist':
      return value === undefined;
    case 'GreaterThan':
    case 'LessThan': {
      const number = parseInt64(value);
      const limit = parseInt64(values[0]);
      if (number === null || limit === null) return false;
      return operator === 'GreaterThan' ? number > limit : number < limit;
    }
  }
}

const SELECTOR_OPERATORS = ['In', 'NotIn', 'Exists', 'DoesNotExist'] as const;

function expressionRequirement(expression: unknown): Requirement | null {
  const key = stringAt(expression, 'key');
  const operator = SELECTOR_OPERATORS.find((known) => known === stringAt(expression, 'operator'));
  const values = valueAt(expression, 'values') ?? [];
  if (key === undefined || !isLabelKey(key) || operator === undefined || !Array.isArray(values)) return null;
  const texts = values.filter((value): value is string => typeof value === 'string' && isLabelValue(value));
  if (texts.length !== values.length) return null;
  const takesValues = operator === 'In' || operator === 'NotIn';
  if (takesValues !== texts.length > 0) return null;
  return { key, operator, values: texts };
}
