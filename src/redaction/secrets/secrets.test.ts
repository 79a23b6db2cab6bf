import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import type { JsonObject, ObjectRecord } from '../../records/record.ts';
import { createMarker } from '../mark.ts';
import { demoSecrets, LAST_APPLIED, otherSecrets, secret } from '../testing/manifests.ts';
import { captured, END, KEY, redacted, redactedRecords, START } from '../testing/records.ts';

const { mark } = createMarker(KEY);

/** Every way in which a value may stand in a text. */
function writings(value: string): string[] {
  const bytes = Buffer.from(value);
  const json = JSON.stringify(value).slice(1, -1);
  const base64 = bytes.toString('base64');
  return [
    value,
    value.trim(),
    json,
    JSON.stringify(json).slice(1, -1),
    json.replaceAll('&', '\\u0026'),
    base64,
    base64.replace(/=+$/, ''),
    Buffer.from(base64).toString('base64'),
  ];
}

/** Values that other text holds by chance, like `shop` or the name of a namespace, cannot be searched for. */
const isTelling = (value: string): boolean => value.length >= 10 && value !== 'kube-system';

test.each(
  [...demoSecrets, ...otherSecrets].map(
    ({ manifest, values }) => [String((manifest['metadata'] as JsonObject)['name']), manifest, values] as const,
  ),
)('nothing of the values of %s leaves, in clear or in base64, wherever it stood', async (_name, manifest, values) => {
  const before = JSON.stringify(manifest);
  const records = await redactedRecords([START, captured(manifest, 'secrets'), END]);
  const after =
    records
      .map((record) => JSON.stringify(record, (_key, value: unknown) => (ArrayBuffer.isView(value) ? bytesText(value) : value)))
      .join('\n') + records.map(rawText).join('\n');
  const telling = values.filter(isTelling);
  expect(telling.length).toBeGreaterThan(0);
  for (const value of telling) {
    expect(writings(value).some((writing) => before.includes(writing))).toBe(true);
    for (const writing of writings(value)) expect(after).not.toContain(writing);
  }
});

function bytesText(view: ArrayBufferView): string {
  return Buffer.from(view.buffer, view.byteOffset, view.byteLength).toString();
}

function rawText(record: object): string {
  const { raw, chunk } = record as { raw?: Uint8Array; chunk?: Uint8Array };
  return [raw, chunk].map((bytes) => (bytes === undefined ? '' : bytesText(bytes))).join('\n');
}

test('keys, labels, names, types and managed fields stay; the mark is of the decoded value', async () => {
  const { manifest } = secret({ namespace: 'data', name: 'postgres-auth', data: { password: 'correct horse', username: 'shop' } });
  const after = JSON.parse(await redacted(captured(manifest, 'secrets'))) as JsonObject;
  const copy = (manifest['metadata'] as JsonObject)['annotations'] as JsonObject;
  expect(after).toEqual({
    ...manifest,
    data: { password: mark(Buffer.from('correct horse')), username: mark(Buffer.from('shop')) },
    metadata: { ...(manifest['metadata'] as JsonObject), annotations: { [LAST_APPLIED]: mark(Buffer.from(String(copy[LAST_APPLIED]))) } },
  });
  const digest = createHmac('sha256', KEY).update('correct horse').digest('hex');
  expect(mark(Buffer.from('correct horse'))).toBe(`REDACTED bytes=13 hmac-sha256=${digest}`);
});

const MANIFEST = { apiVersion: 'v1', kind: 'Secret', metadata: { name: 'x', namespace: 'shop' } };

