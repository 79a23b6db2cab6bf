/** Streams, files, folders and archives of YAML and JSON, well-formed and not. */
import { chmod, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { InputError } from '../records/input-error.ts';
import type { SnapshotRecord } from '../records/record.ts';
import { openSource } from './open-source.ts';
import { gzipped, ofType, parsed, problemCodes, readAll, tarOf, temporaryFile, temporaryFolder } from './testing/tar.ts';

const pod = (name: string): string => JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata: { name } });
const names = (records: readonly SnapshotRecord[]): string[] =>
  ofType(records, 'object').map((record) => `${parsed(record).kind}/${parsed(record).metadata.name}`);

async function read(text: string | Uint8Array, name = 'x.txt'): Promise<SnapshotRecord[]> {
  return (await readAll(await temporaryFile(name, text))).records;
}

async function refusal(text: string | Uint8Array): Promise<InputError> {
  const error = await read(text).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(InputError);
  return error as InputError;
}

test.each([
  ['one JSON object', pod('a'), ['Pod/a']],
  ['objects one a line', `${pod('a')}\n${pod('b')}\n`, ['Pod/a', 'Pod/b']],
  ['objects without anything between', `${pod('a')}${pod('b')}`, ['Pod/a', 'Pod/b']],
  ['a bare array', `[${pod('a')}, ${pod('b')}]`, ['Pod/a', 'Pod/b']],
  ['a List', `{"apiVersion":"v1","kind":"List","items":[${pod('a')}]}`, ['Pod/a']],
  ['a typed list, kind first', '{"kind":"PodList","apiVersion":"v1","items":[{"metadata":{"name":"a"}}]}', ['Pod/a']],
  ['a typed list, kind last', '{"items":[{"metadata":{"name":"a"}}],"apiVersion":"v1","kind":"PodList"}', ['Pod/a']],
  [
    'a List of lists',
    `{"kind":"List","apiVersion":"v1","items":[{"kind":"PodList","apiVersion":"v1","items":[{"metadata":{"name":"a"}}]}]}`,
    ['Pod/a'],
  ],
  ['an empty list', '{"apiVersion":"v1","items":[],"kind":"List","metadata":{}}', []],
  ['an empty list, as Go writes it', '{"kind":"PodList","apiVersion":"v1","items":null}', []],
  ['YAML documents', `# x\n---\n${pod('a')}\n---\n\n---\nkind: Service\napiVersion: v1\nmetadata: {name: s}\n`, ['Pod/a', 'Service/s']],
  ['a YAML list', `apiVersion: v1\nkind: List\nitems:\n- ${pod('a')}\n`, ['Pod/a']],
  ['a bare YAML list', `- ${pod('a')}\n- ${pod('b')}\n`, ['Pod/a', 'Pod/b']],
  ['Windows line ends', 'apiVersion: v1\r\nkind: Pod\r\nmetadata:\r\n  name: a\r\n', ['Pod/a']],
  ['a byte order mark', `\uFEFF${pod('a')}`, ['Pod/a']],
])('%s', async (_title, text, expected) => {
  expect(names(await read(text))).toEqual(expected);
  expect(names(await read(gzipped(Buffer.from(text))))).toEqual(expected);
});

test('UTF-16, as PowerShell redirects it', async () => {
  const text = '\uFEFFapiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n  annotations: {x: größe}\n';
  const [record] = ofType(await read(Buffer.from(text, 'utf16le')), 'object');
  expect(record && parsed(record).metadata).toEqual({ name: 'a', annotations: { x: 'größe' } });
});

test('numbers, key order and strange keys stay as they were written', async () => {
  const text =
    '{ "kind":"Pod", "apiVersion":"v1", "metadata":{"name":"a"}, "x": 12345678901234567890, "2":1, "1":2, "__proto__": {"a": 1} }';
  const [record] = ofType(await read(text), 'object');
  expect(Buffer.from(record?.raw ?? []).toString()).toBe(text.replaceAll(' ', ''));
});

