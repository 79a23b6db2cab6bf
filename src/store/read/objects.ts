/** Objects by id, by key and by uid, and their JSON. */
import type { ObjectKey, ObjectRow, Reader } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { idSet, storedIds } from './id-sets.ts';
import { OBJECT_COLUMNS, type ObjectColumns, objectRow } from './object-row.ts';

export function objectReads(context: ReadContext): Pick<Reader, 'objects' | 'find' | 'findByUid' | 'json'> {
  const { statements, names, meter } = context;
  return {
    async objects(ids) {
      return rowsById(context, ids);
    },
    async find(keys) {
      const byKey = statements.raw<ObjectColumns>(
        `SELECT ${OBJECT_COLUMNS} FROM object o WHERE o.kind = ? AND o.namespace = ? AND o.name = ?`,
      );
      const byAlias = statements.raw<ObjectColumns>(
        `SELECT ${OBJECT_COLUMNS} FROM alias a JOIN object o ON o.id = a.object WHERE a.kind = ? AND a.namespace = ? AND a.name = ?`,
      );
      meter.rows(keys.length);
      return keys.map((key) => {
        const parameters = keyColumns(context, key);
        const columns = parameters === null ? undefined : (byKey.get(...parameters) ?? byAlias.get(...parameters));
        return columns === undefined ? null : objectRow(names, columns);
      });
    },
    async findByUid(uids) {
      const byUid = statements.raw<ObjectColumns>(`SELECT ${OBJECT_COLUMNS} FROM object o WHERE o.uid = ? ORDER BY o.id LIMIT 1`);
      meter.rows(uids.length);
      const found = new Map<string, ObjectRow>();
      for (const uid of uids) {
        const columns = byUid.get(uid);
        if (columns !== undefined) found.set(uid, objectRow(names, columns));
      }
      return found;
    },
    async json(ids) {
      return new Map(jsonTexts(context, ids));
    },
  };
}

/** In the order of the ids; those that name no row are left out. */
export function rowsById({ statements, names, meter }: ReadContext, ids: readonly number[]): ObjectRow[] {
  const byIds = statements.raw<ObjectColumns>(`SELECT ${OBJECT_COLUMNS} FROM json_each(?) i CROSS JOIN object o ON o.id = i.value`);
  const stored = storedIds(ids);
  const rows: ObjectRow[] = [];
  for (let start = 0; start < stored.length; start += CHUNK) {
    const some = stored.slice(start, start + CHUNK);
    meter.rows(some.length);
    for (const columns of byIds.all(idSet(some))) rows.push(objectRow(names, columns));
  }
  return rows;
}

const CHUNK = 1000;

/** One at a time, each counted before the next is read: texts are what fills a memory. */
export function* jsonTexts({ statements, meter }: ReadContext, ids: readonly number[]): Generator<[number, string]> {
  const byId = statements.pluck<string>('SELECT json FROM object_json WHERE id = ?');
  for (const id of storedIds(ids)) {
    const text = byId.get(id);
    if (text === undefined) continue;
    meter.bytes(text.length);
    meter.checkTime();
    yield [id, text];
  }
}

/** The columns of the key's index, or null where the snapshot knows no such kind or namespace. */
export function keyColumns({ names }: ReadContext, { group, kind, namespace, name }: ObjectKey): [number, number, string] | null {
  const kindId = names.kindId({ group, kind });
  const namespaceId = names.namespaceId(namespace);
  return kindId === undefined || namespaceId === undefined ? null : [kindId, namespaceId, name];
}
