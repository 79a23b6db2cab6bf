import type { MissingTarget } from '../../../../health/input.ts';
import { ReferenceFlag } from '../../../../relations/rule.ts';
import { FlawCode, PresenceCode } from '../../../codes.ts';
import { filledPath } from '../../../read/reference-row.ts';
import type { Gather } from '../health-context.ts';

/** Proved, not optional, and not of a moment in which either may have changed. */
export const missing: Gather<'missing'> = ({ read: { statements, names } }, { id, needs }) => {
  const find = statements.raw<[number, string | null, string | null, number, number, string]>(MISSING);
  return needs.flatMap(({ relation, but }) =>
    find.all(id, names.relationId(relation) ?? 0).flatMap(([path, indexes, key, flaw, kind, name]): MissingTarget[] => {
      if (but !== undefined && names.path(path).startsWith(but)) return [];
      const isKey = flaw === FlawCode.KEY_MISSING;
      return [{ kind: names.kind(kind).kind, name, key: isKey ? key : null, path: filledPath(names.path(path), indexes) }];
    }),
  );
};

const MISSING = `
SELECT r.path, r.indexes, r.target_key, r.flaw, o.kind, o.name FROM reference r CROSS JOIN object o ON o.id = r.target
WHERE r.source = ? AND r.relation = ? AND r.flags & ${ReferenceFlag.optional | ReferenceFlag.weak | ReferenceFlag.raced} = 0
  AND (r.flaw = ${FlawCode.KEY_MISSING} AND o.presence = ${PresenceCode.PRESENT} OR r.flaw = 0 AND o.presence = ${PresenceCode.MISSING})
ORDER BY r.ordinal LIMIT 10`;
