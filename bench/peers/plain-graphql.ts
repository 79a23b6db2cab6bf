/**
 * The plain way of answering the deep query: graphql-js with a prepared statement a parent, served by yoga over the same snapshot file.
 * One namespace, its Deployments, their pods, the pods' containers.
 */
import Database from 'better-sqlite3';
import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { createYoga } from 'graphql-yoga';

export const PLAIN_DEEP_QUERY = `{ namespace(name: "team-000") { name deployments { name pods { name phase ready reason
  containers { name image state ready restarts } } } } }`;

export function plainGraphQL(path: string): { fetch: (body: string) => Promise<string>; close: () => void } {
  const database = new Database(path, { readonly: true });
  const kind = (name: string): number =>
    database.prepare<[string], { id: number }>('SELECT id FROM kind WHERE kind = ?').get(name)?.id ?? -1;
  const owner = database.prepare<[], { id: number }>(`SELECT id FROM relation WHERE name = 'owner'`).get()?.id ?? -1;
  const namespace = database.prepare('SELECT id, name FROM namespace WHERE name = ?');
  const deployments = database.prepare(`SELECT id, name FROM object WHERE kind = ${kind('Deployment')} AND namespace = ? ORDER BY name`);
  const dependents = (of: string): Database.Statement =>
    database.prepare(
      `SELECT o.id, o.name, o.phase, o.ready, o.reason FROM reference r JOIN object o ON o.id = r.source
       WHERE r.target = ? AND r.relation = ${owner} AND r.flaw = 0 AND o.kind = ${kind(of)} ORDER BY o.name`,
    );
  const replicaSets = dependents('ReplicaSet');
  const pods = dependents('Pod');
  const containers = database.prepare('SELECT name, image, state, ready, restarts FROM container WHERE pod = ? ORDER BY ordinal');
  const text = { type: GraphQLString };
  const flag = (key: string) => ({ type: GraphQLBoolean, resolve: (row: Record<string, unknown>) => row[key] === 1 });
  const Container = new GraphQLObjectType({
    name: 'Container',
    fields: { name: text, image: text, state: text, ready: flag('ready'), restarts: { type: GraphQLInt } },
  });
  const Pod = new GraphQLObjectType({
    name: 'Pod',
    fields: {
      name: text,
      phase: text,
      ready: flag('ready'),
      reason: text,
      containers: { type: new GraphQLList(Container), resolve: (pod: { id: number }) => containers.all(pod.id) },
    },
  });
  const Deployment = new GraphQLObjectType({
    name: 'Deployment',
    fields: {
      name: text,
      pods: {
        type: new GraphQLList(Pod),
        resolve: (deployment: { id: number }) => replicaSets.all(deployment.id).flatMap((set) => pods.all((set as { id: number }).id)),
      },
    },
  });
  const Namespace = new GraphQLObjectType({
    name: 'Namespace',
    fields: { name: text, deployments: { type: new GraphQLList(Deployment), resolve: (row: { id: number }) => deployments.all(row.id) } },
  });
  const Query = new GraphQLObjectType({
    name: 'Query',
    fields: { namespace: { type: Namespace, args: { name: text }, resolve: (_root, args: { name: string }) => namespace.get(args.name) } },
  });
  const yoga = createYoga({ schema: new GraphQLSchema({ query: Query }), logging: false, graphiql: false });
  return {
    fetch: async (body) => {
      const response = await yoga.fetch('http://localhost/graphql', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      return response.text();
    },
    close: () => database.close(),
  };
}
