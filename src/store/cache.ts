/** Imports a capture, or finds it in the cache: whoever asks twice for the same bytes under the same rules waits once. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, mkdirSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { InputError } from '../records/input-error.ts';
import { createExtractor, type Extractor } from '../relations/extractor.ts';
import type { RelationRule } from '../relations/rule.ts';
import { captureName } from '../sources/input/capture.ts';
import { cacheLimit, cacheFolder as defaultCacheFolder } from './cache/cache-folder.ts';
import { findEntry, newEntry } from './cache/entries.ts';
import { rememberedHash } from './cache/hashed-files.ts';
import { pruneCache } from './cache/prune.ts';
import { type Spooled, spool } from './cache/spool.ts';
import type { ImportProgress } from './import-sink.ts';
import { isSqliteFile } from './read/open-database.ts';
import { readSnapshotFile, type SnapshotFile } from './read/snapshot-info.ts';
import { IMPORTER_VERSION, SCHEMA_VERSION } from './schema.ts';

export interface CachedImportProgress extends ImportProgress {
  /** How much of the capture's bytes has been read, from 0 to 1; null where that is not known. */
  readonly share: number | null;
}

export interface CachedImport {
  /** One for each cluster in the capture. */
  readonly snapshots: readonly SnapshotFile[];
  readonly fromCache: boolean;
  /** What was skipped or damaged, in all of them. */
  readonly problems: number;
}

export interface CachedImportOptions {
  /** A file or folder, or `-` for standard input. A snapshot file is answered as it is. */
  readonly location: string;
  /** The user vouches that a stream of objects is all there is. */
  readonly complete?: boolean;
  /** Relation rules of the user's own, beside the built-in ones. */
  readonly userRules?: readonly RelationRule[];
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: CachedImportProgress) => void;
  readonly cacheFolder?: string;
  /** What `-` reads. */
  readonly stdin?: NodeJS.ReadableStream;
}

/** Rejects with InputError for what cannot be read or holds nothing; the cache then is as it was. */
export async function importCached(options: CachedImportOptions): Promise<CachedImport> {
  const cache = resolve(options.cacheFolder ?? defaultCacheFolder());
  makeCache(cache);
  if (isStream(options.location)) {
    const spooled = await spool({ input: streamOf(options), cache, signal: options.signal });
    try {
      return await importOnce({ ...options, cache, hash: spooled.hash, spooled });
    } finally {
      spooled.remove();
    }
  }
  if (isSnapshotFile(options.location)) return { ...answer([readSnapshotFile(options.location)]), fromCache: true };
  return importOnce({ ...options, cache, hash: await rememberedHash(options.location, cache) });
}

function makeCache(cache: string): void {
  try {
    mkdirSync(cache, { recursive: true });
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new InputError(
      'UNREADABLE',
      `The cache folder ${cache} cannot be made (${why}): set SNAPGRAPH_CACHE to a folder that can be written.`,
    );
  }
}

async function importOnce(
  options: CachedImportOptions & { readonly cache: string; readonly hash: string; readonly spooled?: Spooled },
): Promise<CachedImport> {
  const { cache, hash } = options;
  const extractor = createExtractor(options.userRules === undefined ? {} : { userRules: options.userRules });
  const key = keyOf({ hash, rules: extractor.hash, complete: options.complete === true });
  const name = captureName(options.spooled === undefined ? options.location : '-');
  const found = findEntry({ cache, key, name });
  if (found !== null) return { ...answer(found.snapshots), fromCache: true };
  const entry = newEntry({ cache, key, name });
  try {
    await importInto({ ...options, folder: entry.folder, extractor });
    await checkUnchanged(options);
    const { snapshots } = entry.install();
    pruneCache({ cache, limit: cacheLimit(), keep: key });
    return { ...answer(snapshots), fromCache: false };
  } catch (error) {
    entry.discard();
    throw error;
  }
}

/** What is still being written must not stand in the cache for what was hashed before. A folder would have to be read once more: it is trusted. */
async function checkUnchanged(
  options: CachedImportOptions & { readonly cache: string; readonly hash: string; readonly spooled?: Spooled },
): Promise<void> {
  const { location, cache, hash, spooled } = options;
  if (spooled !== undefined || statSync(location).isDirectory() || (await rememberedHash(location, cache)) === hash) return;
  throw new InputError('UNREADABLE', `${location} changed while it was read: wait until it is written whole, then try again.`);
}

/** Whatever could make the rows differ. */
function keyOf({ hash, rules, complete }: { hash: string; rules: string; complete: boolean }): string {
  const version = createHash('sha256').update(JSON.stringify([SCHEMA_VERSION, IMPORTER_VERSION, rules, complete]));
  return `${hash.slice(0, 40)}-${version.digest('hex').slice(0, 12)}`;
}

async function importInto(
  options: CachedImportOptions & {
    readonly folder: string;
    readonly hash: string;
    readonly extractor: Extractor;
    readonly spooled?: Spooled;
  },
): Promise<void> {
  const { location, complete, signal, onProgress, folder, hash, extractor, spooled } = options;
  // Loaded only here: what is found in the cache is opened without them.
  const [{ openSource }, { importSink }, { pipe }] = await Promise.all([
    import('../sources/open-source.ts'),
    import('./import-sink.ts'),
    import('../records/pipe.ts'),
  ]);
  const stdin = spooled === undefined ? {} : { stdin: createReadStream(spooled.path) };
  const opened = await openSource({ location: spooled === undefined ? location : '-', ...stdin, ...(complete ? { complete } : {}) });
  const report = (progress: ImportProgress): void => onProgress?.({ ...progress, share: opened.share() });
  const sink = importSink({ folder, contentHash: hash, extractor, name: opened.name, onProgress: report });
  await pipe({ source: opened.source, sink, signal });
}

function answer(snapshots: readonly SnapshotFile[]): Pick<CachedImport, 'snapshots' | 'problems'> {
  return { snapshots, problems: snapshots.reduce((sum, { problems }) => sum + problems, 0) };
}

/** Standard input, pipes and devices give their bytes once. */
function isStream(location: string): boolean {
  if (location === '-') return true;
  if (!existsSync(location)) return false;
  const found = statSync(location);
  return !found.isFile() && !found.isDirectory();
}

function streamOf({ location, stdin }: CachedImportOptions): NodeJS.ReadableStream {
  return location === '-' ? (stdin ?? process.stdin) : createReadStream(location);
}

function isSnapshotFile(location: string): boolean {
  return existsSync(location) && statSync(location).isFile() && isSqliteFile(location);
}
