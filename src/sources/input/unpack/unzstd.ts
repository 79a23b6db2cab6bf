import { CutError } from '../../../bundle/entry.ts';
import { lazyPackage } from '../../../kube/lazy-package.ts';
import type { InputBudget } from '../budget.ts';
import { asDamage } from './as-damage.ts';

const fzstd = lazyPackage<typeof import('fzstd')>('fzstd');

/** Frames that look back further are refused, as the zstd command line does without --long. Source: lib/zstd.h, ZSTD_WINDOWLOG_LIMIT_DEFAULT. */
const LARGEST_WINDOW = 128 * 2 ** 20;
/** A block of a few bytes costs as much as a whole window: so slow no honest file is. */
const PATIENCE_MS = 10_000;
const SLOWEST_BYTES_PER_MS = 500;
/** Small steps, so that what one of them unpacks to stays small. */
const STEP_BYTES = 64 * 1024;

/** Unpacks zstd, of one or more frames. Whatever came before a cut or damaged place is yielded first; then it throws CutError. */
export async function* unzstd(packed: AsyncIterable<Uint8Array>, budget: InputBudget): AsyncGenerator<Uint8Array> {
  const unpacking = new Unpacking(budget);
  for await (const chunk of packed) {
    for (let start = 0; start < chunk.length; start += STEP_BYTES) {
      const failure = unpacking.push(chunk.subarray(start, start + STEP_BYTES));
      yield* unpacking.take();
      if (failure !== null) throw failure;
    }
  }
  const failure = unpacking.end();
  yield* unpacking.take();
  if (failure !== null) throw failure;
}

class Unpacking {
  readonly #budget: InputBudget;
  readonly #decompressor = new (fzstd().Decompress)((block) => this.#keep(block));
  #blocks: Uint8Array[] = [];
  #packed = 0;
  #unpacked = 0;
  #spentMs = 0;
  #stepBegan = 0;

  constructor(budget: InputBudget) {
    this.#budget = budget;
  }

  /** What keeps it from going on. */
  push(step: Uint8Array): unknown {
    if (this.#packed === 0 && windowOf(step) > LARGEST_WINDOW)
      return new CutError(`its zstd window is larger than ${LARGEST_WINDOW} bytes; unpack it with "zstd -d --long=31" first`);
    this.#packed += step.length;
    return this.#step(() => this.#decompressor.push(step));
  }

  end(): unknown {
    return this.#packed === 0 ? null : this.#step(() => this.#decompressor.push(new Uint8Array(), true));
  }

  /** What was unpacked since the last call. */
  take(): readonly Uint8Array[] {
    const taken = this.#blocks;
    this.#blocks = [];
    return taken;
  }

  #step(work: () => void): unknown {
    this.#stepBegan = performance.now();
    try {
      work();
      return null;
    } catch (error) {
      return asDamage(error, isEarlyEnd);
    } finally {
      this.#spentMs += performance.now() - this.#stepBegan;
    }
  }

  #keep(block: Uint8Array): void {
    if (block.length > 0) this.#blocks.push(block);
    this.#unpacked += block.length;
    this.#budget.checkRatio(this.#packed, this.#unpacked);
    const spent = this.#spentMs + performance.now() - this.#stepBegan;
    if (spent > PATIENCE_MS && this.#unpacked < spent * SLOWEST_BYTES_PER_MS)
      throw new CutError('its zstd blocks are made to take long; unpack it with "zstd -d" first');
  }
}

/** Of the frame that begins here: RFC 8878, §3.1.1.1.2; 0 where there is none, or the whole frame is its window. */
function windowOf(head: Uint8Array): number {
  const [, , , , descriptor = 0, window = 0] = head;
  const isFrame = head[0] === 0x28 && head[1] === 0xb5 && head[2] === 0x2f && head[3] === 0xfd;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  if (!isFrame) return 0;
  if (!isSingleSegment) {
    const base = 2 ** (10 + (window >> 3));
    return base + (base / 8) * (window & 7);
  }
  const sizeBytes = [1, 2, 4, 8][descriptor >> 6] ?? 1;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3] ?? 0;
  const start = 5 + dictionaryBytes;
  return head.subarray(start, start + sizeBytes).reduce((size, byte, index) => size + byte * 256 ** index, 0);
}

/** Of fzstd: UnexpectedEOF. */
function isEarlyEnd(error: Error & { code?: unknown }): boolean {
  return error.code === 5;
}
