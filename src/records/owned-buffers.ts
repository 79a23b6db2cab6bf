/** Buffers that belong to one batch alone, so that they may change hands with it: nothing else looks at them. */
const owned = new WeakSet<ArrayBufferLike>();

/** From now on all views of the buffer are those of the records of one batch. */
export function giveToBatch(buffer: ArrayBufferLike): void {
  owned.add(buffer);
}

export function belongsToBatch(buffer: ArrayBufferLike): buffer is ArrayBuffer {
  return owned.has(buffer);
}
