import { type LogChunk, MAX_CHUNK_BYTES, type Origin } from '../records/record.ts';
import type { LogPart } from './layout.ts';

type Key = Omit<LogPart, 'part'>;

/** A capture reads so many logs at once, at most, and their parts come as they were read; of each a part of 1 MiB is held. */
const OPEN_LOGS = 32;

/** Numbers the chunks of logs, whose parts may come mixed, and holds the latest of each back until it is known whether it was the last. */
export class LogJoiner {
  /** The log that waits longest comes first. */
  readonly #held = new Map<string, LogChunk>();

  /** Returns the chunk before of this log, if any; or the last one of a log that was waited for long enough. */
  push(key: Key, chunk: Uint8Array, origin: Origin): LogChunk[] {
    const { namespace, pod, container, previous } = key;
    const name = JSON.stringify([namespace, pod, container, previous]);
    const before = this.#held.get(name);
    const part = (before?.part ?? 0) + 1;
    const held = { type: 'log' as const, snapshot: 0, namespace, pod, container, previous, part, last: true, chunk: owned(chunk), origin };
    this.#held.delete(name);
    this.#held.set(name, held);
    return before === undefined ? this.#overdue() : [{ ...before, last: false }];
  }

  /** Nothing more of the logs that are held back. */
  flush(): LogChunk[] {
    const held = [...this.#held.values()];
    this.#held.clear();
    return held;
  }

  #overdue(): LogChunk[] {
    const [oldest] = this.#held;
    if (oldest === undefined || this.#held.size <= OPEN_LOGS) return [];
    this.#held.delete(oldest[0]);
    return [oldest[1]];
  }
}

/** A view that waits would keep all that it is a view of. */
function owned(chunk: Uint8Array): Uint8Array {
  return chunk.buffer.byteLength > 2 * MAX_CHUNK_BYTES ? Uint8Array.from(chunk) : chunk;
}
