/** Everything below an object, or below the Deployments of a namespace, by owner references, against one recursive SQL statement over the same rows. */
import Database from 'better-sqlite3';
import { createApi } from '../../src/api/create-api.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { QUESTION } from '../data/cluster.ts';
import { TERMINATING, terminatingNamespace } from '../data/terminating-namespace.ts';
import { p50s } from '../measure.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

const RUNS = 30;
/** All of one tree, four levels deep. */
const LARGE_TREE = 5000;

export async function ownerTreeRows(context: BenchContext): Promise<readonly Row[]> {
  return [
    await treeRow({
      what: 'owner trees of a namespace',
      path: await generatedSnapshot(context, context.objects),
      query: `{ deployments(namespace: "${QUESTION.namespace}") { items { name descendants { items { kind name } } } } }`,
      roots: `o.kind = (SELECT id FROM kind WHERE kind = 'Deployment') AND o.namespace = (SELECT id FROM namespace WHERE name = ?)`,
      parameter: QUESTION.namespace,
    }),
    await treeRow({
      what: 'owner tree of one object',
      path: terminatingNamespace(context, LARGE_TREE),
      query: `{ configMap(namespace: "${TERMINATING}", name: "left-0") { descendants(first: ${LARGE_TREE}) { items { kind name } } } }`,
      roots: 'o.uid = ?',
      parameter: 'uid-0',
    }),
  ];
}

async function treeRow(options: {
  readonly what: string;
  readonly path: string;
  readonly query: string;
  /** SQL that chooses the roots, with one parameter. */
  readonly roots: string;
  readonly parameter: string;
}): Promise<Row> {
  const { what, path, query, roots, parameter } = options;
  const reader = openSnapshot(path);
  const api = createApi({ snapshots: [reader] });
  const database = new Database(path, { readonly: true });
  const statement = database.prepare(
    `WITH RECURSIVE tree(id) AS (
       SELECT o.id FROM object o WHERE ${roots}
       UNION SELECT r.source FROM tree t JOIN reference r ON r.target = t.id AND r.relation = (SELECT id FROM relation WHERE name = 'owner') AND r.flaw = 0)
     SELECT o.name, k.kind FROM tree t JOIN object o ON o.id = t.id JOIN kind k ON k.id = o.kind`,
  );
  const answer = await api.execute({ query });
  if (answer.errors !== undefined) throw new Error(`the owner tree fails: ${answer.errors[0]?.message}`);
  const ours = JSON.stringify(answer.data).split('"kind":').length - 1;
  const theirs = statement.all(parameter).length;
  const times = await p50s(RUNS, { ours: () => api.execute({ query }), sql: () => statement.all(parameter) });
  reader.close();
  database.close();
  return row({
    what: `${what} (${ours} objects)`,
    ours: times.ours,
    against: times.sql,
    unit: 'ms',
    hold: 3,
    note: `through GraphQL, against one recursive statement (${theirs} rows with the roots)`,
  });
}