test('what is no object is told, with its line, and the others are kept', async () => {
  const records = await read(
    [
      pod('a'),
      '7',
      '{"kind":"Pod"}',
      '{"apiVersion":"v1","metadata":{"name":"x"}}',
      '{"apiVersion":"v1","kind":"Pod"}',
      '{"a":',
      pod('b'),
    ].join('\n'),
  );
  expect(names(records)).toEqual(['Pod/a']);
  expect(ofType(records, 'problem').map(({ code, origin }) => [code, origin?.line])).toEqual([
    ['NOT_JSON', 2],
    ['NO_KIND', 3],
    ['NO_KIND', 4],
    ['NO_NAME', 5],
    ['ENTRY_CUT', 7],
  ]);
  expect(records.at(-1)).toMatchObject({ type: 'end', complete: false });
});

test('a cut stream keeps what came and proves nothing, whatever the user says', async () => {
  const text = `{"items":[${pod('a')},${pod('b')}],"kind":"List","apiVersion":"v1"}`;
  const packed = gzipped(Buffer.from(text + ' '.repeat(1000)));
  const { records } = await readAll(await temporaryFile('x.json.gz', packed.subarray(0, packed.length - 9)), { complete: true });
  expect(names(records)).toEqual(['Pod/a', 'Pod/b']);
  expect(problemCodes(records)).toEqual(['CUT', 'ENTRY_CUT']);
  expect(ofType(records, 'resource')).toMatchObject([{ outcome: 'partial', resource: 'pods' }]);
});

test.each([
  ['nothing', '', 'EMPTY', 'is empty'],
  ['prose', 'Dear all,\nplease find attached\n', 'UNKNOWN_FORMAT', 'Snapgraph reads'],
  ['YAML that is no object', 'dear: all\n', 'NO_OBJECTS', 'it has no kind'],
  ['JSON that is no object', '[1, "x", null]', 'NO_OBJECTS', 'it is not an object'],
  ['an SQLite file', Buffer.from(`SQLite format 3\0${'\0'.repeat(100)}`), 'UNSUPPORTED_FORMAT', 'SQLite database'],
  ['the beginning of a zip', Buffer.from('PK\x03\x04xxxxxxxx'), 'DAMAGED', 'table of contents'],
  ['the beginning of an xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 1, 2]), 'DAMAGED', 'ends early'],
  ['gzip twice', gzipped(gzipped(Buffer.from('x'))), 'UNSUPPORTED_FORMAT', 'compressed twice'],
  ['bytes', Buffer.from([1, 2, 0, 3]), 'UNKNOWN_FORMAT', 'neither an archive nor text'],
  ['an empty tar', Buffer.alloc(10_240), 'UNKNOWN_FORMAT', 'it has no files'],
  ['NUL bytes', Buffer.from('kind: Pod\0\n'), 'UNKNOWN_FORMAT', 'neither an archive nor text'],
])('%s is refused: say what it is, and what would be read', async (_title, content, code, message) => {
  const error = await refusal(content);
  expect([error.code, error.message]).toEqual([code, expect.stringContaining(message)]);
  expect(error.message).toContain('x.txt');
});

test('a file that is not there', async () => {
  await expect(openSource({ location: '/no/such/file' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'There is no file or folder /no/such/file. Check the path.',
  });
});

test('a folder is read in the order of its names, each file for itself', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'b'));
  const files = {
    'c.yaml': pod('c'),
    'b/x.json': pod('b'),
    'a.yml.gz': gzipped(Buffer.from(pod('a'))),
    'README.md': 'Hello\n',
    'empty.yaml': '',
    'd.db': Buffer.from('SQLite format 3\0'),
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  await symlink('/etc', join(folder, 'etc'));
  await symlink('..', join(folder, 'b/loop'));
  const { records, format } = await readAll(folder);
  expect([format, names(records)]).toEqual(['objects', ['Pod/a', 'Pod/b', 'Pod/c']]);
  expect(problemCodes(records)).toEqual(['LINK_REFUSED', 'NOT_OBJECTS']);
});

