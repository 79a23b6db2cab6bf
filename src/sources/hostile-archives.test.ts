/** Archives that are cut, huge, lying or malicious: a clear message, what can be kept is kept, and an end. */
import { createHash } from 'node:crypto';
import { createWriteStream, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { expect, test } from 'vitest';
import { encodeTarHeader } from '../bundle/tar-header.ts';
import { InputError } from '../records/input-error.ts';
import type { SnapshotRecord } from '../records/record.ts';
import { ofType, problemCodes, readAll, tarEntry, tarOf, tarSpecial, temporaryFile, temporaryFolder } from './testing/tar.ts';

const DEMO = join(import.meta.dirname, '../../fixtures/demo.tar.gz');
const SNAPSHOT = JSON.stringify({ formatVersion: '1.0', tool: 'test' });
const POD = JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace: 'a', uid: '1' } });
const PAGE = 'b/objects/core/v1/pods/0001.ndjson';
const DISCOVERY = JSON.stringify({
  resourceLists: [{ groupVersion: 'v1', resources: [{ name: 'pods', kind: 'Pod', namespaced: true, verbs: ['list'] }] }],
  failures: [],
});

const errorOf = async (reading: Promise<unknown>): Promise<InputError> => {
  const error: unknown = await reading.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
};

async function bundle(files: Readonly<Record<string, string | Uint8Array>>): Promise<SnapshotRecord[]> {
  return (await readAll(await temporaryFile('b.tar', tarOf({ 'b/snapshot.json': SNAPSHOT, ...files })))).records;
}

const codeOf = (records: readonly SnapshotRecord[]): string[] => problemCodes(records).filter((code) => code !== 'BROKEN_OFF');

test('a tar cut in the middle of an entry keeps the entries before it', async () => {
  const tar = tarOf({ 'b/snapshot.json': SNAPSHOT, [PAGE]: `${POD}\n`, 'b/objects/core/v1/services/0001.ndjson': POD.repeat(50) });
  const { records } = await readAll(await temporaryFile('b.tar', tar.subarray(0, tar.length - 3000)));
  expect(ofType(records, 'object')).toHaveLength(1);
  expect(codeOf(records)).toEqual(['CUT', 'ENTRY_CUT']);
  expect(ofType(records, 'resource').map(({ resource, outcome }) => [resource, outcome])).toEqual([
    ['pods', 'partial'],
    ['services', 'partial'],
  ]);
});

test('a gzip cut at any byte gives what came, or says that nothing did', async () => {
  const whole = readFileSync(DEMO);
  const path = await temporaryFile('cut.tar.gz', '');
  for (const length of [0, 1, 9, 10, 11, 50, 500, 5000, 100_000, whole.length - 1]) {
    writeFileSync(path, whole.subarray(0, length));
    const result = await readAll(path).then(
      ({ records }) => records.at(-1),
      (error: unknown) => error,
    );
    if (result instanceof InputError) expect([length < 2000, result.message]).toEqual([true, expect.stringContaining('cut.tar.gz')]);
    // Of the last cut nothing is lost but the checksum behind the data.
    else expect(result).toMatchObject({ type: 'end', finished: length === whole.length - 1 });
  }
});

test('a 10 GB zip bomb ends soon, with the limit that it broke', async () => {
  const path = join(await temporaryFolder(), 'bomb.tar.gz');
  const zeroes = Buffer.alloc(1 << 24);
  const head = Buffer.concat([tarEntry('b/snapshot.json', SNAPSHOT), encodeTarHeader({ name: PAGE, size: 10 * 2 ** 30, mtime: 0 })]);
  function* bytes(): Generator<Uint8Array> {
    yield head;
    for (let written = 0; written < 320 * 2 ** 20; written += zeroes.length) yield zeroes;
  }
  await pipeline(Readable.from(bytes()), createGzip({ level: 9 }), createWriteStream(path));
  const before = performance.now();
  const error = await errorOf(readAll(path, { limits: { entryBytes: 2 ** 40 } }));
  expect(error).toMatchObject({ code: 'LIMIT_COMPRESSION_RATIO', message: expect.stringContaining('"compressionRatio"') });
  expect(performance.now() - before).toBeLessThan(10_000);
});

