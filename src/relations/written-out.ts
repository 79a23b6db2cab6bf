import type { RelationRule, RuleCondition } from './rule.ts';

/** The same rule, for names that are written out: a text with `{{` is filled in later, by what runs the object, and names nothing yet. */
export function writtenOut(rule: RelationRule): RelationRule {
  const field = rule.path.split('.').at(-1) ?? rule.path;
  const condition: RuleCondition = { path: field, without: '{{' };
  return { ...rule, when: [...(rule.when ?? []), condition] };
}
