/** The deep query through HTTP's handler (yoga.fetch), against graphql-js with a statement a parent served the same way. */
import { createApi } from '../../src/api/create-api.ts';
import { createHandler } from '../../src/server/handler.ts';
import { openSnapshot } from '../../src/store/open-snapshot.ts';
import { p50s } from '../measure.ts';
import { PLAIN_DEEP_QUERY, plainGraphQL } from '../peers/plain-graphql.ts';
import { type BenchContext, type Row, row } from '../row.ts';
import { generatedSnapshot } from './snapshot.ts';

const QUERY = `query Deep($first: Int!) { deployments(namespace: "team-000", first: $first) { items { name pods { items { name phase ready reason
  containers { name image state ready restarts } } } } } }`;
const RUNS = 60;
/** More Deployments than the namespace has. */
const FEWEST = 500;

export async function deepQueryRows(context: BenchContext): Promise<readonly Row[]> {
  const path = await generatedSnapshot(context, context.objects);
  const reader = openSnapshot(path);
  const handler = createHandler({ api: createApi({ snapshots: [reader] }) });
  const plain = plainGraphQL(path);
  const ask = async (first: number): Promise<string> => {
    const response = await handler.fetch('http://127.0.0.1/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY, variables: { first } }),
    });
    return response.text();
  };
  /** The same document, as the plain way is asked, with a variable of another value each time: no cached answer serves it. */
  let first = FEWEST;
  const fresh = (): Promise<string> => ask(first++);
  const containers = (text: string): number => text.split('"image":').length - 1;
  const [ours, theirs] = [containers(await fresh()), containers(await plain.fetch(JSON.stringify({ query: PLAIN_DEEP_QUERY })))];
  if (ours === 0 || ours !== theirs) throw new Error(`the deep query answers ${ours} containers, the plain way ${theirs}`);
  const times = await p50s(RUNS, {
    plain: () => plain.fetch(JSON.stringify({ query: PLAIN_DEEP_QUERY })),
    fresh,
    again: () => ask(FEWEST),
  });
  plain.close();
  reader.close();
  const note = 'against graphql-js with a statement a parent through yoga';
  return [
    row({
      what: `deep query (${ours} containers) through HTTP's handler`,
      ours: times.fresh,
      against: times.plain,
      unit: 'ms',
      hold: 0.4,
      note,
    }),
    row({ what: 'the same asked again', ours: times.again, against: times.plain, unit: 'ms', hold: 0.13, note }),
  ];
}
