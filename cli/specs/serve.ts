import type { CommandSpec } from '../command.ts';
import { snapshotFlag, sourceFlags } from '../flag-spec.ts';
import { serverFlags } from './server-flags.ts';

export const serveSpec: CommandSpec = {
  name: 'serve',
  summary: 'serve snapshots over HTTP, for programs and for longer',
  description: [
    'Imports each SOURCE, or finds it in the cache, and serves GraphQL, the playground and /healthz until it is told to stop (Ctrl-C, SIGTERM).',
    'Unlike open it prints nothing but its address, and a port that is taken is an error.',
  ],
  usage: ['serve SOURCE...'],
  arguments: [
    {
      name: 'SOURCE',
      describe: 'a bundle, a folder, a snapshot file (.db), a store, or - for standard input',
      variadic: true,
      completes: 'file',
    },
  ],
  flags: [...sourceFlags, snapshotFlag, ...serverFlags],
  examples: [
    { command: 'serve demo.tar.gz --port 8080', says: 'on a port of your choice' },
    { command: 'serve store --limit rows=500000', says: 'every snapshot of a store, with a higher limit on rows' },
  ],
  load: () => import('../commands/serve.ts'),
};
