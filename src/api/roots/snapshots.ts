/** snapshots and snapshot: what a server serves, and plain root fields asked of one of them. */
import { didYouMean } from '../../kube/suggest.ts';
import { badUserInput, notFound } from '../errors.ts';
import { described, type FieldRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { ScopedData } from '../model/scoped-data.ts';
import { each } from './object.ts';

const SNAPSHOTS = 'docs/graphql.md, Snapshots';

export const snapshotFields: readonly FieldRow<unknown>[] = [
  {
    name: 'snapshots',
    type: '[Snapshot!]',
    description: described('All that are served, the default one first, then the newest.', SNAPSHOTS),
    load: async (batch) =>
      each(
        batch,
        batch.scope.snapshots.map((scope) => new ScopedData(scope, scope)),
      ),
  },
  {
    name: 'snapshot',
    type: 'Snapshot',
    args: [{ name: 'id', type: 'ID!', description: described('Its id, or its name where no other has it.', SNAPSHOTS) }],
    description: described('One of them, with every root field inside.', SNAPSHOTS),
    load: async (batch) => {
      const scope = findSnapshot(batch.scope.snapshots, String(batch.args['id']));
      return each(batch, new ScopedData(scope, scope));
    },
  },
];

/** Throws NOT_FOUND for what is not served, BAD_USER_INPUT for a name that several have. */
function findSnapshot(snapshots: readonly Scope[], id: string): Scope {
  const byId = snapshots.find(({ reader }) => reader.info.id === id);
  if (byId !== undefined) return byId;
  const [named, ...more] = snapshots.filter(({ reader }) => reader.info.name === id);
  if (named === undefined) {
    const names = snapshots.flatMap(({ reader }) => [reader.info.id, reader.info.name]);
    throw notFound(`There is no snapshot "${id}" here.${didYouMean(id, names)}`);
  }
  if (more.length === 0) return named;
  const ids = [named, ...more].map(({ reader }) => reader.info.id).join(', ');
  throw badUserInput('id', `Several snapshots are called "${id}". Ask for one of them by its id: ${ids}.`);
}
