/** The objects of a bundle in fixtures/, a line each, as they were captured. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const BLOCK = 512;
const FIXTURES = join(import.meta.dirname, '../../../fixtures');

export interface CapturedLine {
  /** Of the bundle's entry: `core/v1/pods`. */
  readonly resource: string;
  readonly raw: Buffer;
}

export function capturedObjects(bundle: string): CapturedLine[] {
  const tar = gunzipSync(readFileSync(join(FIXTURES, bundle)));
  const lines: CapturedLine[] = [];
  for (let start = 0; start + BLOCK <= tar.length; ) {
    const name = tar.toString('utf8', start, start + 100).replace(/\0.*$/s, '');
    const size = Number.parseInt(tar.toString('latin1', start + 124, start + 136), 8) || 0;
    const [, resource] = /^[^/]+\/objects\/(.+)\/\d+\.ndjson$/.exec(name) ?? [];
    const content = tar.subarray(start + BLOCK, start + BLOCK + size);
    if (resource !== undefined) lines.push(...linesOf(content).map((raw) => ({ resource, raw })));
    start += BLOCK + Math.ceil(size / BLOCK) * BLOCK;
  }
  return lines;
}

function linesOf(content: Buffer): Buffer[] {
  return content
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => Buffer.from(line));
}