test('limits are settings, and each names itself', async () => {
  const path = await temporaryFile('b.tar', tarOf({ 'b/snapshot.json': SNAPSHOT, [PAGE]: `${POD}\n`, 'b/c.txt': 'x'.repeat(5000) }));
  expect(await errorOf(readAll(path, { limits: { entries: 2 } }))).toMatchObject({
    code: 'LIMIT_ENTRIES',
    message: expect.stringContaining('"entries" is 2'),
  });
  expect(await errorOf(readAll(path, { limits: { totalBytes: 1000 } }))).toMatchObject({ code: 'LIMIT_BYTES' });
  const { records } = await readAll(path, { limits: { entryBytes: 1000 } });
  expect(codeOf(records)).toEqual(['ENTRY_TOO_LARGE']);
  expect(ofType(records, 'object')).toHaveLength(1);
});

test('a hundred thousand entries are read; a million and one are refused', async () => {
  const entries = Buffer.concat(Array.from({ length: 1000 }, (_, index) => tarEntry(`b/x${index}.txt`, '')));
  function* bytes(blocks: number): Generator<Uint8Array> {
    yield tarEntry('b/snapshot.json', SNAPSHOT);
    for (let block = 0; block < blocks; block++) yield entries;
  }
  const path = await temporaryFile('many.tar', Buffer.concat([...bytes(100), Buffer.alloc(1024)]));
  const { records } = await readAll(path);
  expect(ofType(records, 'document')).toHaveLength(1000);
  expect(codeOf(records)).toEqual(['ENTRY_DUPLICATE']);
  expect(ofType(records, 'problem').length).toBeLessThan(300);
  await pipeline(Readable.from(bytes(1001)), createWriteStream(path));
  expect(await errorOf(readAll(path))).toMatchObject({ code: 'LIMIT_ENTRIES' });
}, 120_000);

test('paths that lead elsewhere, links and devices are refused, and nothing is written', async () => {
  const before = readdirSync(tmpdir()).length;
  const names = ['../evil.txt', 'b/../../evil.txt', '/etc/evil.txt', 'C:\\evil.txt', '..\\evil.txt', 'b/e\0vil.txt'];
  const tar = Buffer.concat([
    ...names.map((name) => tarEntry(name, 'evil')),
    tarSpecial('b/link', '2', '/etc/passwd'),
    tarSpecial('b/inside', '2', 'snapshot.json'),
    tarSpecial('b/hard', '1', 'b/snapshot.json'),
    tarSpecial('b/device', '3'),
    ...['b/._x', 'b/.DS_Store', '__MACOSX/x'].map((name) => tarEntry(name, 'litter')),
    tarOf({ './b/snapshot.json': SNAPSHOT, './b//objects/./core/v1/pods/0001.ndjson': `${POD}\n` }),
  ]);
  const { records } = await readAll(await temporaryFile('b.tar', tar));
  expect(ofType(records, 'object')).toHaveLength(1);
  expect(ofType(records, 'document')).toEqual([]);
  expect(codeOf(records)).toEqual(['LINK_REFUSED', 'PATH_REFUSED']);
  expect(ofType(records, 'problem').filter(({ code }) => code === 'LINK_REFUSED')).toHaveLength(4);
  expect(readdirSync(tmpdir()).length - before).toBeLessThan(10);
});

test('lines that are no objects are told, the others kept', async () => {
  const deep = (levels: number): string => POD.replace('"p"', `"p","x":${'['.repeat(levels)}${']'.repeat(levels)}`);
  const lines = ['[1]', '"text"', '7', '', deep(200), deep(1_000_000), `${POD.slice(0, -1)},"__proto__":{"a":1}}`, POD];
  const page = Buffer.concat([Buffer.from(`${lines.join('\n')}\n`), Buffer.from('{"apiVersion":"v1","kind":"\xff"}\n', 'latin1')]);
  const records = await bundle({ [PAGE]: page });
  expect(ofType(records, 'object').map(({ origin }) => origin.line)).toEqual([5, 7, 8]);
  expect(codeOf(records)).toEqual(['INVALID_UTF8', 'LINE_BLANK', 'NOT_AN_OBJECT', 'OBJECT_TOO_DEEP']);
  expect(ofType(records, 'problem').find(({ code }) => code === 'OBJECT_TOO_DEEP')).toMatchObject({
    origin: { entry: PAGE.slice(2), line: 6 },
    message: expect.stringContaining('"jsonDepth"'),
  });
  expect(ofType(records, 'resource')).toMatchObject([{ outcome: 'partial' }]);
});