test.each<[string, JsonObject, JsonObject]>([
  ['what is no base64 counts as it is written', { data: { a: 'not base64!' } }, { data: { a: mark(Buffer.from('not base64!')) } }],
  ['base64 without its padding is none', { data: { a: 'aGk' } }, { data: { a: mark(Buffer.from('aGk')) } }],
  ['base64 in lines is one', { data: { a: 'aGVs\r\nbG8=' } }, { data: { a: mark(Buffer.from('hello')) } }],
  ['stringData counts as it is written', { stringData: { a: 'aGk=' } }, { stringData: { a: mark(Buffer.from('aGk=')) } }],
  ['an empty value is one', { data: { a: '' } }, { data: { a: mark(Buffer.from('')) } }],
  [
    'values of other types, by their JSON',
    { data: { a: 1, c: { d: ['e'] }, f: true } },
    {
      data: { a: mark(Buffer.from('1')), c: mark(Buffer.from('{"d":["e"]}')), f: mark(Buffer.from('true')) },
    },
  ],
  ['data that is a text', { data: 'aHVudGVyMg==' }, { data: mark(Buffer.from('hunter2')) }],
  ['data that is a list', { data: ['aGk='] }, { data: mark(Buffer.from('["aGk="]')) }],
  ['no data at all', { data: null }, { data: null }],
  ['a key without a value', { data: { a: null }, stringData: { b: null } }, { data: { a: null }, stringData: { b: null } }],
  [
    'keys of Object.prototype',
    { data: JSON.parse('{"__proto__":"aGk=","constructor":"aGk="}') as JsonObject },
    { data: JSON.parse(`{"__proto__":"${mark(Buffer.from('hi'))}","constructor":"${mark(Buffer.from('hi'))}"}`) as JsonObject },
  ],
  ['a mark stays', { data: { a: mark(Buffer.from('x')) } }, { data: { a: mark(Buffer.from('x')) } }],
  [
    'annotations that are a text with a value in it',
    { data: { a: 'aHVudGVyMmh1bnRlcjI=' }, metadata: { annotations: 'hunter2hunter2' } },
    { data: { a: mark(Buffer.from('hunter2hunter2')) }, metadata: { annotations: mark(Buffer.from('hunter2hunter2')) } },
  ],
  [
    'annotations that are no texts go where they may hold something',
    { data: { a: 'MTIzNA==' }, metadata: { annotations: { a: { b: 'x' }, c: [], d: 1, e: true } } },
    {
      data: { a: mark(Buffer.from('1234')) },
      metadata: { annotations: { a: mark(Buffer.from('{"b":"x"}')), c: mark(Buffer.from('[]')), d: 1, e: true } },
    },
  ],
  [
    'short values are no reason to take out a note',
    { data: { a: 'c2hvcA==' }, metadata: { annotations: { note: 'of the shop' } } },
    { data: { a: mark(Buffer.from('shop')) }, metadata: { annotations: { note: 'of the shop' } } },
  ],
])('%s', async (_what, fields, expected) => {
  expect(JSON.parse(await redacted(captured({ ...MANIFEST, ...fields }, 'secrets')))).toEqual({ ...MANIFEST, ...expected });
});

