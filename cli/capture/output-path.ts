/** Where a bundle goes. */
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../errors.ts';

/** One path a context, in their order. Throws UsageError where a file is in the way; folders that are named are made. */
export function outputPaths(options: {
  readonly output: string | undefined;
  readonly force: boolean;
  /** What each capture is called: its context, or its cluster. */
  readonly names: readonly string[];
  readonly now: Date;
}): string[] {
  const { output, force, names, now } = options;
  const isFolder = output !== undefined && (names.length > 1 || /[\\/]$/.test(output) || isDirectory(output));
  if (isFolder) makeFolder(output);
  const paths =
    output !== undefined && !isFolder
      ? [output]
      : distinct(names.map(fileName)).map((name) => join(isFolder ? output : '.', `${name}-${stamp(now)}.tar.gz`));
  for (const path of paths)
    if (existsSync(path) && !force) throw new UsageError(`${path} exists already: --force writes over it, -o names another.`);
  return paths;
}

function isDirectory(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw new UsageError(
      `${path} must be a folder, for several bundles go into it: ${error instanceof Error ? error.message : String(error)}.`,
    );
  }
}

/** Contexts have names like `arn:aws:eks:…:cluster/prod`. */
function fileName(name: string): string {
  return (
    name
      .replace(/[^\w.-]+/g, '-')
      .replace(/^[-.]+|-+$/g, '')
      .slice(-100) || 'cluster'
  );
}

/** A name that is taken gets the first number that makes it another. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let number = 2; taken.has(free); number++) free = `${name}-${number}`;
    taken.add(free);
    return free;
  });
}

/** 20261125-150203, in UTC. */
function stamp(now: Date): string {
  return now.toISOString().replace(/[-:]/g, '').replace('T', '-').slice(0, 15);
}
