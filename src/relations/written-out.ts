import type { RelationRule } from './rule.ts';

/** The same rule, for names that are written out: a text with `{{` is filled in later, by what runs the object, and names nothing yet. */
export function writtenOut(rule: RelationRule): RelationRule {
  return { ...rule, when: [...(rule.when ?? []), { without: '{{' }] };
}
