import { InputError } from '../../records/input-error.ts';
import type { RelationRule } from '../rule.ts';
import { Place } from './place.ts';
import { readRule } from './read-rule.ts';

/** The user's rules as they stand in a snapshot file, which anybody may have written. Throws InputError for what cannot be rules. */
export function readStoredRules(rules: unknown): readonly RelationRule[] {
  if (!Array.isArray(rules)) throw new InputError('DAMAGED', 'Its relation rules are no list.');
  const fail = (problem: string): InputError => new InputError('DAMAGED', `Its relation rules cannot be read: ${problem}`);
  return rules.map((rule, index) => readRule(rule, new Place({ fail, path: [], label: `rule ${index + 1}: ` })));
}
