/** Tars whose headers count a byte too many, and those that do not: what is right stays byte for byte as it is, in whatever pieces it comes. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { encodeTarHeader, TAR_END, tarPadding } from '../../bundle/tar-header.ts';
import { ofType, readAll, temporaryFile } from '../testing/tar.ts';
import { restoreSwallowedHeaders } from './swallowed-headers.ts';

/** As the tool writes it: the size one too large, the padding that of the real one. */
function damagedEntry(name: string, content: Buffer): Buffer {
  return Buffer.concat([encodeTarHeader({ name, size: content.length + 1, mtime: 0 }), content, tarPadding(content.length)]);
}

function entry(name: string, content: Buffer): Buffer {
  return Buffer.concat([encodeTarHeader({ name, size: content.length, mtime: 0 }), content, tarPadding(content.length)]);
}

async function restored(bytes: Buffer, cuts: readonly number[]): Promise<{ bytes: Buffer; count: number }> {
  async function* pieces(): AsyncGenerator<Uint8Array> {
    let from = 0;
    for (const cut of [...new Set(cuts.map((at) => at % (bytes.length + 1)))].sort((a, b) => a - b)) {
      // A copy that is written over once it was taken, as streams do.
      const piece = Buffer.from(bytes.subarray(from, cut));
      from = cut;
      yield piece;
      piece.fill(0xff);
    }
    yield bytes.subarray(from);
  }
  const parts: Buffer[] = [];
  let count = 0;
  for await (const part of restoreSwallowedHeaders(pieces(), () => void count++)) parts.push(Buffer.from(part));
  return { bytes: Buffer.concat(parts), count };
}

const contents = fc.array(fc.tuple(fc.constantFrom(0, 1, 511, 512, 513, 1024, 1025, 5000), fc.integer({ min: 0, max: 255 })), {
  maxLength: 6,
});
const cuts = fc.array(fc.nat({ max: 20_000 }), { maxLength: 12 });

test('a tar that is right stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(contents, cuts, async (files, at) => {
      const tar = Buffer.concat([...files.map(([size, byte], index) => entry(`f${index}`, Buffer.alloc(size, byte))), TAR_END]);
      expect(await restored(tar, at)).toEqual({ bytes: tar, count: 0 });
    }),
    { numRuns: 300, seed: 7 },
  );
});

test('what is no tar stays as it is', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), cuts, async (noise, at) => {
      const bytes = Buffer.from(noise);
      expect((await restored(bytes, at)).bytes).toEqual(bytes);
    }),
    { numRuns: 300, seed: 8 },
  );
});

test('a header behind a whole number of blocks is found again', async () => {
  await fc.assert(
    fc.asyncProperty(contents, cuts, async (files, at) => {
      const made = files.map(([size, byte], index) => [`f${index}`, Buffer.alloc(size, byte)] as const);
      const damaged = Buffer.concat([...made.map(([name, content]) => damagedEntry(name, content)), TAR_END]);
      // Of the last one nothing follows but the end mark, which is no header.
      const swallowed = made.slice(0, -1).filter(([, content]) => content.length % 512 === 0).length;
      expect((await restored(damaged, at)).count).toBe(swallowed);
    }),
    { numRuns: 300, seed: 9 },
  );
});

test('objects of such an archive are read, each without its NUL, and what was done is said', async () => {
  const node = (name: string, length: number): Buffer =>
    Buffer.from(`apiVersion: v1\nkind: Node\nmetadata: {name: ${name}}\n`.padEnd(length, '#'));
  const files = [512, 1024, 100, 512, 700].map((length, index) =>
    damagedEntry(`c/cluster/v1/node/n${index}.yaml`, node(`n${index}`, length)),
  );
  const { records, format } = await readAll(await temporaryFile('own.tar', Buffer.concat([...files, TAR_END])));
  expect(format).toBe('crust-gather');
  expect(ofType(records, 'object')).toHaveLength(5);
  expect(ofType(records, 'problem').map(({ code, message }) => [code, message])).toEqual([
    ['TAR_REPAIRED', expect.stringMatching(/3 lie where a reader would not look/) as string],
  ]);
});
