import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { acquireLock } from './lock.mjs';

function lockFile() {
  const folder = mkdtempSync(join(tmpdir(), 'snapgraph-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return join(folder, 'set-up.lock');
}

/** The number of a process that has ended. */
const ended = () => Number(execFileSync(process.execPath, ['-p', 'process.pid'], { encoding: 'utf8' }));

const nobodyWaits = () => expect.unreachable('nobody should have to wait');

test('one at a time: the second waits for the first, and is told for whom', async () => {
  const file = lockFile();
  const first = await acquireLock({ file, onWait: nobodyWaits });
  /** @type {unknown[]} */
  const waits = [];
  /** @type {string[]} */
  const order = [];
  const second = acquireLock({ file, onWait: (holder) => waits.push(...holder.pids) }).then((lock) => {
    order.push('second');
    lock.release();
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  order.push('first');
  first.release();
  await second;
  expect(order).toEqual(['first', 'second']);
  expect(waits).toEqual([process.pid]);
  expect(existsSync(file)).toBe(false);
});

test.each([
  ['whose process has ended', () => ({ host: hostname(), pids: [ended()], key: 'x' }), 0],
  ['that is older than any set-up', () => ({ host: hostname(), pids: [process.pid], key: 'x' }), 31 * 60_000],
  ['of a silent holder on another host', () => ({ host: 'another', pids: [process.pid], key: 'x' }), 61_000],
  ['that nobody can read', () => 'not ours', 61_000],
])('a lock %s is taken over', async (_name, holder, ageMs) => {
  const file = lockFile();
  writeFileSync(file, JSON.stringify(holder()));
  const time = new Date(Date.now() - ageMs);
  utimesSync(file, time, time);
  const lock = await acquireLock({ file, onWait: nobodyWaits });
  expect(JSON.parse(readFileSync(file, 'utf8')).pids).toEqual([process.pid]);
  lock.release();
});

test('a lock is held as long as what its holder started lives', async () => {
  const file = lockFile();
  writeFileSync(file, JSON.stringify({ host: hostname(), pids: [ended(), process.pid], key: 'x' }));
  let waited = false;
  const waiting = acquireLock({ file, onWait: () => (waited = true) });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(waited).toBe(true);
  rmSync(file);
  (await waiting).release();
});

test('many at once: never two inside', async () => {
  const file = lockFile();
  writeFileSync(file, JSON.stringify({ host: hostname(), pids: [ended()], key: 'x' }));
  let inside = 0;
  let most = 0;
  const enter = async () => {
    const lock = await acquireLock({ file, onWait: () => undefined });
    inside += 1;
    most = Math.max(most, inside);
    await new Promise((resolve) => setTimeout(resolve, 20));
    inside -= 1;
    lock.release();
  };
  await Promise.all(Array.from({ length: 5 }, enter));
  expect(most).toBe(1);
});
