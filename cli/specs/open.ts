import type { CommandSpec } from '../command.ts';
import { snapshotFlag, sourceFlags } from '../flag-spec.ts';
import { serverFlags } from './server-flags.ts';

export const openSpec: CommandSpec = {
  name: 'open',
  summary: 'import a capture, say what is in it, and serve it: the one thing most people do',
  description: [
    'Imports each SOURCE, or finds it in the cache, prints what is in it, then serves GraphQL and a playground on this machine until Ctrl-C.',
    'Where the default port is taken, the next free one is used.',
  ],
  usage: ['open SOURCE...'],
  arguments: [
    {
      name: 'SOURCE',
      describe: 'a bundle, a folder, a snapshot file (.db), a store, or - for standard input',
      variadic: true,
      completes: 'file',
    },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    { name: 'tour', describe: 'before serving, show a Service that works with all it rests on, and one with nothing behind it and why' },
    ...serverFlags,
  ],
  examples: [
    { command: 'open demo.tar.gz', says: 'look around in a capture' },
    { command: 'open demo.tar.gz demo-later.tar.gz', says: 'two captures side by side; each has its own address' },
  ],
  load: () => import('../commands/open.ts'),
};
