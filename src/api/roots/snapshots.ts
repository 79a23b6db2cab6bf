/** snapshots and snapshot: what a server serves, and plain root fields asked of one of them. */
import { described, type FieldRow } from '../model/field-row.ts';
import { ScopedData } from '../model/scoped-data.ts';
import { snapshotCalled } from '../served-snapshots.ts';
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
      const scope = snapshotCalled(batch.scope.snapshots, String(batch.args['id']), 'id');
      return each(batch, new ScopedData(scope, scope));
    },
  },
];
