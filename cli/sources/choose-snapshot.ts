/** The one snapshot that a command looks at, where its SOURCE holds several. */
import type { Reader } from '../../src/store/reader.ts';
import { UsageError } from '../errors.ts';
import type { Output } from '../output/output.ts';

/** By id or unique name; else the newest, said so on standard error. */
export function chooseSnapshot(options: {
  readonly readers: readonly Reader[];
  readonly wanted: string | undefined;
  readonly output: Output;
}): Reader {
  const { readers, wanted, output } = options;
  const newest = [...readers].sort((a, b) => (b.info.capturedTo ?? 0) - (a.info.capturedTo ?? 0))[0];
  if (newest === undefined) throw new UsageError('the SOURCE holds no snapshot.');
  if (wanted === undefined) {
    if (readers.length > 1) {
      output.note(
        `Note: ${readers.length} snapshots; this is the newest, ${newest.info.id} (${newest.info.name}). --snapshot chooses: ${readers.map(({ info }) => info.id).join(', ')}.`,
      );
    }
    return newest;
  }
  const byId = readers.find(({ info }) => info.id === wanted);
  if (byId !== undefined) return byId;
  const named = readers.filter(({ info }) => info.name === wanted);
  const [only] = named;
  if (only !== undefined && named.length === 1) return only;
  const what =
    named.length > 1 ? `${named.length} snapshots are named "${wanted}": give the id of one` : `there is no snapshot "${wanted}"`;
  throw new UsageError(`${what}.`, { name: wanted, candidates: readers.flatMap(({ info }) => [info.id, info.name]) });
}

/** For GraphQL, which sees all of them: the one that plain root fields ask, where --snapshot names it. */
export function defaultSnapshot(options: {
  readonly readers: readonly Reader[];
  readonly wanted: string | undefined;
  readonly output: Output;
}): { defaultSnapshot?: string } {
  return options.wanted === undefined ? {} : { defaultSnapshot: chooseSnapshot(options).info.id };
}
