import { once } from 'node:events';
import { createGunzip, type Gunzip } from 'node:zlib';
import { CutError } from '../../../bundle/entry.ts';
import type { InputBudget } from '../budget.ts';

const OUTPUT_CHUNK = 256 * 1024;

/**
 * Unpacks a gzip stream of one or more members. Whatever came before a cut or damaged place is yielded first;
 * then it throws CutError. Node's own iteration over the stream would lose what is buffered when the error comes.
 */
export async function* gunzip(packed: AsyncIterable<Uint8Array>, budget: InputBudget): AsyncGenerator<Uint8Array> {
  const stream = createGunzip({ chunkSize: OUTPUT_CHUNK });
  const state: { fed: boolean; ended: boolean; error: Error | null } = { fed: false, ended: false, error: null };
  stream.on('end', () => {
    state.ended = true;
  });
  stream.on('error', (error) => {
    state.error ??= error;
  });
  // Never waited for: where the reader stops early, standard input may give its next chunk much later, or never.
  void feed(packed, stream).then(
    () => {
      state.fed = true;
      stream.emit('readable');
    },
    (error: unknown) => stream.destroy(error instanceof Error ? error : new Error(String(error))),
  );
  let unpacked = 0;
  try {
    for (;;) {
      const chunk = stream.read() as Buffer | null;
      if (chunk !== null) {
        unpacked += chunk.length;
        budget.checkRatio(stream.bytesWritten, unpacked);
        yield chunk;
      } else if (state.ended || state.error !== null) {
        break;
      } else if (state.fed && !stream.writableEnded) {
        // Only now, with all output taken, may the end be told: an early end is an error that destroys the stream.
        stream.end();
      } else {
        await nextChange(stream);
      }
    }
  } finally {
    stream.destroy();
  }
  if (state.error !== null) throw asCut(state.error);
}

/** Resolves when the last byte was unpacked, or when nobody reads any more. */
async function feed(packed: AsyncIterable<Uint8Array>, stream: Gunzip): Promise<void> {
  for await (const chunk of packed) {
    if (stream.destroyed) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        stream.off('close', done);
        resolve();
      };
      stream.once('close', done);
      stream.write(chunk, done);
    });
  }
}

async function nextChange(stream: Gunzip): Promise<void> {
  const listening = new AbortController();
  const { signal } = listening;
  try {
    await Promise.race(['readable', 'end', 'close'].map((event) => once(stream, event, { signal }).catch(() => undefined)));
  } finally {
    listening.abort();
  }
}

function asCut(error: Error & { code?: string }): Error {
  if (error.code === 'Z_BUF_ERROR') return new CutError('the compressed stream ends early');
  if (error.code?.startsWith('Z_')) return new CutError(`the compressed stream is damaged (${error.message})`);
  return error;
}
