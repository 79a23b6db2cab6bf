/** From SOURCE to readers: snapshot files are opened, captures imported or found in the cache, running clusters listed. */
import { basename } from 'node:path';
import type { CachedImport } from '../../src/store/cache.ts';
import { readCatalogue } from '../../src/store/catalogue.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { Reader } from '../../src/store/reader.ts';
import { CommandError } from '../errors.ts';
import type { Output } from '../output/output.ts';
import { createProgress } from '../output/progress.ts';
import { lineText } from '../output/terminal-text.ts';
import { interruptible } from './interrupt.ts';
import { locate } from './locate.ts';
import type { SourceOptions } from './source-options.ts';
import { checkStoredRules } from './stored-rules.ts';

export interface OpenOptions extends SourceOptions {
  readonly source: string;
  readonly output: Output;
}

/** At least one; the caller closes them. Of a store, files that cannot be opened are named on standard error and left out. */
export async function openSnapshots(options: OpenOptions): Promise<readonly Reader[]> {
  const located = locate(options.source);
  if (located.type === 'live') {
    const { openLive } = await import('./open-live.ts');
    return [await openLive({ ...options, context: located.context })];
  }
  if (located.type === 'snapshot') return openFiles([located.path], options);
  if (located.type === 'store') return openFiles(filesOfStore({ folder: located.folder, output: options.output }), options);
  const { snapshots } = await importCapture({ ...options, location: located.location });
  return snapshots.map(({ path, info }) => openSnapshot(path, { name: info.name }));
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

/** Throws CommandError where one was imported under other rules than are asked for. */
function openFiles(paths: readonly string[], { userRules }: SourceOptions): Reader[] {
  const readers: Reader[] = [];
  try {
    for (const path of paths) {
      const reader = openSnapshot(path);
      readers.push(reader);
      checkStoredRules({ path, info: reader.info, wanted: userRules });
    }
    return readers;
  } catch (error) {
    for (const reader of readers) reader.close();
    throw error;
  }
}

function filesOfStore(options: { readonly folder: string; readonly output: Output }): readonly string[] {
  const { snapshots, failures } = readCatalogue(options.folder);
  if (snapshots.length === 0) throw new CommandError(failures.map(({ message }) => message).join('\n'));
  for (const { message } of failures) options.output.warn(`Left out: ${message}`);
  return snapshots.map(({ path }) => path);
}

/** With its progress shown. Ctrl-C leaves the cache as it was. */
export async function importCapture(options: OpenOptions & { readonly location: string }): Promise<CachedImport> {
  const { location, complete, userRules, output } = options;
  const { importCached } = await import('../../src/store/cache.ts');
  const progress = await createProgress({ name: location === '-' ? 'standard input' : lineText(basename(location)), output });
  try {
    return await interruptible((signal) => importCached({ location, complete, userRules, signal, onProgress: progress.update }));
  } finally {
    progress.stop();
  }
}
