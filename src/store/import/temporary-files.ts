/** Names of files under way: hidden, beside their final name, with the process that writes them, so that what a killed one left can be told. */
import { randomBytes } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';

const MARK = /^\..+\.([^.]*)\.(\d+)\.[0-9a-f]{8}\.tmp(?:-staging|-journal|-wal)?$/;
const ONE_DAY = 86_400_000;

/** Those of this process: its number may be that of a dead one, in a container above all. */
const ours = new Set<string>();

export function temporaryPath(folder: string, name: string): string {
  const temporary = `.${name}.${host()}.${process.pid}.${randomBytes(4).toString('hex')}.tmp`;
  ours.add(temporary);
  return join(folder, temporary);
}

/** Removes temporary files whose process is gone; those of another machine that shares the folder once they are a day old. */
export function removeStaleFiles(folder: string): void {
  for (const name of readdirSync(folder)) {
    const [, writtenOn, processId] = MARK.exec(name) ?? [];
    if (writtenOn === undefined || processId === undefined || ours.has(name.replace(/-staging$/, ''))) continue;
    const path = join(folder, name);
    const isStale = writtenOn === host() ? !isAlive(Number(processId)) : ageOf(path) > ONE_DAY;
    if (isStale) rmSync(path, { recursive: true, force: true });
  }
}

function host(): string {
  return hostname().replace(/[^A-Za-z0-9-]/g, '-');
}

function isAlive(processId: number): boolean {
  if (processId === process.pid) return false;
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return 0;
  }
}
