/** The snapshots of several sources together. */
import type { Reader } from '../../src/store/reader.ts';
import type { Invocation } from '../command.ts';
import { openSnapshots } from './open-snapshots.ts';
import { takeSource } from './source-arguments.ts';

/** Every word is a SOURCE; without one, SNAPGRAPH_SOURCE is. A snapshot that comes twice is opened once. The caller closes them. */
export async function openAllSources(invocation: Invocation): Promise<readonly Reader[]> {
  const { positionals, environment, flags, output } = invocation;
  const sources = positionals.length > 0 ? positionals : [takeSource({ words: [], environment }).source];
  const readers = new Map<string, Reader>();
  for (const source of sources) {
    for (const reader of await openSnapshots({ source, complete: flags.on('complete'), output })) {
      if (readers.has(reader.info.id)) reader.close();
      else readers.set(reader.info.id, reader);
    }
  }
  return [...readers.values()];
}
