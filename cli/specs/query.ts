import type { CommandSpec } from '../command.ts';
import { snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const querySpec: CommandSpec = {
  name: 'query',
  summary: 'ask in GraphQL; prints the response as JSON',
  description: ['Prints the GraphQL response. Where it holds errors the exit code is 1; data and errors are printed all the same.'],
  usage: ["query SOURCE 'GRAPHQL'", 'query SOURCE -f FILE', 'query SOURCE --saved NAME'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
    { name: 'GRAPHQL', describe: 'the query', optional: true },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    { name: 'filename', short: 'f', value: 'FILE', completes: 'file', describe: 'read the query from a file; - for standard input' },
    { name: 'saved', value: 'NAME', describe: 'one of the queries that come with Snapgraph; --saved list names them' },
    { name: 'variables', value: 'JSON', describe: 'the variables as a JSON object, or @FILE' },
    { name: 'operation', value: 'NAME', describe: 'which operation to run where the document holds several' },
    { name: 'limit', value: 'NAME=NUMBER', repeatable: true, describe: 'a limit on what one query may cost; docs/settings.md lists them' },
  ],
  examples: [
    {
      command: `query demo.tar.gz '{ service(namespace: "shop", name: "cart") { endpointCounts { ready notReady } pods { items { name node { name } } } } }'`,
      says: 'a Service, its Pods and their Nodes',
    },
    { command: 'query demo.tar.gz --saved list', says: 'the queries that come with it' },
  ],
  load: () => import('../commands/query.ts'),
};
