/** Writes the rows of objects, giving each object its id. */
import type { Database } from 'better-sqlite3';
import { builtInKind } from '../../kube/built-in-kinds.ts';
import type { ObjectRecord } from '../../records/record.ts';
import { CLUSTER_SCOPE, OperationCode, PresenceCode } from '../codes.ts';
import { CONTAINER_COLUMNS } from './columns/containers.ts';
import type { Ids } from './ids.ts';
import { createInserter, type Inserter, type SqlValue } from './inserter.ts';
import { createKindNotes, type KindNotes } from './kind-notes.ts';
import { createPointerWriter } from './pointer-writer.ts';
import type { TapeReader } from './rows/tape.ts';

export interface ObjectIdentity {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** '' for none. */
  readonly namespace: string;
}

export interface ObjectWriter {
  /** Reads the object's rows from the tape, behind its identity; answers how its references were read. */
  write(
    record: ObjectRecord,
    identity: ObjectIdentity,
    tape: TapeReader,
  ): { readonly form: string; readonly extractionError: string | null };
  /** Texts are views of memory that will be used again: they are written behind each page of objects. */
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
    write(record, identity, tape) {
      const id = ++lastId;
      tables.json.add([id, tape.textOrNull() ?? record.raw ?? null]);
      const key = { group: tape.text(), kind: tape.text() };
      const kind = ids.kind.id(key.group, key.kind);
      const isClusterScoped = builtInKind(key)?.namespaced === false;
      const namespace = isClusterScoped ? CLUSTER_SCOPE : ids.namespaceOf(identity.namespace);
      const form = tape.text();
      const extractionError = tape.textOrNull();
      const row: SqlValue[] = [id, kind, namespace, identity.name, PresenceCode.PRESENT, tape.value(), identity.apiVersion];
      for (let column = 0; column < 7; column++) row.push(tape.value());
      row.push(record.observedAt ?? null, tape.value(), tape.value());
      const said = [tape.textOrNull(), tape.textOrNull()];
      if (said.some((text) => text !== null)) tables.health.add([id, ...said]);
      row.push(tape.value(), tape.value(), tape.value(), ids.entry.id(record.origin.entry));
      tables.object.add(row);
      for (let labels = tape.number(); labels > 0; labels--) tables.label.add([id, ids.pair.id(tape.text(), tape.text()), kind, namespace]);
      writeParts({ tables, id, tape });
      kinds.note({ kind, isNamespaced: namespace !== CLUSTER_SCOPE, plural: record.resource?.resource });
      readDefinition(kinds, tape);
      pointers.write({ id, kind }, tape);
      if (record.operation !== 'present') tables.operation.add([id, OperationCode[record.operation]]);
      return { form, extractionError };
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

function writeParts(options: { readonly tables: Tables; readonly id: number; readonly tape: TapeReader }): void {
  const { tables, id, tape } = options;
  writeList({ table: tables.condition, id, tape, columns: 6 });
  writeList({ table: tables.finalizer, id, tape, columns: 2 });
  writeList({ table: tables.container, id, tape, columns: CONTAINER_COLUMNS.length });
  if (tape.number() === 1) tables.event.add(rowOf([id], tape, 7));
  for (let keys = tape.number(); keys > 0; keys--) tables.dataKey.add([id, tape.text()]);
  const otherUid = tape.textOrNull();
  if (otherUid !== null) tables.otherUid.add([otherUid, id]);
  if (tape.number() === 1) tables.apiService.add(rowOf([], tape, 2));
}

/** Rows of one object that are told apart by their place. */
function writeList(options: { readonly table: Inserter; readonly id: number; readonly tape: TapeReader; readonly columns: number }): void {
  const { table, id, tape, columns } = options;
  const rows = tape.number();
  for (let ordinal = 0; ordinal < rows; ordinal++) table.add(rowOf([id, ordinal], tape, columns));
}

function rowOf(head: SqlValue[], tape: TapeReader, columns: number): readonly SqlValue[] {
  for (let column = 0; column < columns; column++) head.push(tape.value());
  return head;
}

function readDefinition(kinds: KindNotes, tape: TapeReader): void {
  if (tape.number() === 0) return;
  kinds.define({
    group: tape.text(),
    kind: tape.text(),
    plural: tape.textOrNull(),
    singular: tape.textOrNull(),
    shortNames: tape.text(),
    namespaced: tape.value(),
  });
}

type Tables = Record<
  | 'object'
  | 'json'
  | 'label'
  | 'condition'
  | 'finalizer'
  | 'container'
  | 'event'
  | 'dataKey'
  | 'otherUid'
  | 'apiService'
  | 'operation'
  | 'health',
  Inserter
>;

function inserters(db: Database): Tables {
  return {
    object: createInserter({ db, table: 'object', columns: OBJECT_COLUMNS }),
    health: createInserter({ db, table: 'health', columns: ['object', 'reason', 'message'] }),
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
  ...['observed_generation', 'created', 'deletion', 'deletion_grace', 'changed', 'observed', 'health', 'health_until'],
  ...['phase', 'ready', 'reason', 'entry'],
];
