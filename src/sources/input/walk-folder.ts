import { createReadStream, type Dirent } from 'node:fs';
import { lstat, opendir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CutError, type Entry } from '../../bundle/entry.ts';
import { checkPath, resolveLink } from '../../bundle/entry-path.ts';
import type { InputBudget } from './budget.ts';

const READ_BYTES = 256 * 1024;
const DEEPEST = 100;

/** The files of a folder, in the order of their names. Links are told, never followed. What cannot be read is a problem, not the end. */
export function walkFolder(options: { readonly folder: string; readonly budget: InputBudget }): AsyncIterable<Entry> {
  return walk({ ...options, path: '', depth: 0 });
}

interface Step {
  readonly folder: string;
  readonly budget: InputBudget;
  /** Below the folder; '' for itself. */
  readonly path: string;
  readonly depth: number;
}

async function* walk(step: Step): AsyncGenerator<Entry> {
  const children = await listed(step);
  if (!Array.isArray(children)) {
    yield problem(step.path || '.', 'UNREADABLE', `cannot be listed: ${children.message}`);
    return;
  }
  for (const child of children) {
    const path = step.path === '' ? child.name : `${step.path}/${child.name}`;
    if (checkPath(path) === 'ignored') continue;
    if (child.isDirectory()) {
      if (step.depth >= DEEPEST) yield problem(path, 'FOLDER_TOO_DEEP', `lies more than ${DEEPEST} folders deep`);
      else yield* walk({ ...step, path, depth: step.depth + 1 });
    } else {
      step.budget.countEntry();
      yield await toEntry(step, path, child);
    }
  }
}

async function listed({ folder, path }: Step): Promise<Dirent[] | Error> {
  try {
    const children: Dirent[] = [];
    for await (const child of await opendir(join(folder, path))) children.push(child);
    return children.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

async function toEntry({ folder, budget }: Step, path: string, child: Dirent): Promise<Entry> {
  const file = join(folder, path);
  try {
    if (child.isSymbolicLink()) {
      const target = resolveLink(path, await readlink(file));
      return target === null ? problem(path, 'LINK_REFUSED', 'is a link that leads out of the folder') : { type: 'link', path, target };
    }
    if (!child.isFile()) return problem(path, 'LINK_REFUSED', 'is not a plain file');
    const { size } = await lstat(file);
    if (size > budget.limits.entryBytes)
      return problem(path, 'ENTRY_TOO_LARGE', `has ${size} bytes: the limit "entryBytes" is ${budget.limits.entryBytes}`);
    return { type: 'file', path, size, chunks: () => chunks(file, path, budget) };
  } catch (error) {
    return problem(path, 'UNREADABLE', `cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

async function* chunks(file: string, path: string, budget: InputBudget): AsyncGenerator<Uint8Array> {
  const stream = createReadStream(file, { highWaterMark: READ_BYTES });
  const reading = stream[Symbol.asyncIterator]();
  try {
    for (;;) {
      const next = await reading.next().catch((error: unknown) => {
        throw new CutError(`${path} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
      });
      if (next.done === true) return;
      budget.countBytes(next.value.length);
      yield next.value;
    }
  } finally {
    stream.destroy();
  }
}

function problem(path: string, code: string, reason: string): Entry {
  return { type: 'problem', path, severity: 'warning', code, message: `${path} was skipped: it ${reason}.` };
}
