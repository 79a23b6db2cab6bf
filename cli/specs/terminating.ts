import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';
import { documentFlag } from './document-flag.ts';

export const terminatingSpec: CommandSpec = {
  name: 'terminating',
  summary: 'everything that is being deleted, and what holds it up',
  description: [
    'Each deletion stands with the tree of what it waits for; one that another waits for stands in its tree only. The oldest request comes first. `why` tells more of one object: what shows it, and what to do.',
  ],
  usage: ['terminating SOURCE [-n NAMESPACE]'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
  ],
  flags: [...sourceFlags, snapshotFlag, namespaceFlag, documentFlag],
  examples: [
    { command: 'terminating demo.tar.gz', says: 'all that does not go away' },
    { command: 'terminating demo.tar.gz -n data', says: 'only what lies in one namespace' },
  ],
  load: () => import('../commands/terminating.ts'),
};
