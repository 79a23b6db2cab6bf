/** Files of rules for tests, and what is said of them. */
import { InputError } from '../../../records/input-error.ts';
import type { RelationRule } from '../../rule.ts';
import { readRelationRules } from '../read-relation-rules.ts';

export function read(text: string, before: readonly RelationRule[] = []): readonly RelationRule[] {
  return readRelationRules({ text, file: 'rules.yaml', before, clashOf: () => null });
}

/** The message without the file's name; of rules that can be read `none`. */
export function problem(text: string): string {
  try {
    read(text);
  } catch (error) {
    if (error instanceof InputError && error.code === 'UNREADABLE' && error.message.startsWith('rules.yaml: '))
      return error.message.slice('rules.yaml: '.length);
    throw error;
  }
  return 'none';
}

export const RULE = { relation: 'shop-secret', from: 'Shop.shop.example.com', path: 'spec.secret', target: 'Secret' };

/** A file of one rule, which stands on the third line: RULE with other fields. */
export function ruleWith(fields: Readonly<Record<string, unknown>>): string {
  return `rules:\n\n  - ${JSON.stringify({ ...RULE, ...fields })}\n`;
}
