import { expect, test } from 'vitest';
import type { DocumentChunk, ObjectRecord } from '../../records/record.ts';
import { LEAF, ROOT } from '../testing/certificates.ts';
import { secret } from '../testing/manifests.ts';
import { batchesOf, captured, END, pod, redactedRecords, START } from '../testing/records.ts';
import { certificateDocument } from './certificate-document.ts';

test('certificates follow the batch as documents, and come before the end', async () => {
  const tls = secret({ namespace: 'shop', name: 'shop-tls', data: { 'tls.crt': LEAF + ROOT, 'tls.key': 'x' } });
  const record = captured(tls.manifest, 'secrets');
  const batches = await batchesOf([
    [START, record, pod('a'), { ...record, operation: 'modified' }],
    [record, END],
  ]);
  expect(batches.map((batch) => batch.map(({ type }) => type))).toEqual([
    ['snapshot', 'object', 'object', 'object', 'document'],
    ['object', 'snapshot', 'end'],
  ]);
  const document = batches[0]?.[4] as DocumentChunk;
  expect(document).toMatchObject({
    name: 'certificates/shop/shop-tls.json',
    mediaType: 'application/json',
    part: 1,
    last: true,
    origin: { entry: 'secrets' },
  });
  expect(JSON.parse(Buffer.from(document.chunk).toString())).toMatchObject({
    namespace: 'shop',
    name: 'shop-tls',
    certificates: [
      { key: 'tls.crt', serialNumber: '0A1B2C3D' },
      { key: 'tls.crt', serialNumber: '01' },
    ],
  });
  const [, , , , single] = await redactedRecords([START, record, END, { ...record, operation: 'deleted' }]);
  expect(single?.type).toBe('end');
});

test('of a Secret that is kept, deleted or nameless no certificates are told; odd names stay in their folder', async () => {
  const tls = (namespace: string, name: string): ObjectRecord =>
    captured(secret({ namespace, name, data: { 'tls.crt': LEAF } }).manifest, 'secrets');
  const nameless = captured({ kind: 'Secret', data: { a: Buffer.from(LEAF).toString('base64') } }, 'secrets');
  const records = await redactedRecords(
    [START, tls('a', 'kept'), { ...tls('a', 'gone'), operation: 'deleted' }, nameless, tls('..', '../x/é'), END],
    { keep: [{ namespace: 'a', name: 'kept' }] },
  );
  expect(records.filter(({ type }) => type === 'document').map((record) => (record as DocumentChunk).name)).toEqual([
    'certificates/%2e%2e/%2e%2e%2f%78%2f%c3%a9.json',
  ]);
});

test('what is counted is what is told, once, and what is a certificate', async () => {
  const broken = LEAF.replace(/.(?=\n-----END)/, '!');
  const tls = captured(
    secret({ namespace: 'a', name: 'b', data: { 'tls.crt': LEAF + broken + ROOT, 'x.crt': broken } }).manifest,
    'secrets',
  );
  const gone = captured(secret({ namespace: 'a', name: 'c', data: { 'tls.crt': LEAF } }).manifest, 'secrets', { operation: 'deleted' });
  const records = await redactedRecords([START, tls, { ...tls, operation: 'modified' }, gone, END]);
  const document = records.find(({ type }) => type === 'document') as DocumentChunk;
  const told = JSON.parse(Buffer.from(document.chunk).toString()) as { certificates: object[] };
  expect(told.certificates.map((entry) => 'error' in entry)).toEqual([false, true, false, true]);
  expect(records.at(-2)).toMatchObject({ type: 'snapshot', redaction: { counts: { certificates: 2 } } });
});

test('what fills more than a mebibyte comes in parts', () => {
  const entries = Array.from({ length: 500 }, (_none, index) => ({ key: 'x', subject: `${index} ${'x'.repeat(5_000)}` }));
  const chunks = certificateDocument({ namespace: 'a', name: 'b', entries }, { snapshot: 2, origin: { entry: 'secrets' } });
  expect(chunks.map(({ part, last, snapshot, chunk }) => [part, last, snapshot, chunk.length <= 1 << 20])).toEqual([
    [1, false, 2, true],
    [2, false, 2, true],
    [3, true, 2, true],
  ]);
  expect(JSON.parse(Buffer.concat(chunks.map(({ chunk }) => chunk)).toString())).toEqual({
    namespace: 'a',
    name: 'b',
    certificates: entries,
  });
});
