/** What happens to the body of an answer on its way: cut, held, slowed. */
import { Transform } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

/** So often a slow body moves on. */
const dripMs = 50;

/**
 * @param {import('../types.ts').FaultAction | null} action
 * @returns {Transform | null} null: the body goes through as it is
 */
export function bodyFault(action) {
  if (action?.type === 'drip') return drip(action.bytesPerSecond);
  if ((action?.type === 'hang' || action?.type === 'cut') && action.afterBytes !== undefined) return stopAfter(action.afterBytes);
  return null;
}

/**
 * Ends when the limit is reached, though its input goes on; what comes up behind is no longer taken.
 * A body that is shorter goes through whole, and its end is one like any other: `reachedLimit` tells them apart.
 * @param {number} limit
 */
function stopAfter(limit) {
  let left = limit;
  return new Transform({
    transform(chunk, _encoding, done) {
      const part = chunk.subarray(0, left);
      left -= part.length;
      this.push(part);
      if (left > 0) return done();
      reached.add(this);
      this.push(null);
    },
  });
}

/** @type {WeakSet<Transform>} */
const reached = new WeakSet();

/** @param {Transform} body */
export function reachedLimit(body) {
  return reached.has(body);
}

/** @param {number} bytesPerSecond */
function drip(bytesPerSecond) {
  const step = Math.max(1, Math.round((bytesPerSecond * dripMs) / 1000));
  const pauseMs = (step / bytesPerSecond) * 1000;
  return new Transform({
    async transform(chunk, _encoding, done) {
      for (let from = 0; from < chunk.length && !this.destroyed; from += step) {
        this.push(chunk.subarray(from, from + step));
        await sleep(pauseMs, undefined, { ref: false });
      }
      done();
    },
  });
}
