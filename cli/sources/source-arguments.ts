/** Which of the words is the SOURCE: the first, or what SNAPGRAPH_SOURCE says where the words leave it out. */
import { existsSync } from 'node:fs';
import { UsageError } from '../errors.ts';

export interface SourceArguments {
  readonly source: string;
  /** The words behind it. */
  readonly rest: readonly string[];
}

/**
 * The first word is taken where it is `-`, `live` or something that exists; else SNAPGRAPH_SOURCE, where it is set.
 * `needed`: how many words must be left, so that `get pods` means pods even beside a folder of that name.
 */
export function takeSource(options: {
  readonly words: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly needed?: number;
}): SourceArguments {
  const { words, environment, needed = 0 } = options;
  const preset = environment['SNAPGRAPH_SOURCE'];
  const [first, ...rest] = words;
  if (!preset) {
    if (first === undefined)
      throw new UsageError('name a SOURCE (a bundle, a folder, a snapshot file, live, or - for standard input), or set SNAPGRAPH_SOURCE.');
    return { source: first, rest };
  }
  const named = first !== undefined && rest.length >= needed && isSource(first);
  return named ? { source: first, rest } : { source: preset, rest: words };
}

function isSource(word: string): boolean {
  return word === '-' || isLive(word) || existsSync(word);
}

/** A running cluster, of the current context or a named one. */
export function isLive(word: string): boolean {
  return word === 'live' || word.startsWith('live:');
}
