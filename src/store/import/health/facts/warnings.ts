import type { Warning } from '../../../../health/input.ts';
import type { Gather } from '../health-context.ts';

/** Of its own, not of an object that had its name before. */
export const warnings: Gather<'warnings'> = ({ read }, { id }) => {
  const rows = read.statements
    .raw<[string | null, string | null, number | null]>(WARNINGS)
    .all(id, read.names.relationId('event-object') ?? 0);
  return rows.map(([reason, message, lastAt]): Warning => ({ reason, message, lastAt }));
};

const WARNINGS = `
SELECT e.reason, e.message, e.last_at FROM reference r CROSS JOIN event e ON e.object = r.source
WHERE r.target = ? AND r.relation = ? AND r.flaw = 0 AND e.type = 'Warning' ORDER BY e.last_at DESC, e.object DESC LIMIT 20`;
