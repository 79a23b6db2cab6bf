import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const treeSpec: CommandSpec = {
  name: 'tree',
  summary: 'who owns an object, what it owns, and who uses it',
  description: [
    'Downwards (the default) the tree shows the dependents of an object, and theirs. Upwards it shows its owners, and what names or selects it, each with owners of its own.',
    'Every line says whether the object is there: missing (its kind was captured, it was not in it), not captured (nobody looked), or how it is; and where an owner reference does not hold, why the tree ends there.',
  ],
  usage: ['tree SOURCE KIND/NAME [--up | --down]', 'tree SOURCE KIND NAME [--up | --down]'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
    { name: 'KIND/NAME', describe: 'the object', variadic: true, completes: 'kind' },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    namespaceFlag,
    { name: 'down', describe: 'what it owns (the default)' },
    { name: 'up', describe: 'its owners, and what names or selects it' },
  ],
  examples: [
    { command: 'tree demo.tar.gz deploy/checkout -n shop', says: 'from a Deployment to its Pods' },
    { command: 'tree demo.tar.gz secret/registry-pull -n shop --up', says: 'who uses a Secret' },
  ],
  load: () => import('../commands/tree.ts'),
};
