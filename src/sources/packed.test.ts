/** One support bundle, packed anew by xz, zstd, bzip2 and zip themselves: the same records, whole or cut. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { InputError } from '../records/input-error.ts';
import type { SnapshotRecord } from '../records/record.ts';
import { openSource } from './open-source.ts';
import { filesOf } from './testing/scan-tar.ts';
import { ofType, problemCodes, readAll, tarOf, temporaryFile, temporaryFolder } from './testing/tar.ts';
import { unpackedFixture, zipOf } from './testing/zip.ts';

const FIXTURES = join(import.meta.dirname, '../../fixtures');
const PACKED = ['tar.xz', 'tar.zst', 'tar.bz2', 'zip'] as const;
const packed = (ending: string): string => join(FIXTURES, 'packed', `support-bundle.${ending}`);

/** A block of bzip2 is all or nothing: its first one is half of the archive. */
const FIRST_BLOCK = 60_000;

/** Without the place in the archive: entries come in another order. */
const contentOf = (records: readonly SnapshotRecord[]): string[] =>
  records
    .filter(({ type }) => type === 'object' || type === 'log' || type === 'resource')
    .map((record) => JSON.stringify(record, (key, value: unknown) => (key === 'origin' ? undefined : value)))
    .sort();

let expected: string[];
beforeAll(async () => {
  expected = contentOf((await readAll(join(FIXTURES, 'frozen/support-bundle.tar.gz'))).records);
});

test.each(PACKED)('support-bundle.%s gives what the .tar.gz gives', async (ending) => {
  const { records, format } = await readAll(packed(ending));
  expect(format).toBe('troubleshoot');
  expect(contentOf(records)).toEqual(expected);
  // A zip of links is read without them: what they lead to is there.
  expect(problemCodes(records).filter((code) => code !== 'LINK_REFUSED')).toEqual([]);
});

test('a folder gives what its archive gives', async () => {
  const folder = await temporaryFolder();
  for (const [path, content] of filesOf(unpackedFixture('frozen/support-bundle.tar.gz'))) {
    mkdirSync(join(folder, 'sb', dirname(path)), { recursive: true });
    writeFileSync(join(folder, 'sb', path), content);
  }
  expect(contentOf((await readAll(folder)).records)).toEqual(expected);
});

test.each(['tar.xz', 'tar.zst', 'tar.bz2'])('a cut or damaged .%s keeps what came before, and says where it ends', async (ending) => {
  const whole = readFileSync(packed(ending));
  const path = await temporaryFile(`cut.${ending}`, '');
  for (const length of [7, 20, 100, 5000, Math.floor(whole.length / 2), whole.length - 3]) {
    writeFileSync(path, whole.subarray(0, length));
    const result = await readAll(path).then(
      ({ records }) => records.at(-1),
      (error: unknown) => error,
    );
    if (result instanceof InputError) expect([length < FIRST_BLOCK, result.message]).toEqual([true, expect.stringContaining('cut.tar')]);
    else expect(result).toMatchObject({ type: 'end' });
  }
  const damaged = Buffer.from(whole);
  damaged.fill(0x55, Math.floor(whole.length / 2), Math.floor(whole.length / 2) + 5000);
  writeFileSync(path, damaged);
  const { records } = await readAll(path).catch((error: unknown) => {
    expect(error).toBeInstanceOf(InputError);
    return { records: [] };
  });
  if (records.length > 0) expect(records.at(-1)).toMatchObject({ type: 'end' });
});

test('several frames or streams behind each other are one', async () => {
  for (const ending of ['tar.xz', 'tar.zst', 'tar.bz2']) {
    const whole = readFileSync(packed(ending));
    const path = await temporaryFile(`twice.${ending}`, Buffer.concat([whole, whole]));
    const { records } = await readAll(path);
    // The tar ends where the first one does.
    expect(contentOf(records)).toEqual(expected);
  }
});

test('a zip without its end is damaged; standard input must be saved first', async () => {
  const whole = readFileSync(packed('zip'));
  const cut = await readAll(await temporaryFile('cut.zip', whole.subarray(0, whole.length - 4000))).catch((error: unknown) => error);
  expect(cut).toMatchObject({ code: 'DAMAGED', message: expect.stringContaining('table of contents') });
  await expect(openSource({ location: '-', stdin: Readable.from([whole]) })).rejects.toMatchObject({
    code: 'UNSUPPORTED_FORMAT',
    message: 'standard input is a zip archive, which is read from its end. Save it to a file and give that.',
  });
});

test('names in a zip that lead elsewhere, links and encrypted entries are refused', async () => {
  const pod = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: p\n';
  const zip = zipOf([
    { name: '../evil.yaml', content: pod },
    { name: '/etc/evil.yaml', content: pod },
    { name: '..\\evil.yaml', content: pod },
    { name: 'e\0vil.yaml', content: pod },
    { name: 'link.yaml', content: '/etc/passwd', mode: 0o120777 },
    { name: 'locked.yaml', content: pod, flags: 1, size: pod.length - 12 },
    { name: 'odd.yaml', content: pod, method: 97 },
    { name: 'folder/', content: '' },
    { name: 'good\\p.yaml', content: pod },
  ]);
  const { records, format } = await readAll(await temporaryFile('evil.zip', zip));
  expect(format).toBe('objects');
  expect(ofType(records, 'object').map(({ origin }) => origin.entry)).toEqual(['good/p.yaml']);
  expect(problemCodes(records)).toEqual(['ENTRY_ENCRYPTED', 'ENTRY_UNREADABLE', 'LINK_REFUSED', 'PATH_REFUSED']);
});

test('a zip whose entries lie about their size, or share their bytes, is no bomb', async () => {
  const bomb = zipOf([{ name: 'a.yaml', content: Buffer.alloc(80 * 2 ** 20, 'a: 1\n'), deflate: true }], { times: 40 });
  const error = await readAll(await temporaryFile('bomb.zip', bomb)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'LIMIT_COMPRESSION_RATIO' });
  const lie = zipOf([{ name: 'a.yaml', content: 'a: 1\n'.repeat(1000), deflate: true, size: 10 }]);
  const told = await readAll(await temporaryFile('lie.zip', lie)).catch((thrown: unknown) => thrown);
  expect(told).toMatchObject({ code: 'UNKNOWN_FORMAT' });
});

test('a zstd frame that asks for a window of two gigabytes is refused before any memory is taken', async () => {
  const frame = Buffer.from([
    0x28, 0xb5, 0x2f, 0xfd, 0x00, 0xa8, 0x01, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00, 0x00,
  ]);
  const error = await readAll(await temporaryFile('wide.zst', frame)).catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({ code: 'DAMAGED', message: expect.stringContaining('zstd window') });
});

test('what is packed twice is named', async () => {
  const path = await temporaryFile('twice.tar', tarOf({ 'inner.tar.xz': readFileSync(packed('tar.xz')) }));
  await expect(readAll(path)).rejects.toMatchObject({ code: 'UNKNOWN_FORMAT' });
});
