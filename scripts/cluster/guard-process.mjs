/** The program of guard.mjs: reads `watch PID` and `forget PID`; at the end of its input it ends what is watched and removes the folder it was given. */
import { rmSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** @type {Set<number>} */
const watched = new Set();

// A signal to our parent's whole tree must not end us before it: our input tells when it is gone.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, () => undefined);

for await (const line of createInterface({ input: process.stdin })) {
  const [verb, pid] = line.split(' ');
  if (verb === 'watch') watched.add(Number(pid));
  if (verb === 'forget') watched.delete(Number(pid));
}
for (const pid of watched) {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended in this moment.
  }
}
const [folder] = process.argv.slice(2);
if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
