import { once } from 'node:events';
import fc from 'fast-check';
import { extract } from 'tar-stream';
import { expect, test } from 'vitest';
import { encodeTarHeader, TAR_END, tarPadding } from './tar-header.ts';

/** What tar-stream, a reader that is not ours, makes of a header and so many bytes. */
async function readBack(name: string, size: number): Promise<{ name: string; size: number }> {
  const extractor = extract();
  const read: { name: string; size: number }[] = [];
  extractor.on('entry', (header, stream, next) => {
    read.push({ name: header.name, size: header.size });
    stream.on('end', () => next());
    stream.resume();
  });
  extractor.write(encodeTarHeader({ name, size, mtime: 1_795_410_550 }));
  extractor.write(new Uint8Array(size));
  extractor.write(tarPadding(size));
  extractor.end(TAR_END);
  await once(extractor, 'close');
  expect(read).toHaveLength(1);
  return read[0] ?? { name: '', size: -1 };
}

test.each([
  ['a/b.json', 0],
  [`root/objects/${'g'.repeat(60)}/v1/${'p'.repeat(60)}/0001.ndjson`, 513],
  [`root/${'x'.repeat(250)}.json`, 512],
  [`${'a'.repeat(99)}/${'b'.repeat(100)}`, 1],
  ['root/größe/日本.json', 7],
])('%s', async (name, size) => {
  expect(await readBack(name, size)).toEqual({ name, size });
});

test('any name of a path comes back', async () => {
  const segment = fc.stringMatching(/^[a-zA-Z0-9._äß-]{1,120}$/);
  await fc.assert(
    fc.asyncProperty(fc.array(segment, { minLength: 1, maxLength: 5 }), fc.nat(2000), async (segments, size) => {
      const name = segments.join('/');
      expect(await readBack(name, size)).toEqual({ name, size });
    }),
    { numRuns: 200 },
  );
});

test('a size beyond eleven octal digits stands in a PAX header', () => {
  const header = Buffer.from(encodeTarHeader({ name: 'big', size: 9 * 2 ** 30, mtime: 0 }));
  expect(header.subarray(512, 512 + 19).toString()).toBe('19 size=9663676416\n');
});
