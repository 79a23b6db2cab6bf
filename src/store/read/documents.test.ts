import { expect, test } from 'vitest';
import type { DocumentChunk } from '../../records/record.ts';
import { importRecords } from '../testing/import-records.ts';

function chunk(name: string, part: number, text: string, rest: Partial<DocumentChunk> = {}): DocumentChunk {
  const bytes = Buffer.from(text);
  return {
    type: 'document',
    snapshot: 0,
    name,
    mediaType: 'text/plain',
    part,
    last: false,
    chunk: bytes,
    origin: { entry: name },
    ...rest,
  };
}

async function textOf(reader: Awaited<ReturnType<typeof importRecords>>, name: string): Promise<string> {
  return Buffer.from((await reader.document(name))?.bytes ?? []).toString();
}

test('documents in parts, mixed as they come; one without bytes says how reading it went', async () => {
  const reader = await importRecords([
    chunk('b', 1, 'one '),
    chunk('a', 1, 'other', { last: true }),
    chunk('b', 2, 'two', { last: true }),
    chunk('c', 0, '', { outcome: 'denied', httpStatus: 403 }),
  ]);
  expect(await textOf(reader, 'b')).toBe('one two');
  expect(await reader.documents()).toEqual([
    { name: 'a', mediaType: 'text/plain', sizeBytes: 5, outcome: 'ok' },
    { name: 'b', mediaType: 'text/plain', sizeBytes: 7, outcome: 'ok' },
    { name: 'c', mediaType: 'text/plain', sizeBytes: 0, outcome: 'denied' },
  ]);
  expect(await reader.document('none')).toBeNull();
});

test('of a document that comes twice the first is kept whole, and a problem says so', async () => {
  const reader = await importRecords([
    chunk('a', 1, 'one '),
    chunk('a', 2, 'two', { last: true }),
    chunk('a', 1, 'OTHER', { last: true }),
    chunk('a', 0, '', { outcome: 'partial', message: 'cut' }),
  ]);
  expect(await textOf(reader, 'a')).toBe('one two');
  expect(await reader.documents()).toMatchObject([{ name: 'a', sizeBytes: 7, outcome: 'partial' }]);
  expect(await reader.problems()).toMatchObject([{ code: 'DUPLICATE_DOCUMENT', severity: 'info', entry: 'a' }]);
});
