/** What holds up a namespace with 5,000 objects left in it, against one recursive SQL statement over the same rows. */
import Database from 'better-sqlite3';
import { deletionReports } from '../../src/graph/deletion/deletion-reports.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { TERMINATING, terminatingNamespace } from '../data/terminating-namespace.ts';
import { p50s } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';

const OBJECTS = 5000;
const RUNS = 10;

/** From the namespace to what is left in it, and on to what is owned; each with its finalizers. */
const BLOCKERS = `WITH RECURSIVE held(id) AS (
  SELECT id FROM object WHERE uid = 'uid-namespace'
  UNION SELECT o.id FROM object o WHERE o.namespace = (SELECT id FROM namespace WHERE name = ?) AND o.presence = 0
  UNION SELECT r.source FROM held h JOIN reference r ON r.target = h.id AND r.relation = (SELECT id FROM relation WHERE name = 'owner') AND r.flaw = 0)
SELECT o.name, k.kind, f.name AS finalizer FROM held h JOIN object o ON o.id = h.id JOIN kind k ON k.id = o.kind LEFT JOIN finalizer f ON f.object = o.id`;

export async function deletionRows(context: BenchContext): Promise<readonly Row[]> {
  const path = terminatingNamespace(context, OBJECTS);
  const reader = openSnapshot(path);
  const database = new Database(path, { readonly: true });
  const [namespace] = await reader.find([{ group: '', kind: 'Namespace', namespace: null, name: TERMINATING }]);
  if (!namespace) throw new Error('the snapshot has no terminating namespace');
  const statement = database.prepare(BLOCKERS);
  const blockers = (await deletionReports(reader, [namespace])).get(namespace.id)?.blockers.items.length ?? 0;
  const { ours, theirs } = await p50s(RUNS, {
    ours: () => deletionReports(reader, [namespace]),
    theirs: () => statement.all(TERMINATING),
  });
  reader.close();
  database.close();
  return [
    row({
      what: `deletion blockers of a namespace (${blockers} blockers)`,
      ours,
      against: theirs,
      unit: 'ms',
      hold: 3,
      note: 'against one recursive statement',
    }),
  ];
}
