/** Archives that nobody should send, made small. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type Header, pack } from 'tar-stream';
import { PROJECT } from '../support/run-cli.ts';

export type Entry = Partial<Header> & { readonly name: string; readonly content?: string | Uint8Array };

/** A tar of the entries, gzipped. */
export async function archive(entries: readonly Entry[]): Promise<Buffer> {
  return gzipSync(await tarOf(entries));
}

async function tarOf(entries: readonly Entry[]): Promise<Buffer> {
  const tar = pack();
  for (const { content, ...header } of entries) {
    if (header.type === undefined || header.type === 'file') tar.entry(header, Buffer.from(content ?? ''));
    else tar.entry(header);
  }
  tar.finalize();
  return await buffer(tar);
}

export const SNAPSHOT: Entry = {
  name: 'b/snapshot.json',
  content: JSON.stringify({ formatVersion: '1.0', tool: 'test', start: '2026-11-23T05:09:10Z', cluster: { id: 'c', name: 'hostile' } }),
};

/** A page of ConfigMaps in a bundle of ours: one line each, whatever it is. */
export function page(lines: readonly (string | Uint8Array)[], number = 1): Entry {
  const content = Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')]));
  return { name: `b/objects/core/v1/configmaps/${String(number).padStart(4, '0')}.ndjson`, content };
}

export function configMap(name: string, data: unknown = { key: 'value' }): string {
  return JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'shop' }, data });
}

/** `checksums`: 'right', or 'wrong' for ones that fit no entry. */
export function manifest(entries: readonly Entry[], checksums: 'right' | 'wrong'): Entry {
  const rows = entries.map(({ name, content = '' }) => {
    const bytes = Buffer.from(content);
    const sha256 = createHash('sha256')
      .update(checksums === 'right' ? bytes : 'something else')
      .digest('hex');
    return { path: name.slice('b/'.length), bytes: bytes.length, sha256 };
  });
  const outcome = { group: '', version: 'v1', resource: 'configmaps', kind: 'ConfigMap', namespaced: true, namespace: null, outcome: 'ok' };
  const times = { start: '2026-11-23T05:09:10Z', end: '2026-11-23T05:09:12Z' };
  const content = {
    formatVersion: '1.0',
    ...times,
    finished: true,
    complete: true,
    outcomes: [outcome],
    logs: [],
    nodes: [],
    problems: [],
    entries: rows,
  };
  return { name: 'b/manifest.json', content: JSON.stringify(content) };
}

/** Gzip members of zeros that unpack to this many bytes, a thousandth as long. */
export function zeros(bytes: number): Buffer {
  const part = 64 * 2 ** 20;
  const member = gzipSync(Buffer.alloc(part));
  return Buffer.concat(Array.from({ length: Math.ceil(bytes / part) }, () => member));
}

/** The header of a tar entry of this size, without its content. */
export async function headerOf(name: string, size: number): Promise<Buffer> {
  const whole = await tarOf([{ name, content: '' }]);
  const header = Buffer.from(whole.subarray(0, 512));
  header.write(`${size.toString(8).padStart(11, '0')}\0`, 124, 'latin1');
  header.write('        ', 148, 'latin1');
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148, 'latin1');
  return header;
}

export function demo(): Buffer {
  return readFileSync(`${PROJECT}/fixtures/demo.tar.gz`);
}

/** The demo bundle, unpacked, cut in the middle of its last page of objects. */
export function demoTarCut(): Buffer {
  const tar = gunzipSync(demo());
  return tar.subarray(0, tar.lastIndexOf('.ndjson') + 512 + 100);
}
