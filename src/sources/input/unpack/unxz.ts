import { lazyPackage } from '../../../kube/lazy-package.ts';
import type { InputBudget } from '../budget.ts';
import { asDamage } from './as-damage.ts';

const xz = lazyPackage<typeof import('xz-decompress')>('xz-decompress');

/**
 * Unpacks xz, of one or more streams. Whatever came before a cut or damaged place is yielded first; then it throws CutError. The library
 * allows dictionaries of 64 MiB (`xz -9`), and one stream at a time: the next waits until this one was read or left.
 */
export async function* unxz(packed: AsyncIterable<Uint8Array>, budget: InputBudget): AsyncGenerator<Uint8Array> {
  let taken = 0;
  let unpacked = 0;
  let failure: unknown = null;
  const iterator = packed[Symbol.asyncIterator]();
  const input = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next().catch((error: unknown) => {
        failure = error;
        return { done: true as const, value: undefined };
      });
      if (next.done === true) controller.close();
      else {
        taken += next.value.length;
        controller.enqueue(next.value);
      }
    },
  });
  const reader = new (xz().XzReadableStream)(input).getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      unpacked += value.length;
      budget.checkRatio(taken, unpacked);
      if (value.length > 0) yield value;
    }
  } catch (error) {
    throw failure ?? asDamage(withReason(error), isEarlyEnd);
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  if (failure !== null) throw failure;
}

/** Of xz-embedded: enum xz_ret in linux/include/linux/xz.h. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['4', 'its dictionary is larger than 64 MiB: unpack it with "xz -d" first'],
  ['6', 'it has a filter or checksum that is not read: unpack it with "xz -d" first'],
]);

function withReason(error: unknown): unknown {
  const code = error instanceof Error ? /error code (\d+)$/.exec(error.message)?.[1] : undefined;
  const reason = REASONS.get(code ?? '');
  return reason === undefined ? error : new Error(reason, { cause: error });
}

/** XZ_BUF_ERROR: no more input, and more is needed. */
function isEarlyEnd(error: Error): boolean {
  return error.message.endsWith('error code 8');
}
