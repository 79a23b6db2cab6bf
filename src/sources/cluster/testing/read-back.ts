/** What a capture's records hold, as tests compare it. */
import { expect } from 'vitest';
import type { ObjectRecord, ResourceOutcome, SnapshotRecord } from '../../../records/record.ts';
import { ofType } from '../../testing/tar.ts';

export interface ParsedObject {
  readonly kind: string;
  readonly metadata: { readonly namespace?: string; readonly name: string };
}

/** Objects by what they are, as JSON values; the test fails where one comes twice. */
export function objectsOf(records: readonly SnapshotRecord[]): Map<string, unknown> {
  const objects = new Map<string, unknown>();
  for (const record of ofType(records, 'object')) {
    const { kind, metadata } = parsedObject(record);
    const key = `${record.resource?.group}/${kind} ${metadata.namespace ?? ''}/${metadata.name}`;
    expect(objects.has(key), `${key} twice`).toBe(false);
    objects.set(key, parsedObject(record));
  }
  return objects;
}

export function parsedObject(record: ObjectRecord): ParsedObject {
  return JSON.parse(Buffer.from(record.raw ?? []).toString());
}

export function rowsOf(records: readonly SnapshotRecord[], resource: string): ResourceOutcome[] {
  return ofType(records, 'resource').filter((row) => row.resource === resource);
}
