import { expect } from 'vitest';
import type { SnapshotRecord } from '../../src/records/record.ts';
import { ofType } from '../../src/sources/testing/tar.ts';

/** The objects of a capture by what they are; the test fails where one comes twice. */
export function keysOf(records: readonly SnapshotRecord[]): Set<string> {
  const keys = new Set<string>();
  for (const { raw, resource } of ofType(records, 'object')) {
    const { metadata } = JSON.parse(Buffer.from(raw ?? []).toString());
    const key = `${resource?.group}/${resource?.resource} ${metadata.namespace ?? ''}/${metadata.name}`;
    expect(keys.has(key), `${key} twice`).toBe(false);
    keys.add(key);
  }
  return keys;
}