const ODD = 'pässwörd\b\f\u2028"1\\2/3\n4';
/** A byte's base64 has both characters in which the alphabets differ. */
const BYTES = Buffer.from([0xfb, 0xff, 0xbf, 0xff, 0xfb, 0xff, 0xbf, 0xff]);
const PEM = `-----BEGIN PRIVATE KEY-----\n${'MIIEvQIBADANBgkq\n'.repeat(3)}-----END PRIVATE KEY-----\n`;
const ascii = (text: string): string =>
  text.replace(/[\u0080-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
const go = (text: string): string => text.replaceAll('\\b', '\\u0008').replaceAll('\\f', '\\u000c').replaceAll('\u2028', '\\u2028');

test.each<[string, Buffer, string]>([
  ['as it is', Buffer.from(ODD), `x ${ODD} y`],
  ['in base64', BYTES, `x-${BYTES.toString('base64')}`],
  ['in base64 without padding', BYTES, BYTES.toString('base64').replaceAll('=', '')],
  ['in base64 for URLs', BYTES, `x ${BYTES.toString('base64url')}`],
  ['in base64 in lines', Buffer.from(PEM), Buffer.from(PEM).toString('base64').replace(/.{20}/g, '$&\n  ')],
  ['in JSON', Buffer.from(ODD), `x: ${JSON.stringify(ODD)}`],
  ['in JSON that is ASCII', Buffer.from(ODD), ascii(JSON.stringify(ODD))],
  ['in JSON that is ASCII, in capitals', Buffer.from(ODD), ascii(JSON.stringify(ODD)).replace('00e4', '00E4')],
  ['in JSON as Go writes it', Buffer.from(ODD), go(JSON.stringify(ODD))],
  ['in JSON in JSON', Buffer.from(ODD), `[${JSON.stringify(go(JSON.stringify(ODD)))}]`],
  ['in JSON, with a character of two halves', Buffer.from('hunter2 😀'), '["hunter2 \\ud83d\\ude00"]'],
  ['in a block of YAML', Buffer.from(PEM), `key: |\n${PEM.replace(/^/gm, '    ')}`],
  ['without the space around it', Buffer.from('  hunter2hunter2\n'), 'is hunter2hunter2.'],
  ['short but for its space, without that around it', Buffer.from('a b c d e f\n'), 'is a b c d e f.'],
])('an annotation goes that holds a value %s', async (_how, value, note) => {
  const annotations = { note, other: 'of the shop' };
  const object = { ...MANIFEST, metadata: { name: 'x', annotations }, data: { a: value.toString('base64') } };
  expect(JSON.parse(await redacted(captured(object, 'secrets')))).toEqual({
    ...object,
    metadata: { name: 'x', annotations: { ...annotations, note: mark(Buffer.from(note)) } },
    data: { a: mark(value) },
  });
});

test.each([
  ['of Kopf, with a short value', '{"data":{"pin":"MTIzNA=="}}\n', true],
  ['of Kopf, with stringData', ' {"metadata":{},"stringData" : {"pin":"1234"}}', true],
  ['deeper down', '{"last":{"object":{"data":{"pin":"MTIzNA=="}}}}', true],
  ['in JSON in JSON', '["{\\"data\\":{\\"pin\\":\\"MTIzNA==\\"}}"]', true],
  ['cut', '{"data":{"pin":"MTIzNA==', true],
  ['with a key that is written oddly', '{"\\u0064ata":{"pin":"MTIzNA=="}}', true],
  ['of its metadata', '{"metadata":{"labels":{"database":"x"}},"datas":1}', false],
  ['in words', 'its "data" are of the shop', false],
])('an annotation of a Secret that is a copy: %s', async (_what, note, goes) => {
  const object = { ...MANIFEST, metadata: { name: 'x', annotations: { 'example.com/x': note } }, data: { pin: 'MTIzNA==' } };
  const after = JSON.parse(await redacted(captured(object, 'secrets'))) as typeof object;
  expect(after.metadata.annotations['example.com/x']).toBe(goes ? mark(Buffer.from(note)) : note);
});

const ALONE: Partial<ObjectRecord> = { resource: { group: '', version: '', resource: '' } };
const LEAK = { data: { a: 'aHVudGVyMmh1bnRlcjI=' } };

test.each<[string, JsonObject, Partial<ObjectRecord>]>([
  ['only its list says that it is one', { metadata: { name: 'x' }, ...LEAK }, {}],
  ['it says something else', { apiVersion: 'v1', kind: 'ConfigMap', ...LEAK }, {}],
  ['it came by itself', { ...MANIFEST, ...LEAK }, ALONE],
  ['it has no apiVersion', { kind: 'Secret', ...LEAK }, ALONE],
  [
    'it stands in a List',
    { apiVersion: 'v1', kind: 'List', items: [{ ...MANIFEST, ...LEAK }] },
    { resource: { group: '', version: 'v1', resource: 'lists' } },
  ],
  [
    'it stands in a SecretList',
    { kind: 'SecretList', apiVersion: 'v1', items: [LEAK] },
    { resource: { group: '', version: 'v1', resource: 'lists' } },
  ],
  [
    'it stands in a ManifestWork',
    {
      apiVersion: 'work.open-cluster-management.io/v1',
      kind: 'ManifestWork',
      spec: { workload: { manifests: [{ ...MANIFEST, ...LEAK }] } },
    },
    { resource: { group: 'work.open-cluster-management.io', version: 'v1', resource: 'manifestworks' } },
  ],
  [
    'it stands in the copy of a ManifestWork',
    {
      kind: 'ManifestWork',
      apiVersion: 'x/v1',
      metadata: { annotations: { [LAST_APPLIED]: JSON.stringify({ spec: [{ ...MANIFEST, ...LEAK }] }) } },
    },
    { resource: { group: 'x', version: 'v1', resource: 'manifestworks' } },
  ],
  ['it was deleted while it was watched', { ...MANIFEST, ...LEAK }, { operation: 'deleted' }],
])('a Secret is redacted where %s', async (_where, object, more) => {
  const after = await redacted(captured(object, 'secrets', more));
  expect(after).toContain(mark(Buffer.from('hunter2hunter2')));
  expect(after).not.toContain('aHVudGVyMmh1bnRlcjI');
});

test.each<[string, JsonObject]>([
  ['a ConfigMap', { apiVersion: 'v1', kind: 'ConfigMap', ...LEAK }],
  ["another group's Secret", { apiVersion: 'example.com/v1', kind: 'Secret', ...LEAK }],
  [
    'a reference to one',
    { apiVersion: 'v1', kind: 'Event', involvedObject: { kind: 'Secret', name: 'x', apiVersion: 'v1' }, message: 'aHVudGVyMmh1bnRlcjI=' },
  ],
])('%s is none', async (_what, object) => {
  expect(await redacted(captured(object, 'configmaps'))).toBe(JSON.stringify(object));
});

test('of a key that comes twice, or of two data, all values go', async () => {
  const json =
    '{"kind":"Secret","kind":"ConfigMap","apiVersion":"v1","data":{"a":"aGVsbG8=","a":"aGVsbG8y","\\u0061":"aGVsbG8z"},"d\\u0061ta":{"b":"aGVsbG80"},"stringData":{"c":1e400}}';
  const after = await redacted(captured(json, 'configmaps'));
  const marks = ['hello', 'hello2', 'hello3'].map((text) => `"${mark(Buffer.from(text))}"`);
  expect(after).toBe(
    `{"kind":"Secret","kind":"ConfigMap","apiVersion":"v1","data":{"a":${marks[0]},"a":${marks[1]},"\\u0061":${marks[2]}},"d\\u0061ta":{"b":"${mark(Buffer.from('hello4'))}"},"stringData":{"c":"${mark(Buffer.from('1e400'))}"}}`,
  );
});

test('equal values have equal marks, wherever they stand; another key makes others', async () => {
  const object = { ...MANIFEST, data: { a: 'aGVsbG8=' }, stringData: { b: 'hello' } };
  const after = JSON.parse(await redacted(captured(object, 'secrets'))) as { data: { a: string }; stringData: { b: string } };
  expect(after.data.a).toBe(after.stringData.b);
  const other = JSON.parse(await redacted(captured(object, 'secrets'), { key: Buffer.from('another key, of 32 bytes or so..') })) as {
    data: { a: string };
  };
  expect(other.data.a).not.toBe(after.data.a);
  expect(other.data.a).toMatch(/^REDACTED bytes=5 /);
});

test('a Secret whose annotations would take long to search loses all of them', async () => {
  const data = Object.fromEntries(
    Array.from({ length: 20_000 }, (_none, index) => [`k${index}`, Buffer.from(`value number ${index}`).toString('base64')]),
  );
  const annotations = Object.fromEntries(Array.from({ length: 200 }, (_none, index) => [`note-${index}`, 'x'.repeat(200)]));
  const after = JSON.parse(await redacted(captured({ ...MANIFEST, metadata: { annotations }, data }, 'secrets'))) as {
    metadata: { annotations: Record<string, string> };
  };
  expect(new Set(Object.values(after.metadata.annotations))).toEqual(new Set([mark(Buffer.from('x'.repeat(200)))]));
});
