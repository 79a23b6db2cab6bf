import { InputError } from '../../records/input-error.ts';
import type { RelationRule } from '../../relations/rule.ts';
import type { Snapshot } from '../../store/reader.ts';
import { createTakenFields } from './taken-fields.ts';

/**
 * The rules of users under which any of the snapshots was imported: of one schema for all of them.
 * Throws InputError where the fields of two snapshots' rules exclude each other.
 */
export function userRulesOf(snapshots: readonly Snapshot[]): readonly RelationRule[] {
  const rules = new Map<string, RelationRule>();
  const ruled = snapshots.filter(({ info }) => info.userRules.length > 0);
  if (ruled.length === 0) return [];
  const taken = createTakenFields();
  for (const { info } of ruled) {
    for (const rule of info.userRules) {
      const text = JSON.stringify(rule);
      if (rules.has(text)) continue;
      const clash = taken.add(rule);
      if (clash !== null)
        throw new InputError(
          'UNREADABLE',
          `The snapshot "${info.name}" was imported under rules that do not fit here. Relation ${rule.relation}, "${clash.field}": ${clash.problem} Then import it again, or open it alone.`,
        );
      rules.set(text, rule);
    }
  }
  return [...rules.values()];
}
