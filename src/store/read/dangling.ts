/** Pointers that do not hold, of all objects: from the ghosts and from the flaws, never by reading every pointer. */
import { ReferenceFlag } from '../../relations/rule.ts';
import { FLAWS, PRESENCES, statusOf } from '../codes.ts';
import { CursorError, type ObjectRow, type Reader, type ReferenceStatus } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet } from './id-sets.ts';
import { compareText } from './position.ts';
import { POINTER_COLUMNS, type PointerColumns, referenceRow, WRITTEN_COLUMNS, type WrittenColumns } from './reference-row.ts';

type DanglingQuery = Parameters<Reader['dangling']>[0];

/** Weak pointers never count as dangling, and raced ones prove nothing. By the source's namespace, name and kind, then relation and place. */
export function danglingReads(context: ReadContext): Pick<Reader, 'dangling'> {
  return {
    async dangling(query) {
      const keys = danglingKeys(context, query).sort(compareKeys);
      const { after, before, first, last } = query.page;
      const from = after === undefined ? 0 : indexOfCursor(keys, after) + 1;
      const to = Math.max(from, before === undefined ? keys.length : indexOfCursor(keys, before));
      const end = Math.min(to, from + (first ?? keys.length));
      const start = Math.max(from, end - (last ?? keys.length));
      const shown = keys.slice(start, end);
      return {
        references: shown.map((key) => readReference(context, key)),
        cursors: shown.map(cursorOf),
        hasNextPage: end < keys.length,
        hasPreviousPage: start > 0,
        totalCount: keys.length,
      };
    },
  };
}

interface Key {
  readonly namespace: string;
  readonly name: string;
  readonly source: number;
  readonly relation: number;
  readonly ordinal: number;
}

type KeyColumns = [
  source: number,
  relation: number,
  ordinal: number,
  kind: number,
  namespace: number,
  name: string,
  flaw: number,
  flags: number,
  presence: number,
];

function danglingKeys(context: ReadContext, { statuses, relations, kinds, namespace }: DanglingQuery): Key[] {
  const { statements, names, meter } = context;
  const wanted = new Set(statuses);
  const relationIds = relations === undefined ? null : new Set(relations.map((name) => names.relationId(name)));
  const kindIds = kinds === undefined ? null : new Set(names.kindIds(kinds));
  const namespaceId = namespace === undefined ? null : names.namespaceId(namespace);
  const flaws = FLAWS.flatMap((flaw, code) => (flaw !== null && wanted.has(flaw) ? [code] : []));
  const presences = PRESENCES.flatMap((presence, code) => (PRESENCE_STATUSES[presence].some((status) => wanted.has(status)) ? [code] : []));
  const keys: Key[] = [];
  const take = (sql: string, codes: readonly number[]): void => {
    if (codes.length === 0) return;
    for (const columns of statements.raw<KeyColumns>(sql).iterate(idSet(codes))) {
      meter.rows(1);
      const [source, relation, ordinal, kind, namespace, name, flaw, flags, presence] = columns;
      if (!wanted.has(statusOf(flaw, flags, presence))) continue;
      if (relationIds !== null && !relationIds.has(relation)) continue;
      if ((kindIds !== null && !kindIds.has(kind)) || (namespaceId !== null && namespaceId !== namespace)) continue;
      keys.push({ namespace: names.namespace(namespace) ?? '', name, source, relation, ordinal });
    }
  };
  take(BY_FLAW, flaws);
  take(BY_PRESENCE, presences);
  return keys;
}

const PRESENCE_STATUSES: Readonly<Record<ObjectRow['presence'], readonly ReferenceStatus[]>> = {
  PRESENT: [],
  MISSING: ['MISSING', 'OPTIONAL_MISSING'],
  NOT_CAPTURED: ['NOT_CAPTURED'],
  DELETED: ['DELETED'],
  EXTERNAL: ['EXTERNAL'],
};

const KEY_COLUMNS = 'r.source, r.relation, r.ordinal, s.kind, s.namespace, s.name, r.flaw, r.flags, t.presence';
const ENDS = `CROSS JOIN object s ON s.id = r.source CROSS JOIN object t ON t.id = r.target WHERE NOT r.flags & ${ReferenceFlag.weak | ReferenceFlag.raced}`;

const BY_FLAW = `SELECT ${KEY_COLUMNS} FROM json_each(?) f CROSS JOIN reference r INDEXED BY reference_flawed ON r.flaw = f.value AND r.flaw > 0 ${ENDS}`;

const BY_PRESENCE = `
SELECT ${KEY_COLUMNS} FROM json_each(?) f CROSS JOIN object g INDEXED BY object_ghost ON g.presence = f.value AND g.presence > 0
CROSS JOIN reference r ON r.target = g.id AND r.flaw = 0 ${ENDS}`.replace(
  'CROSS JOIN object t ON t.id = r.target',
  'CROSS JOIN object t ON t.id = g.id',
);

function readReference(context: ReadContext, { source, relation, ordinal }: Key) {
  const find = context.statements.raw<[...PointerColumns, ...WrittenColumns, string, number]>(
    `SELECT ${POINTER_COLUMNS}, ${WRITTEN_COLUMNS}, t.name, t.presence FROM reference r JOIN object t ON t.id = r.target WHERE r.source = ? AND r.relation = ? AND r.ordinal = ?`,
  );
  const columns = find.get(source, relation, ordinal);
  if (columns === undefined) throw new Error(`The snapshot lost reference ${source}/${relation}/${ordinal} while it was read.`);
  const [, , , , , flags, path, indexes, key, written, name, presence] = columns;
  return referenceRow(context, columns, {
    written: () => [flags, path, indexes, key, written],
    target: () => ({ name, presence }),
  });
}

function compareKeys(one: Key, other: Key): number {
  return (
    compareText(one.namespace, other.namespace) ||
    compareText(one.name, other.name) ||
    one.source - other.source ||
    one.relation - other.relation ||
    one.ordinal - other.ordinal
  );
}

function cursorOf({ source, relation, ordinal }: Key): string {
  return Buffer.from(`${source}.${relation}.${ordinal}`).toString('base64url');
}

function indexOfCursor(keys: readonly Key[], cursor: string): number {
  const index = keys.findIndex((key) => cursorOf(key) === cursor);
  if (index < 0) throw new CursorError(cursor);
  return index;
}
