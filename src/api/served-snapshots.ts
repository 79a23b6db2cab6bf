/** Which snapshots a server has, and which of them an operation sees. */
import { didYouMean } from '../kube/suggest.ts';
import type { Snapshot } from '../store/reader.ts';
import type { ServedSnapshot } from './context.ts';
import { badUserInput, notFound } from './errors.ts';

/** The default one first (by id or name, else the newest), then the newest. Throws as snapshotCalled. */
export function inOrder(snapshots: readonly ServedSnapshot[], defaultSnapshot: string | undefined): readonly ServedSnapshot[] {
  const newest = snapshots.toSorted((a, b) => (b.reader.info.capturedTo ?? 0) - (a.reader.info.capturedTo ?? 0));
  if (defaultSnapshot === undefined) return newest;
  const first = snapshotCalled(newest, defaultSnapshot, 'defaultSnapshot');
  return [first, ...newest.filter((snapshot) => snapshot !== first)];
}

/** All of them, or the one asked for alone. Throws as snapshotCalled. */
export function visibleSnapshots(snapshots: readonly ServedSnapshot[], only: string | undefined): readonly ServedSnapshot[] {
  return only === undefined ? snapshots : [snapshotCalled(snapshots, only, 'snapshot')];
}

/** By its id, or by its name where no other has it. Throws NOT_FOUND for what is not served, BAD_USER_INPUT for a name that several have. */
export function snapshotCalled<Served extends { readonly reader: Snapshot }>(
  snapshots: readonly Served[],
  idOrName: string,
  argument: string,
): Served {
  const byId = snapshots.find(({ reader }) => reader.info.id === idOrName);
  if (byId !== undefined) return byId;
  const [named, ...more] = snapshots.filter(({ reader }) => reader.info.name === idOrName);
  if (named === undefined) {
    const names = snapshots.flatMap(({ reader }) => [reader.info.id, reader.info.name]);
    throw notFound(`There is no snapshot "${idOrName}" here.${didYouMean(idOrName, names)}`);
  }
  if (more.length === 0) return named;
  const ids = [named, ...more].map(({ reader }) => reader.info.id).join(', ');
  throw badUserInput(argument, `Several snapshots are called "${idOrName}". Ask for one of them by its id: ${ids}.`);
}
