import type { Backend } from '../../../../health/input.ts';
import { ReferenceFlag } from '../../../../relations/rule.ts';
import { healthOf, PresenceCode } from '../../../codes.ts';
import { filledPath } from '../../../read/reference-row.ts';
import type { Gather } from '../health-context.ts';

type Row = [
  name: string,
  presence: number,
  health: number | null,
  message: string | null,
  flags: number,
  path: number,
  indexes: string | null,
];

export const backends: Gather<'backends'> = ({ read: { statements, names } }, { id }) => {
  const rows = statements.raw<Row>(BACKENDS).all(id, names.relationId('ingress-service') ?? 0);
  return rows.map(
    ([name, presence, health, message, flags, path, indexes]): Backend => ({
      name,
      path: filledPath(names.path(path), indexes),
      present:
        presence === PresenceCode.PRESENT ? true : presence === PresenceCode.MISSING && (flags & ReferenceFlag.raced) === 0 ? false : null,
      status: healthOf(health),
      message,
    }),
  );
};

const BACKENDS = `
SELECT o.name, o.presence, o.health, h.message, r.flags, r.path, r.indexes
FROM reference r CROSS JOIN object o ON o.id = r.target LEFT JOIN health h ON h.object = o.id
WHERE r.source = ? AND r.relation = ? AND r.flaw = 0 ORDER BY r.ordinal LIMIT 1000`;
