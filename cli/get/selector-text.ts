/**
 * A label selector, or a plain map of labels, as kubectl prints it.
 * Source: apimachinery, pkg/apis/meta/v1/helpers.go, FormatLabelSelector.
 */

import { requirementsOf } from '../../src/kube/label-selector.ts';
import type { Requirement } from '../../src/kube/requirement.ts';
import { isObject } from '../../src/kube/safe.ts';
import { none } from './column.ts';

/** `a=b,c in (d,e),!f`; `<none>` where there is none or it is empty, `<invalid>` where it is malformed. */
export function selectorText(selector: unknown): string {
  if (!isObject(selector) || Object.keys(selector).length === 0) return none;
  if (!('matchLabels' in selector) && !('matchExpressions' in selector)) return labelsText(selector);
  const requirements = requirementsOf(selector);
  if (requirements === null) return '<invalid>';
  return requirements.length === 0 ? none : requirements.map(requirementText).join(',');
}

/** `a=b,c=d`. */
export function labelsText(labels: unknown): string {
  if (!isObject(labels) || Object.keys(labels).length === 0) return none;
  return Object.entries(labels)
    .map(([key, value]) => `${key}=${String(value)}`)
    .sort()
    .join(',');
}

function requirementText({ key, operator, values }: Requirement): string {
  switch (operator) {
    case 'In':
      return values.length === 1 ? `${key}=${values[0]}` : `${key} in (${values.join(',')})`;
    case 'NotIn':
      return `${key} notin (${values.join(',')})`;
    case 'Exists':
      return key;
    case 'DoesNotExist':
      return `!${key}`;
    case 'GreaterThan':
      return `${key}>${values[0]}`;
    case 'LessThan':
      return `${key}<${values[0]}`;
  }
}
