/**
 * From an object's bytes to its rows on a tape: the work of an import that can run in any thread.
 * object-importer.ts, object-writer.ts and pointer-writer.ts read the values in the order in which they are added here.
 */
import type { ObjectRecord } from '../../../records/record.ts';
import type { Extractor } from '../../../relations/extractor.ts';
import { healthCode } from '../../codes.ts';
import { type ObjectRows, objectRows } from '../object-rows.ts';
import { type ParsedObject, parseObject } from '../parse-object.ts';
import { createPointerPacker } from './pack-pointers.ts';
import { type TapeValue, TapeWriter } from './tape.ts';

export interface ObjectPacker {
  /** Adds the object, or the problem that keeps it out. Of the record nothing but `raw` and `value` is read. */
  add(record: ObjectRecord): void;
  /** The tape of the objects added since the last call. */
  take(): readonly TapeValue[];
}

export function createObjectPacker(extractor: Extractor): ObjectPacker {
  const tape = new TapeWriter();
  const pointers = createPointerPacker(tape, extractor);
  return {
    add(record) {
      const { parsed, problem } = parseObject(record);
      tape.add(problem?.code ?? null);
      if (problem !== undefined) {
        tape.add(problem.severity);
        tape.add(problem.message);
      }
      tape.add(Number(parsed !== undefined));
      if (parsed === undefined) return;
      const rows = objectRows(parsed, extractor);
      packIdentity(tape, parsed);
      packColumns(tape, rows);
      packParts(tape, rows);
      pointers.pack(rows.extraction);
    },
    take() {
      pointers.beginTape();
      return tape.take();
    },
  };
}

/** The JSON only where it is not the record's own bytes. */
function packIdentity(tape: TapeWriter, { apiVersion, kind, name, namespace, json }: ParsedObject): void {
  tape.add(apiVersion);
  tape.add(kind);
  tape.add(name);
  tape.add(namespace);
  tape.add(typeof json === 'string' ? json : null);
}

function packColumns(tape: TapeWriter, rows: ObjectRows): void {
  tape.add(rows.key.group);
  tape.add(rows.key.kind);
  tape.add(rows.form);
  tape.add(rows.extractionError);
  tape.add(rows.uid);
  tape.add(rows.resourceVersion);
  tape.add(rows.generation);
  tape.add(rows.observedGeneration);
  tape.add(rows.created);
  tape.add(rows.deletion);
  tape.add(rows.deletionGrace);
  tape.add(rows.changed);
  packHealth(tape, rows.health);
  tape.add(rows.phase);
  tape.add(rows.ready);
  tape.add(rows.reason);
}

function packHealth(tape: TapeWriter, health: ObjectRows['health']): void {
  tape.add(health === null ? null : healthCode(health.status));
  tape.add(health?.until ?? null);
  tape.add(health?.reason ?? null);
  tape.add(health?.message ?? null);
}

/** Lists with the number of their rows before them. */
function packParts(tape: TapeWriter, rows: ObjectRows): void {
  tape.add(rows.labels.length);
  for (const [key, value] of rows.labels) {
    tape.add(key);
    tape.add(value);
  }
  tape.add(rows.conditions.length);
  for (const { type, status, reason, message, lastTransition, observedGeneration } of rows.conditions) {
    tape.add(type);
    tape.add(status);
    tape.add(reason);
    tape.add(message);
    tape.add(lastTransition);
    tape.add(observedGeneration);
  }
  tape.add(rows.finalizers.length);
  for (const [name, field] of rows.finalizers) {
    tape.add(name);
    tape.add(field);
  }
  tape.add(rows.containers.length);
  for (const container of rows.containers) for (const value of container) tape.add(value);
  packEvent(tape, rows.event);
  tape.addList(rows.dataKeys);
  tape.add(rows.otherUid);
  packApiService(tape, rows.apiService);
  packDefinition(tape, rows.definition);
}

function packEvent(tape: TapeWriter, event: ObjectRows['event']): void {
  tape.add(Number(event !== null));
  if (event === null) return;
  tape.add(event.type);
  tape.add(event.reason);
  tape.add(event.message);
  tape.add(event.count);
  tape.add(event.firstAt);
  tape.add(event.lastAt);
  tape.add(event.component);
}

function packApiService(tape: TapeWriter, service: ObjectRows['apiService']): void {
  tape.add(Number(service !== null));
  if (service === null) return;
  tape.add(service.group);
  tape.add(Number(service.aggregated));
}

function packDefinition(tape: TapeWriter, definition: ObjectRows['definition']): void {
  tape.add(Number(definition !== null));
  if (definition === null) return;
  tape.add(definition.group);
  tape.add(definition.kind);
  tape.add(definition.plural);
  tape.add(definition.singular);
  tape.add(JSON.stringify(definition.shortNames));
  tape.add(definition.namespaced === null ? null : Number(definition.namespaced));
}
