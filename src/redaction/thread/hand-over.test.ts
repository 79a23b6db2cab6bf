/** Both ends in one thread, with a channel between them. */
import { MessageChannel } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { giveToBatch } from '../../records/owned-buffers.ts';
import type { RecordBatch, SnapshotRecord } from '../../records/record.ts';
import { HandOver, type Message } from './hand-over.ts';
import { packBatch } from './packed-batch.ts';

function ends(): { readonly here: HandOver; readonly there: HandOver } {
  const { port1, port2 } = new MessageChannel();
  const here = new HandOver(port1);
  const there = new HandOver(port2);
  port1.on('message', (message: Message) => here.receive(message));
  port2.on('message', (message: Message) => there.receive(message));
  onTestFinished(() => port1.close());
  return { here, there };
}

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text));
const object = (text: string): SnapshotRecord => ({
  type: 'object',
  snapshot: 0,
  operation: 'present',
  raw: bytes(text),
  origin: { entry: 'e' },
});
const all: readonly RecordBatch[] = [
  [{ type: 'snapshot', snapshot: 0, format: 'snapgraph' }],
  [
    object('{"a":1}'),
    object(''),
    { type: 'object', snapshot: 0, operation: 'deleted', value: { a: [1, null] }, origin: { entry: 'v', line: 2 } },
  ],
  [],
  [
    {
      type: 'log',
      snapshot: 0,
      namespace: 'n',
      pod: 'p',
      container: 'c',
      previous: true,
      part: 1,
      last: false,
      chunk: bytes('ü\n'),
      origin: { entry: 'l' },
    },
    {
      type: 'document',
      snapshot: 0,
      name: 'd',
      mediaType: 'text/plain',
      part: 0,
      last: true,
      chunk: bytes(''),
      origin: { entry: 'd' },
      outcome: 'denied',
    },
  ],
  [{ type: 'end', snapshot: 0, finished: true }],
];

async function* from(batches: readonly RecordBatch[], given: (index: number) => void = () => undefined): AsyncGenerator<RecordBatch> {
  for (const [index, batch] of batches.entries()) {
    given(index);
    yield batch;
  }
}

test('records of every type arrive as they were, in their order', async () => {
  const { here, there } = ends();
  const giving = here.give(from(all));
  const taken: RecordBatch[] = [];
  for await (const batch of there.take()) taken.push(batch);
  await giving;
  expect(taken).toEqual(all);
});

test('what stands in a buffer of the batch changes hands, what stands elsewhere stays', async () => {
  const { here, there } = ends();
  const text = bytes('{"a":1}\n{"b":2}\n');
  giveToBatch(text.buffer);
  const other = bytes('{"c":3}');
  const alike = { type: 'object', snapshot: 0, operation: 'present', origin: { entry: 'e' } } as const;
  const [a, b] = [text.subarray(0, 7), text.subarray(8, 15)];
  const giving = here.give(from([[a, other, b].map((raw) => ({ ...alike, raw }))]));
  const taken: RecordBatch[] = [];
  for await (const batch of there.take()) taken.push(batch);
  await giving;
  expect(taken).toEqual([['{"a":1}', '{"c":3}', '{"b":2}'].map((json) => ({ ...alike, raw: bytes(json) }))]);
  expect([a, b, other].map(({ length }) => length)).toEqual([0, 0, 7]);
});

test('objects arrive with what differs between them', async () => {
  const { here, there } = ends();
  const base = { type: 'object', snapshot: 0, operation: 'present', raw: bytes('{}'), origin: { entry: 'e' } } as const;
  const resource = { group: '', version: 'v1', resource: 'pods' };
  const batch: RecordBatch = [
    base,
    { ...base, origin: { entry: 'f' } },
    { ...base, resource },
    { ...base, resource, observedAt: 1 },
    { ...base, resource, observedAt: 1, operation: 'deleted' },
    { ...base, snapshot: 1 },
    { ...base, value: { a: 1 } },
    { ...base, value: { a: 2 } },
    base,
  ];
  const giving = here.give(from([batch]));
  const taken: RecordBatch[] = [];
  for await (const one of there.take()) taken.push(one);
  await giving;
  expect(taken).toEqual([batch]);
});

test('who gives waits for who takes', async () => {
  const { here, there } = ends();
  let given = 0;
  const many = Array.from({ length: 50 }, (_, index): RecordBatch => [object(String(index))]);
  const giving = here.give(from(many, (index) => (given = index + 1)));
  let taken = 0;
  for await (const batch of there.take()) {
    expect(batch).toEqual(many[taken++]);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(given - taken).toBeLessThanOrEqual(3);
  }
  await giving;
  expect(taken).toBe(50);
});

test('a failure ends both who gives and who takes', async () => {
  const { here, there } = ends();
  const endless = (async function* () {
    for (;;) yield [object('x')];
  })();
  const giving = here.give(endless);
  here.fail(new Error('no more'));
  await expect(giving).rejects.toThrow('no more');
  there.receive({ type: 'failed', message: 'the other end broke' });
  await expect(
    (async () => {
      for await (const _ of there.take());
    })(),
  ).rejects.toThrow('the other end broke');
});

test('what came before a failure is taken all the same', async () => {
  const { there } = ends();
  const taking = there.take();
  const first = taking.next();
  // All in one turn, as at the end of a thread.
  there.receive({ type: 'batch', batch: packBatch([object('x')]) });
  there.receive({ type: 'batch', batch: null });
  there.fail(new Error('it ended'));
  expect((await first).value).toEqual([object('x')]);
  expect((await taking.next()).done).toBe(true);
});

test('what the giver meets is thrown to who waits for it', async () => {
  const { here } = ends();
  const broken = (async function* (): AsyncGenerator<RecordBatch> {
    yield [];
    throw new Error('the source broke');
  })();
  await expect(here.give(broken)).rejects.toThrow('the source broke');
});
