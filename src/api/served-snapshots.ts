/** Which snapshots a server has, and which of them an operation sees. */
import { didYouMean } from '../kube/suggest.ts';
import type { ServedSnapshot } from './context.ts';
import { notFound } from './errors.ts';

/** The default one first (by id or name, else the newest), then the newest. Throws Error where none is so called. */
export function inOrder(snapshots: readonly ServedSnapshot[], defaultSnapshot: string | undefined): readonly ServedSnapshot[] {
  const newest = snapshots.toSorted((a, b) => (b.reader.info.capturedTo ?? 0) - (a.reader.info.capturedTo ?? 0));
  if (defaultSnapshot === undefined) return newest;
  const first = find(newest, defaultSnapshot);
  if (first === undefined) throw new Error(`There is no snapshot "${defaultSnapshot}".${didYouMean(defaultSnapshot, namesOf(newest))}`);
  return [first, ...newest.filter((snapshot) => snapshot !== first)];
}

/** All of them, or the one asked for alone. Throws NOT_FOUND where none is so called. */
export function visibleSnapshots(snapshots: readonly ServedSnapshot[], only: string | undefined): readonly ServedSnapshot[] {
  if (only === undefined) return snapshots;
  const found = find(snapshots, only);
  if (found === undefined) throw notFound(`There is no snapshot "${only}" here.${didYouMean(only, namesOf(snapshots))}`);
  return [found];
}

function find(snapshots: readonly ServedSnapshot[], idOrName: string): ServedSnapshot | undefined {
  return snapshots.find(({ reader }) => reader.info.id === idOrName) ?? snapshots.find(({ reader }) => reader.info.name === idOrName);
}

function namesOf(snapshots: readonly ServedSnapshot[]): string[] {
  return snapshots.flatMap(({ reader }) => [reader.info.id, reader.info.name]);
}
