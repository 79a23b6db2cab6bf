import { lazyPackage } from '../../../kube/lazy-package.ts';
import type { InputBudget } from '../budget.ts';
import { asDamage } from './as-damage.ts';

const unbzip2Stream = lazyPackage<typeof import('unbzip2-stream')>('unbzip2-stream');

/** Small steps, so that what one of them unpacks to stays small. */
const STEP_BYTES = 64 * 1024;

/** Unpacks bzip2, of one or more streams. Whatever came before a cut or damaged place is yielded first; then it throws CutError. */
export async function* unbzip2(packed: AsyncIterable<Uint8Array>, budget: InputBudget): AsyncGenerator<Uint8Array> {
  const stream = unbzip2Stream()();
  const state: { taken: number; unpacked: number; failure: unknown } = { taken: 0, unpacked: 0, failure: null };
  let blocks: Uint8Array[] = [];
  // The stream works when it is written to, and what is thrown here stops it: a limit holds before the next block is unpacked.
  stream.on('data', (block: Uint8Array) => {
    blocks.push(block);
    state.unpacked += block.length;
    budget.checkRatio(state.taken, state.unpacked);
  });
  stream.on('error', (error: unknown) => {
    state.failure ??= asDamage(error, isEarlyEnd);
  });
  for await (const chunk of packed) {
    for (let start = 0; start < chunk.length && state.failure === null; start += STEP_BYTES) {
      const step = chunk.subarray(start, start + STEP_BYTES);
      state.taken += step.length;
      stream.write(Buffer.from(step));
      yield* blocks;
      blocks = [];
    }
    if (state.failure !== null) throw state.failure;
  }
  stream.end();
  yield* blocks;
  if (state.failure !== null) throw state.failure;
}

/** The library reads on behind its last byte. */
function isEarlyEnd(error: Error): boolean {
  return error instanceof TypeError || error.message.includes('prematurely');
}
