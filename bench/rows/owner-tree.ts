/** Everything below a Deployment's namespace by owner references, against one recursive SQL statement over the same rows. */
import Database from 'better-sqlite3';
import { createApi } from '../../src/api/create-api.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { QUESTION } from '../data/cluster.ts';
import { p50 } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

const QUERY = `{ deployments(namespace: "${QUESTION.namespace}") { items { name descendants { items { kind name } } } } }`;
const RUNS = 30;

export async function ownerTreeRows(context: BenchContext): Promise<readonly Row[]> {
  const path = await generatedSnapshot(context, context.objects);
  const reader = openSnapshot(path);
  const api = createApi({ snapshots: [reader] });
  const database = new Database(path, { readonly: true });
  const statement = database.prepare(
    `WITH RECURSIVE tree(id) AS (
       SELECT o.id FROM object o WHERE o.kind = (SELECT id FROM kind WHERE kind = 'Deployment') AND o.namespace = (SELECT id FROM namespace WHERE name = ?)
       UNION SELECT r.source FROM tree t JOIN reference r ON r.target = t.id AND r.relation = (SELECT id FROM relation WHERE name = 'owner') AND r.flaw = 0)
     SELECT o.name, k.kind FROM tree t JOIN object o ON o.id = t.id JOIN kind k ON k.id = o.kind`,
  );
  const answer = await api.execute({ query: QUERY });
  if (answer.errors !== undefined) throw new Error(`the owner tree fails: ${answer.errors[0]?.message}`);
  const ours = JSON.stringify(answer.data).split('"kind":').length - 1;
  const theirs = statement.all(QUESTION.namespace).length;
  const times = {
    ours: await p50(RUNS, () => api.execute({ query: QUERY })),
    sql: await p50(RUNS, () => statement.all(QUESTION.namespace)),
  };
  reader.close();
  database.close();
  return [
    row({
      what: `owner trees of a namespace (${ours} objects)`,
      ours: times.ours,
      against: times.sql,
      unit: 'ms',
      hold: 3,
      note: `through GraphQL, against one recursive statement (${theirs} rows with the roots)`,
    }),
  ];
}
