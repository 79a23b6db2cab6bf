import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { InputError } from '../records/input-error.ts';
import { type Read, readAll, temporaryFile } from './testing/tar.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');

/** The same numbers in every run. */
function randomFrom(start: number): (below: number) => number {
  let seed = start;
  return (below) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
    return seed % below;
  };
}

test.each([
  ['demo.tar.gz', 42],
  ['frozen/support-bundle.tar.gz', 43],
  ['frozen/inspect.tar.gz', 46],
  ['frozen/crust-gather.tar.gz', 47],
  ['frozen/kubectl-gather.tar.gz', 48],
  ['frozen/kubectl-get-all.json.gz', 44],
  ['frozen/kubectl-get-all.yaml.gz', 45],
])(
  '%s with broken bytes, packed or not, whole or cut: no crash, no hang',
  async (file, seed) => {
    const random = randomFrom(seed);
    const packed = readFileSync(join(FIXTURES, file));
    const unpacked = gunzipSync(packed);
    const path = await temporaryFile(file.slice(file.indexOf('/') + 1), '');
    for (let round = 0; round < 60; round++) {
      const broken = Buffer.from(round % 2 === 0 ? packed : unpacked);
      for (let count = random(8) + 1; count > 0; count--) broken[random(broken.length)] = random(256);
      writeFileSync(path, round % 3 === 0 ? broken.subarray(0, random(broken.length)) : broken);
      const result = await readAll(path, { limits: { totalBytes: 2 ** 28 } }).catch((error: unknown) => error);
      if (result instanceof Error) expect(result).toBeInstanceOf(InputError);
      else expect((result as Read).records.at(-1)?.type).toBe('end');
    }
  },
  300_000,
);
