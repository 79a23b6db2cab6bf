/** The snapshots of several sources together. */
import type { Reader } from '../../src/store/reader.ts';
import type { Invocation } from '../command.ts';
import { CommandError } from '../errors.ts';
import { openSnapshots } from './open-snapshots.ts';
import { takeSource } from './source-arguments.ts';
import { sourceOptions } from './source-options.ts';
import { haveSameRules } from './stored-rules.ts';

/**
 * Every word is a SOURCE; without one, SNAPGRAPH_SOURCE is. A snapshot that comes twice is opened once. The caller closes them.
 * Throws CommandError where it comes under different rules.
 */
export async function openAllSources(invocation: Invocation): Promise<readonly Reader[]> {
  const { positionals, environment, flags, output } = invocation;
  const sources = positionals.length > 0 ? positionals : [takeSource({ words: [], environment }).source];
  const readers = new Map<string, Reader>();
  const how = await sourceOptions(flags);
  for (const source of sources) {
    for (const reader of await openSnapshots({ source, output, ...how })) {
      const same = readers.get(reader.info.id);
      if (same === undefined) readers.set(reader.info.id, reader);
      else if (haveSameRules(same.info.userRules, reader.info.userRules)) reader.close();
      else throw differentRules(source, reader.info.id);
    }
  }
  return [...readers.values()];
}

function differentRules(source: string, id: string): CommandError {
  return new CommandError(`${source} holds the snapshot ${id}, which is open already under other relation rules. Open one of the two.`);
}
