/** Writes the rows of objects, giving each object its id. */
import type { Database } from 'better-sqlite3';
import { builtInKind } from '../../kube/built-in-kinds.ts';
import type { ObjectRecord } from '../../records/record.ts';
import { CLUSTER_SCOPE, OperationCode, PresenceCode } from '../codes.ts';
import { CONTAINER_COLUMNS } from './columns/containers.ts';
import type { Ids } from './ids.ts';
import { createInserter, type Inserter } from './inserter.ts';
import { createKindNotes } from './kind-notes.ts';
import type { ObjectRows } from './object-rows.ts';
import type { ParsedObject } from './parse-object.ts';
import { createPointerWriter } from './pointer-writer.ts';

export interface ObjectWriter {
  write(record: ObjectRecord, parsed: ParsedObject, rows: ObjectRows): void;
  /** Texts are views of the source's own memory, which it may use again: they are written at the end of each batch. */
  flushTexts(): void;
  /** All rows, and what the objects told about kinds. */
  finish(): void;
}

export function createObjectWriter(db: Database, ids: Ids): ObjectWriter {
  const tables = inserters(db);
  const pointers = createPointerWriter(db, ids);
  const kinds = createKindNotes(db, ids);
  let lastId = 0;
  return {
    write(record, parsed, rows) {
      const id = ++lastId;
      const kind = ids.kind.id(rows.key.group, rows.key.kind);
      const isClusterScoped = builtInKind(rows.key)?.namespaced === false;
      const namespace = isClusterScoped ? CLUSTER_SCOPE : ids.namespaceOf(parsed.namespace);
      tables.object.add([
        ...[id, kind, namespace, parsed.name, PresenceCode.PRESENT, rows.uid, parsed.apiVersion, rows.resourceVersion, rows.generation],
        ...[rows.observedGeneration, rows.created, rows.deletion, rows.deletionGrace, rows.changed, record.observedAt ?? null],
        ...[rows.phase, rows.ready, rows.reason, ids.entry.id(record.origin.entry)],
      ]);
      tables.json.add([id, parsed.json]);
      for (const [key, value] of rows.labels) tables.label.add([id, ids.pair.id(key, value), kind, namespace]);
      writeParts(tables, id, rows);
      pointers.write({ id, kind }, rows.extraction);
      if (record.operation !== 'present') tables.operation.add([id, OperationCode[record.operation]]);
      kinds.note({ kind, isNamespaced: namespace !== CLUSTER_SCOPE, rows, plural: record.resource?.resource });
    },
    flushTexts() {
      tables.json.flush();
    },
    finish() {
      for (const table of Object.values(tables)) table.flush();
      pointers.flush();
      kinds.finish();
    },
  };
}

function writeParts(tables: Tables, id: number, rows: ObjectRows): void {
  for (const [ordinal, condition] of rows.conditions.entries()) {
    const { type, status, reason, message, lastTransition, observedGeneration } = condition;
    tables.condition.add([id, ordinal, type, status, reason, message, lastTransition, observedGeneration]);
  }
  for (const [ordinal, [name, field]] of rows.finalizers.entries()) tables.finalizer.add([id, ordinal, name, field]);
  for (const [ordinal, container] of rows.containers.entries()) tables.container.add([id, ordinal, ...container]);
  if (rows.event !== null) {
    const { type, reason, message, count, firstAt, lastAt, component } = rows.event;
    tables.event.add([id, type, reason, message, count, firstAt, lastAt, component]);
  }
  for (const key of rows.dataKeys) tables.dataKey.add([id, key]);
  if (rows.otherUid !== null) tables.otherUid.add([rows.otherUid, id]);
  if (rows.apiService !== null) tables.apiService.add([rows.apiService.group, Number(rows.apiService.aggregated)]);
}

type Tables = Record<
  'object' | 'json' | 'label' | 'condition' | 'finalizer' | 'container' | 'event' | 'dataKey' | 'otherUid' | 'apiService' | 'operation',
  Inserter
>;

function inserters(db: Database): Tables {
  return {
    object: createInserter({ db, table: 'object', columns: OBJECT_COLUMNS }),
    json: createInserter({ db, table: 'object_json', columns: ['id', 'json'], casts: ['json'], rows: 8 }),
    label: createInserter({ db, table: 'label', columns: ['object', 'pair', 'kind', 'namespace'], or: 'IGNORE' }),
    condition: createInserter({
      db,
      table: 'condition',
      columns: ['object', 'ordinal', 'type', 'status', 'reason', 'message', 'last_transition', 'observed_generation'],
    }),
    finalizer: createInserter({ db, table: 'finalizer', columns: ['object', 'ordinal', 'name', 'field'] }),
    container: createInserter({ db, table: 'container', columns: ['pod', 'ordinal', ...CONTAINER_COLUMNS] }),
    event: createInserter({
      db,
      table: 'event',
      columns: ['object', 'type', 'reason', 'message', 'count', 'first_at', 'last_at', 'component'],
    }),
    dataKey: createInserter({ db, table: 'staging.data_key', columns: ['object', 'key'], or: 'IGNORE' }),
    otherUid: createInserter({ db, table: 'staging.other_uid', columns: ['uid', 'object'], or: 'IGNORE' }),
    apiService: createInserter({ db, table: 'staging.api_service', columns: ['api_group', 'aggregated'] }),
    operation: createInserter({ db, table: 'staging.operation', columns: ['object', 'operation'] }),
  };
}

const OBJECT_COLUMNS = [
  ...['id', 'kind', 'namespace', 'name', 'presence', 'uid', 'api_version', 'resource_version', 'generation'],
  ...['observed_generation', 'created', 'deletion', 'deletion_grace', 'changed', 'observed'],
  ...['phase', 'ready', 'reason', 'entry'],
];