test('what people keep beside manifests does not spoil their word that all is there; a damaged manifest does', async () => {
  const folder = await temporaryFolder();
  await mkdir(join(folder, '.git'));
  const files = {
    'a.yaml': `${'# a long licence\n'.repeat(500)}${pod('a')}`,
    'nothing.yaml': '# Source: templates/nothing.yaml\n',
    'README.md': '# About\nSome words.\n',
    '.git/HEAD': 'ref: refs/heads/main\n',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  const whole = (await readAll(folder, { complete: true })).records;
  expect([names(whole), problemCodes(whole)]).toEqual([['Pod/a'], ['NOT_OBJECTS']]);
  expect(ofType(whole, 'resource')).toMatchObject([{ resource: 'pods', outcome: 'ok' }]);
  expect(whole.at(-1)).toMatchObject({ complete: true });
  await writeFile(join(folder, 'b.yaml'), Buffer.alloc(100));
  const damaged = (await readAll(folder, { complete: true })).records;
  expect(ofType(damaged, 'resource')).toMatchObject([{ resource: 'pods', outcome: 'partial' }]);
  expect(damaged.at(-1)).toMatchObject({ complete: false });
});

test('a folder that cannot be read is told', async () => {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'a.yaml'), pod('a'));
  await mkdir(join(folder, 'b'), { mode: 0 });
  await chmod(join(folder, 'b'), 0);
  const { records } = await readAll(folder);
  expect(names(records)).toEqual(['Pod/a']);
  expect(problemCodes(records)).toEqual(process.getuid?.() === 0 ? [] : ['UNREADABLE']);
});

test('an archive of files is read like a folder', async () => {
  const { records, format } = await readAll(
    await temporaryFile('x.tar.gz', gzipped(tarOf({ 'k/a.yaml': pod('a'), 'k/b.json': pod('b'), 'k/c.bin': Buffer.from([0, 1]) }))),
  );
  expect([format, names(records), problemCodes(records)]).toEqual(['objects', ['Pod/a', 'Pod/b'], ['NOT_OBJECTS']]);
});

test('standard input, in whatever pieces it comes', async () => {
  for (const text of [pod('a'), gzipped(Buffer.from(`${pod('a')}\n${pod('b')}`)), gzipped(tarOf({ 'x/a.yaml': pod('a') }))]) {
    const bytes = Buffer.from(text);
    const stdin = Readable.from(
      Array.from({ length: Math.ceil(bytes.length / 7) }, (_, index) => bytes.subarray(index * 7, index * 7 + 7)),
    );
    const { source, name } = await openSource({ location: '-', stdin });
    const records: SnapshotRecord[] = [];
    for await (const batch of source.records({ signal: new AbortController().signal })) records.push(...batch);
    expect([name, names(records)[0], records.at(-1)]).toMatchObject(['standard input', 'Pod/a', { type: 'end', finished: true }]);
  }
});

test('custom kinds get the plural that their definition names', async () => {
  const definition = {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'octopodes.sea.io' },
    spec: { group: 'sea.io', names: { kind: 'Octopus', plural: 'octopodes' }, versions: [{ name: 'v1' }] },
  };
  const records = await read(
    [
      JSON.stringify({ apiVersion: 'sea.io/v1', kind: 'Octopus', metadata: { name: 'o', namespace: 'a' } }),
      JSON.stringify(definition),
      '{"apiVersion":"x.io/v1","kind":"Policy","metadata":{"name":"p"}}',
    ].join('\n'),
  );
  expect(ofType(records, 'resource').map(({ group, resource, namespaced, outcome }) => [group, resource, namespaced, outcome])).toEqual([
    ['sea.io', 'octopodes', true, 'partial'],
    ['apiextensions.k8s.io', 'customresourcedefinitions', false, 'partial'],
    ['x.io', 'policies', false, 'partial'],
  ]);
});

test('an aborted read stops', async () => {
  const { source } = await openSource({ location: await temporaryFile('x.json', pod('a')) });
  const controller = new AbortController();
  controller.abort(new Error('stopped'));
  await expect(source.records({ signal: controller.signal })[Symbol.asyncIterator]().next()).rejects.toThrow('stopped');
});
