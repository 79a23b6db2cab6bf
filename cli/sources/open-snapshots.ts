/** From SOURCE to readers: snapshot files are opened, captures imported or found in the cache. */
import { basename } from 'node:path';
import { importCached } from '../../src/store/cache.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Reader } from '../../src/store/reader.ts';
import { CommandError } from '../errors.ts';
import type { Output } from '../output/output.ts';
import { createProgress } from '../output/progress.ts';
import { lineText } from '../output/terminal-text.ts';
import { interruptible } from './interrupt.ts';
import { locate } from './locate.ts';

export interface OpenOptions {
  readonly source: string;
  /** A stream of objects is all there is. */
  readonly complete: boolean;
  readonly output: Output;
}

/** At least one; the caller closes them. Of a store, files that cannot be opened are named on standard error and left out. */
export async function openSnapshots(options: OpenOptions): Promise<readonly Reader[]> {
  const located = locate(options.source);
  if (located.type === 'snapshots') return openAll({ paths: located.paths, output: options.output });
  const paths = await importCapture({ ...options, location: located.location });
  return paths.map((path) => openSnapshot(path));
}

/** Runs the work over the snapshots of a SOURCE and closes them, whatever comes of it. */
export async function withSnapshots<Result>(options: OpenOptions, work: (readers: readonly Reader[]) => Promise<Result>): Promise<Result> {
  const readers = await openSnapshots(options);
  try {
    return await work(readers);
  } finally {
    for (const reader of readers) reader.close();
  }
}

function openAll(options: { readonly paths: readonly string[]; readonly output: Output }): Reader[] {
  const { paths, output } = options;
  const failures: string[] = [];
  const readers = paths.flatMap((path) => {
    try {
      return openSnapshot(path);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
      return [];
    }
  });
  if (readers.length === 0) throw new CommandError(failures.join('\n'));
  for (const failure of failures) output.warn(`Left out: ${failure}`);
  return readers;
}

async function importCapture(options: OpenOptions & { readonly location: string }): Promise<string[]> {
  const { location, complete, output } = options;
  const progress = await createProgress({ name: location === '-' ? 'standard input' : lineText(basename(location)), output });
  try {
    const { snapshots } = await interruptible((signal) => importCached({ location, complete, signal, onProgress: progress.update }));
    return snapshots.map(({ path }) => path);
  } finally {
    progress.stop();
  }
}
