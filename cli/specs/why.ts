import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';
import { documentFlag } from './document-flag.ts';

export const whySpec: CommandSpec = {
  name: 'why',
  summary: 'why an object that is being deleted is still there',
  description: [
    'Shows as a tree what the deletion waits for: each finalizer, who must take it away and whether that runs in the snapshot, the very objects that block it, and theirs, down to the roots. Below it stand what shows each, and what to do; a way that destroys something is called so.',
    'The verdict is blocked (proved to be held), slow (what must act is there and within its usual time), orphaned (what must act is gone) or unknown (what would decide it was not captured).',
  ],
  usage: ['why SOURCE KIND/NAME', 'why SOURCE KIND NAME'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, or - for standard input', completes: 'file' },
    { name: 'KIND/NAME', describe: 'the object', variadic: true, completes: 'kind' },
  ],
  flags: [...sourceFlags, snapshotFlag, namespaceFlag, documentFlag],
  examples: [
    { command: 'why demo.tar.gz ns/team-legacy', says: 'a Namespace that does not go away' },
    { command: 'why demo.tar.gz pvc/reports -n data', says: 'a claim, and the Pods that hold it' },
  ],
  load: () => import('../commands/why.ts'),
};
