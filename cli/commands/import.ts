import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { CachedImport } from '../../src/store/cache.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import type { SnapshotFile } from '../../src/store/read/snapshot-info.ts';
import type { Invocation } from '../command.ts';
import { CommandError, UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { summarise } from '../info/snapshot-summary.ts';
import { formatTable } from '../output/table.ts';
import { installSnapshot } from '../sources/install-snapshot.ts';
import { locate } from '../sources/locate.ts';
import { importCapture, type OpenOptions } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output } = invocation;
  const sources = sourcesOf(invocation);
  const place = placeOf({ invocation, sources });
  const how = await sourceOptions(flags);
  const rows: string[][] = [];
  let whole = true;
  for (const source of sources) {
    const { snapshots } = await importOne({ source, output, ...how });
    for (const snapshot of snapshots) {
      const path = place({ source, snapshot, of: snapshots.length });
      installSnapshot({ from: snapshot.path, to: path, name: snapshot.info.name });
      whole = (await isWhole(snapshot.path)) && whole;
      rows.push(rowOf({ snapshot, path }));
    }
  }
  output.print(await formatTable({ headers: ['SNAPSHOT', 'NAME', 'OBJECTS', 'PROBLEMS', 'FILE'], rows }));
  if (!whole) output.note(`Something is missing: info ${flags.value('db') ?? 'FILE'} says what.`);
  return whole ? ExitCode.done : ExitCode.incomplete;
}

function sourcesOf({ positionals, environment }: Invocation): readonly string[] {
  return positionals.length > 0 ? positionals : [takeSource({ words: [], environment }).source];
}

type Place = (options: { readonly source: string; readonly snapshot: SnapshotFile; readonly of: number }) => string;

/** Where the file of a snapshot goes; throws UsageError where the flags do not say it, before anything is read. */
function placeOf(options: { readonly invocation: Invocation; readonly sources: readonly string[] }): Place {
  const { invocation, sources } = options;
  const { flags } = invocation;
  const db = flags.value('db');
  const store = flags.value('store');
  if ((db === undefined) === (store === undefined))
    throw new UsageError('say where to: --db FILE for one snapshot file, or --store FOLDER for a store.');
  if (store !== undefined) return ({ snapshot }) => join(store, `${snapshot.info.id}.db`);
  if (sources.length > 1) throw new UsageError(`--db takes one SOURCE, not ${sources.length}: use --store FOLDER for several.`);
  if (db !== undefined && existsSync(db) && !flags.on('force')) throw new UsageError(`${db} exists already: --force writes over it.`);
  return ({ source, of }) => {
    if (of > 1) throw new CommandError(`${source} holds ${of} clusters, and --db makes one file: use --store FOLDER.`);
    return db ?? '';
  };
}

async function importOne(options: OpenOptions): Promise<CachedImport> {
  const { source } = options;
  const located = locate(source);
  // A SQLite file that is not ours says so itself.
  if (located.type === 'snapshot') openSnapshot(located.path).close();
  if (located.type === 'live') throw new UsageError('a running cluster is captured first: capture -o FILE, then import FILE.');
  if (located.type !== 'capture')
    throw new UsageError(`${basename(source)} is imported already: other commands take it as SOURCE as it is.`);
  return await importCapture({ ...options, location: located.location });
}

async function isWhole(path: string): Promise<boolean> {
  const reader = openSnapshot(path);
  try {
    return (await summarise(reader)).whole;
  } finally {
    reader.close();
  }
}

function rowOf(options: { readonly snapshot: SnapshotFile; readonly path: string }): string[] {
  const { snapshot, path } = options;
  return [snapshot.info.id, snapshot.info.name, snapshot.info.objects.toLocaleString('en'), snapshot.problems.toLocaleString('en'), path];
}