test('a huge single line is left out', async () => {
  const records = await bundle({ [PAGE]: `${POD}\n{"x":"${'x'.repeat(20 * 2 ** 20)}"}\n${POD}\n` });
  expect(ofType(records, 'object')).toHaveLength(2);
  expect(codeOf(records)).toEqual(['OBJECT_TOO_LARGE']);
});

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function manifest(more: object = {}, entries: readonly object[] = []): string {
  const outcome = { group: '', version: 'v1', resource: 'pods', kind: 'Pod', namespaced: true, namespace: null, outcome: 'ok', items: 1 };
  return JSON.stringify({ formatVersion: '1.0', finished: true, complete: true, outcomes: [outcome], entries, ...more });
}

test('a manifest that is right proves absence; wrong checksums, sizes and counts, and missing entries, are told and prove none', async () => {
  const page = { path: PAGE.slice(2), bytes: POD.length, sha256: sha256(POD) };
  const entries = [
    { path: 'snapshot.json', bytes: SNAPSHOT.length, sha256: sha256(SNAPSHOT) },
    page,
    { path: 'discovery.json', bytes: DISCOVERY.length, sha256: sha256(DISCOVERY) },
  ];
  const files = { 'b/discovery.json': DISCOVERY, [PAGE]: POD };
  const good = await bundle({ ...files, 'b/manifest.json': manifest({}, entries) });
  expect([codeOf(good), ofType(good, 'resource')[0]?.outcome, good.at(-1)]).toMatchObject([[], 'ok', { finished: true, complete: true }]);
  const lies: [string, string, string[]][] = [
    ['checksum', manifest({}, entries.with(1, { ...page, sha256: sha256('x') })), ['ENTRY_CHECKSUM', 'OBJECTS_MISSING']],
    ['size', manifest({}, entries.with(1, { ...page, bytes: 1 })), ['ENTRY_SIZE', 'OBJECTS_MISSING']],
    [
      'missing',
      manifest({}, [...entries, { path: 'objects/core/v1/pods/0002.ndjson', bytes: 1, sha256: sha256('x') }]),
      ['ENTRY_MISSING', 'OBJECTS_MISSING'],
    ],
    ['counts', manifest({ outcomes: [{ version: 'v1', resource: 'pods', outcome: 'ok', items: 9 }] }, entries), ['OBJECTS_MISSING']],
  ];
  for (const [lie, text, codes] of lies) {
    const records = await bundle({ ...files, 'b/manifest.json': text });
    expect([lie, codeOf(records), ofType(records, 'resource')[0]?.outcome, ofType(records, 'object').length]).toEqual([
      lie,
      codes,
      'partial',
      1,
    ]);
    expect(records.at(-1)).toMatchObject({ complete: false });
  }
  const unlisted = await bundle({ ...files, 'b/x.txt': 'x', 'b/manifest.json': manifest({}, entries) });
  expect(codeOf(unlisted)).toEqual(['ENTRY_UNLISTED']);
});

test('a newer major version is refused, a newer minor one read', async () => {
  const versions = async (formatVersion: string): Promise<unknown> =>
    readAll(await temporaryFile('b.tar', tarOf({ 'b/snapshot.json': JSON.stringify({ formatVersion }), [PAGE]: POD })));
  expect(await errorOf(versions('2.0'))).toMatchObject({
    code: 'NEWER_FORMAT',
    message: 'b.tar is a bundle of format 2.0; this version of Snapgraph reads up to 1.x. Install a newer Snapgraph to open it.',
  });
  expect(await versions('1.9')).toMatchObject({ format: 'snapgraph' });
});

test('documents of any shape do no harm', async () => {
  for (const text of [
    '',
    'null',
    '[]',
    '7',
    '{',
    '{"outcomes":7,"logs":{},"entries":"x"}',
    `${'['.repeat(1e6)}`,
    '{"__proto__":{"finished":true}}',
  ]) {
    for (const name of ['b/snapshot.json', 'b/discovery.json', 'b/manifest.json']) {
      const { records } = await readAll(await temporaryFile('b.tar', tarOf({ [PAGE]: `${POD}\n`, [name]: text })));
      expect([name, text.slice(0, 20), ofType(records, 'object').length, records[0]?.type, records.at(-1)]).toMatchObject([
        name,
        text.slice(0, 20),
        1,
        'snapshot',
        { type: 'end', finished: false },
      ]);
    }
  }
});
