import type { LogChunk, Origin } from '../records/record.ts';
import type { LogPart } from './layout.ts';

type Key = Omit<LogPart, 'part'>;

/** Numbers the chunks of a log whose parts come one after the other, and holds each back until it is known whether it was the last. */
export class LogJoiner {
  readonly #snapshot: number;
  #held: LogChunk | null = null;

  constructor(snapshot = 0) {
    this.#snapshot = snapshot;
  }

  /** Returns the chunk before, if any. */
  push(key: Key, chunk: Uint8Array, origin: Origin): LogChunk[] {
    const { namespace, pod, container, previous } = key;
    const before = this.#held;
    const continues = before !== null && sameLog(before, key);
    const part = continues ? before.part + 1 : 1;
    this.#held = { type: 'log', snapshot: this.#snapshot, namespace, pod, container, previous, part, last: true, chunk, origin };
    return before === null ? [] : [continues ? { ...before, last: false } : before];
  }

  /** Nothing more of the log that is held back. */
  flush(): LogChunk[] {
    const before = this.#held;
    this.#held = null;
    return before === null ? [] : [before];
  }
}

function sameLog(log: Key, other: Key): boolean {
  return log.container === other.container && log.pod === other.pod && log.namespace === other.namespace && log.previous === other.previous;
}
