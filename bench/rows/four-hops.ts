/** service → endpointSlices → pods → node for one Service: over the graph and through GraphQL, against four bare prepared statements. */
import Database from 'better-sqlite3';
import { createApi } from '../../src/api/create-api.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { QUESTION } from '../data/cluster.ts';
import { p50s } from '../measure.ts';
import { bareHops } from '../peers/bare-hops.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

const QUERY = `query FourHops($namespace: String!, $name: String!) { service(namespace: $namespace, name: $name) {
  endpointSlices { items { name endpoints { ready pod { name phase ready node { name presence } } } } } } }`;
const RUNS = 2000;

export async function fourHopRows(context: BenchContext): Promise<readonly Row[]> {
  const large = await fourHops(await generatedSnapshot(context, context.objects));
  const small = await fourHops(await generatedSnapshot(context, Math.round(context.objects / 5)));
  return [
    row({
      what: 'four hops of one Service, through GraphQL',
      ours: large.graphql,
      against: large.bare,
      unit: 'ms',
      hold: 1.5,
      note: 'against four bare prepared statements',
    }),
    row({
      what: 'the same in a fifth of the objects',
      ours: large.graphql,
      against: small.graphql,
      unit: 'ms',
      hold: 1.5,
      note: 'against itself there',
    }),
  ];
}

export async function fourHops(path: string): Promise<{ graphql: number; bare: number }> {
  const database = new Database(path, { readonly: true });
  const bare = bareHops(database);
  const reader = openSnapshot(path);
  const api = createApi({ snapshots: [reader] });
  const variables = { namespace: QUESTION.namespace, name: QUESTION.service };
  const answer = await api.execute({ query: QUERY, variables });
  if (answer.errors !== undefined) throw new Error(`the four-hop query fails: ${answer.errors[0]?.message}`);
  const expected = bare(QUESTION.namespace, QUESTION.service);
  const pods = JSON.stringify(answer.data).split('"pod":{').length - 1;
  if (expected.pods === 0 || pods !== expected.pods)
    throw new Error(`the four-hop query answers ${pods} pods, the statements ${expected.pods}`);
  const times = await p50s(RUNS, {
    graphql: () => api.execute({ query: QUERY, variables }),
    bare: () => bare(QUESTION.namespace, QUESTION.service),
  });
  reader.close();
  database.close();
  return times;
}
