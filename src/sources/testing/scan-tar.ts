/** Reads a tar by a scan of its headers: an oracle that shares no code with what is tested. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

export interface Manifest {
  counts: unknown;
  entries: { path: string; bytes: number }[];
}

export function manifestOf(path: string): Manifest {
  return JSON.parse(fileOf(path, 'manifest.json')) as Manifest;
}

/** A file of a tar, found by a scan of its headers: not by the code under test. */
export function fileOf(path: string, name: string): string {
  return (
    entriesOf(gunzipSync(readFileSync(path)))
      .find((entry) => entry.name.slice(entry.name.indexOf('/') + 1) === name)
      ?.content.toString() ?? ''
  );
}

/** All files of an unpacked tar, by their paths below its folder. */
export function filesOf(tar: Buffer): [path: string, content: Buffer][] {
  return entriesOf(tar).map(({ name, content }) => [name.slice(name.indexOf('/') + 1), content]);
}

function entriesOf(tar: Buffer): { name: string; end: number; content: Buffer }[] {
  const entries: { name: string; end: number; content: Buffer }[] = [];
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0; ) {
    const header = tar.toString('latin1', at, at + 512);
    const field = (start: number, length: number): string => header.slice(start, start + length).replace(/\0.*$/s, '');
    const size = Number.parseInt(field(124, 12), 8);
    const name = [field(345, 155), field(0, 100)].filter((part) => part !== '').join('/');
    const start = at + 512;
    if (field(156, 1) === '0') entries.push({ name, end: start + size, content: tar.subarray(start, start + size) });
    at = start + Math.ceil(size / 512) * 512;
  }
  return entries;
}

function unpackedTo(whole: Buffer, length: number): Buffer {
  return gunzipSync(whole.subarray(0, length), { finishFlush: 2 });
}

/** Objects of the pages that are whole in the first bytes of a .tar.gz. */
export function wholePagesBefore(whole: Buffer, length: number): number {
  const end = unpackedTo(whole, length).length;
  const pages = entriesOf(gunzipSync(whole)).filter((entry) => entry.end <= end && entry.name.includes('/objects/'));
  return pages.reduce((sum, page) => sum + page.content.toString().trimEnd().split('\n').length, 0);
}
