import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { encodeTarHeader, TAR_END, tarPadding } from '../../bundle/tar-header.ts';
import type { InputLimits } from '../../records/input-limits.ts';
import type { ObjectRecord, SnapshotRecord } from '../../records/record.ts';
import { type OpenedSource, openSource } from '../open-source.ts';

/** A tar of these files, uncompressed. */
export function tarOf(files: Readonly<Record<string, string | Uint8Array>>): Buffer {
  return Buffer.concat([...Object.entries(files).map(([name, content]) => tarEntry(name, content)), TAR_END]);
}

/** One file of a tar: header, bytes, padding. */
export function tarEntry(name: string, content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([encodeTarHeader({ name, size: bytes.length, mtime: 0 }), bytes, tarPadding(bytes.length)]);
}

/** A tar entry of another type: `1` hard link, `2` symbolic link, `3` device. */
export function tarSpecial(name: string, typeFlag: string, target = ''): Buffer {
  const header = Buffer.from(encodeTarHeader({ name, size: 0, mtime: 0 }));
  header.write(typeFlag, 156, 'latin1');
  header.write(target, 157, 'latin1');
  header.write('        ', 148, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'snapgraph-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export async function temporaryFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, content);
  return path;
}

export function gzipped(...members: Uint8Array[]): Buffer {
  return Buffer.concat(members.map((member) => gzipSync(member)));
}

export interface Read extends OpenedSource {
  readonly records: SnapshotRecord[];
}

/** All records of a location. */
export async function readAll(
  location: string,
  options: { readonly complete?: boolean; readonly limits?: Partial<InputLimits> } = {},
): Promise<Read> {
  const opened = await openSource({ location, ...options });
  const records: SnapshotRecord[] = [];
  for await (const batch of opened.source.records({ signal: new AbortController().signal })) records.push(...batch);
  return { ...opened, records };
}

export function ofType<Type extends SnapshotRecord['type']>(
  records: readonly SnapshotRecord[],
  type: Type,
): (SnapshotRecord & { type: Type })[] {
  return records.filter((record): record is SnapshotRecord & { type: Type } => record.type === type);
}

export function parsed(
  record: ObjectRecord,
): { apiVersion: string; kind: string; metadata: { name: string; namespace?: string; uid?: string } } & Record<string, unknown> {
  return (record.value ?? JSON.parse(Buffer.from(record.raw ?? []).toString('utf8'))) as ReturnType<typeof parsed>;
}

/** `group/Kind` with the core group spelled out, as the truth files count. */
export function countByKind(records: readonly SnapshotRecord[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const record of ofType(records, 'object')) {
    const { apiVersion, kind } = parsed(record);
    const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : 'core';
    counts.set(`${group}/${kind}`, (counts.get(`${group}/${kind}`) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function problemCodes(records: readonly SnapshotRecord[]): string[] {
  return [...new Set(ofType(records, 'problem').map(({ code }) => code))].sort();
}
