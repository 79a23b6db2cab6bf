/** The Reader over a snapshot file. */
import { completenessReads } from './read/completeness.ts';
import type { ReadContext } from './read/context.ts';
import { danglingReads } from './read/dangling.ts';
import { documentReads } from './read/documents.ts';
import { edgeReads } from './read/edges.ts';
import { listReads } from './read/list.ts';
import { logReads } from './read/logs.ts';
import { objectReads } from './read/objects.ts';
import { damaged, openDatabase } from './read/open-database.ts';
import { partReads } from './read/parts.ts';
import { readContext } from './read/read-context.ts';
import { searchReads } from './read/search.ts';
import type { Reader } from './reader.ts';

/**
 * Opens a snapshot file read-only. `name`: what it is called instead of the name in it, which a copy of the capture may have had first.
 * @throws InputError for what is no SQLite file, one that is not ours, of another version, or damaged where it is first read.
 */
export function openSnapshot(path: string, { name }: { readonly name?: string } = {}): Reader {
  const db = openDatabase(path);
  try {
    const context = readContext(db, path);
    return createReader(name === undefined ? context : { ...context, info: { ...context.info, name } });
  } catch (error) {
    db.close();
    throw damaged(path, error);
  }
}

/** All views of one file share its statements; each has a meter of its own. */
function createReader(context: ReadContext): Reader {
  return {
    file: context.db.name,
    info: context.info,
    kinds: context.names.kinds,
    metered: (meter) => createReader({ ...context, meter }),
    ...objectReads(context),
    ...listReads(context),
    ...edgeReads(context),
    ...danglingReads(context),
    ...partReads(context),
    ...logReads(context),
    ...documentReads(context),
    ...completenessReads(context),
    ...searchReads(context),
    close: () => {
      context.db.close();
    },
  };
}
