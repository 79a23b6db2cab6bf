import { expect, test } from 'vitest';
import { pipe, type Sink, type Source, type Stage } from './pipe.ts';
import type { RecordBatch } from './record.ts';

const batch = (resource: string): RecordBatch => [
  { type: 'sync', snapshot: 0, resource: { group: '', version: 'v1', resource }, resourceVersion: '1' },
];

function sourceOf(names: readonly string[], log: string[] = []): Source {
  async function* records(): AsyncGenerator<RecordBatch> {
    try {
      for (const name of names) {
        log.push(`read ${name}`);
        yield batch(name);
      }
    } finally {
      log.push('source closed');
    }
  }
  return { format: 'test', records };
}

function sinkTo(log: string[], faults: { write?: string; finish?: boolean; abort?: boolean } = {}): Sink<number> {
  let batches = 0;
  return {
    async write(given) {
      await new Promise((resolve) => setImmediate(resolve));
      const name = given[0]?.type === 'sync' ? given[0].resource.resource : '?';
      if (name === faults.write) throw new Error(`cannot write ${name}`);
      log.push(`write ${name}`);
      batches++;
    },
    finish() {
      if (faults.finish === true) throw new Error('cannot finish');
      log.push('finish');
      return batches;
    },
    abort(error) {
      log.push(`abort: ${error instanceof Error ? error.message : String(error)}`);
      if (faults.abort === true) throw new Error('cannot abort');
    },
  };
}

test('a batch is read only when the one before was taken', async () => {
  const log: string[] = [];
  expect(await pipe({ source: sourceOf(['a', 'b'], log), sink: sinkTo(log) })).toBe(2);
  expect(log).toEqual(['read a', 'write a', 'read b', 'write b', 'source closed', 'finish']);
});

test('stages see the batches in their order', async () => {
  const log: string[] = [];
  const tag = (name: string): Stage =>
    async function* (batches) {
      for await (const given of batches) {
        log.push(name);
        yield given;
      }
    };
  await pipe({ source: sourceOf(['a']), stages: [tag('first'), tag('second')], sink: sinkTo(log) });
  expect(log).toEqual(['first', 'second', 'write a', 'finish']);
});

test('a sink that fails is told to abort, the source is closed, and the failure is what comes out', async () => {
  const log: string[] = [];
  await expect(pipe({ source: sourceOf(['a', 'b', 'c'], log), sink: sinkTo(log, { write: 'b' }) })).rejects.toThrow('cannot write b');
  expect(log).toEqual(['read a', 'write a', 'read b', 'source closed', 'abort: cannot write b']);
});

test('a source that fails aborts the sink', async () => {
  const log: string[] = [];
  async function* records(): AsyncGenerator<RecordBatch> {
    yield batch('a');
    throw new Error('cannot read');
  }
  await expect(pipe({ source: { format: 'test', records }, sink: sinkTo(log) })).rejects.toThrow('cannot read');
  expect(log).toEqual(['write a', 'abort: cannot read']);
});

test('a failing finish aborts too', async () => {
  const log: string[] = [];
  await expect(pipe({ source: sourceOf([]), sink: sinkTo(log, { finish: true }) })).rejects.toThrow('cannot finish');
  expect(log).toEqual(['abort: cannot finish']);
});

test('the first failure comes out, also where aborting fails', async () => {
  const log: string[] = [];
  await expect(pipe({ source: sourceOf(['a']), sink: sinkTo(log, { write: 'a', abort: true }) })).rejects.toThrow('cannot write a');
});

test('an abort stops between two batches, before anything is read where it came first', async () => {
  const log: string[] = [];
  const controller = new AbortController();
  const sink = sinkTo(log);
  const stopping: Sink<number> = {
    ...sink,
    async write(given) {
      await sink.write(given);
      controller.abort(new Error('stopped'));
    },
  };
  await expect(pipe({ source: sourceOf(['a', 'b'], log), sink: stopping, signal: controller.signal })).rejects.toThrow('stopped');
  expect(log).toEqual(['read a', 'write a', 'read b', 'source closed', 'abort: stopped']);
  log.length = 0;
  await expect(pipe({ source: sourceOf(['a'], log), sink: sinkTo(log), signal: controller.signal })).rejects.toThrow('stopped');
  expect(log).toEqual(['abort: stopped']);
});

test('a source that is asked ahead of the sink is not waited for when the sink fails', async () => {
  const source: Source = {
    format: 'test',
    async *records({ signal }) {
      yield batch('a');
      // As a list of a server that hangs: nothing but the signal ends it.
      await new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
    },
  };
  const ahead: Stage = async function* (batches) {
    const iterator = batches[Symbol.asyncIterator]();
    const first = await iterator.next();
    const second = iterator.next().catch(() => undefined);
    try {
      yield first.value as RecordBatch;
    } finally {
      await second;
    }
  };
  const log: string[] = [];
  await expect(pipe({ source, stages: [ahead], sink: sinkTo(log, { write: 'a' }) })).rejects.toThrow('cannot write a');
  expect(log).toEqual(['abort: cannot write a']);
});
