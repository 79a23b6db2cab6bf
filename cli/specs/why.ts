import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';
import { documentFlag } from './document-flag.ts';

export const whySpec: CommandSpec = {
  name: 'why',
  summary: 'why an object is ill, or still there though it is being deleted, or what a deletion would do',
  description: [
    'Of an object that is ill: what it comes down to, then the chain from the object to that, over what it rests on as far as that is ill, missing or flawed, with what containers wrote last and who else names what is missing. Of a Node also the Services that have no ready endpoint elsewhere. What was not captured on the way is said.',
    'Of an object that is being deleted: shows as a tree what the deletion waits for: each finalizer, who must take it away and whether that runs in the snapshot, the very objects that block it, and theirs, down to the roots. Below it stand what shows each, and what to do; a way that destroys something is called so.',
    'With --delete: what the garbage collector would take along, what would be left alone, what would hold the deletion up, and what else names what goes. Nothing is deleted: it is thought through over the snapshot.',
    'The verdict is blocked (proved to be held), slow (what must act is there and within its usual time), orphaned (what must act is gone) or unknown (what would decide it was not captured).',
  ],
  usage: ['why SOURCE KIND/NAME', 'why SOURCE KIND/NAME --delete [--cascade PROPAGATION]'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
    { name: 'KIND/NAME', describe: 'the object', variadic: true, completes: 'kind' },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    namespaceFlag,
    { name: 'delete', describe: 'what would happen if it were deleted now' },
    {
      name: 'cascade',
      value: 'PROPAGATION',
      choices: ['background', 'foreground', 'orphan'],
      describe: "with --delete, what becomes of its dependents, as kubectl's flag has it; background without it",
    },
    documentFlag,
  ],
  examples: [
    { command: 'why demo.tar.gz ing/checkout -n shop', says: 'an Ingress that answers with errors' },
    { command: 'why demo.tar.gz node/worker-b2', says: 'a Node that is lost, and the Services that have nothing else' },
    { command: 'why demo.tar.gz ns/team-legacy', says: 'a Namespace that does not go away' },
    { command: 'why demo.tar.gz pvc/reports -n data', says: 'a claim, and the Pods that hold it' },
    { command: 'why demo.tar.gz deploy/cart -n shop --delete', says: 'what would go with a Deployment' },
  ],
  load: () => import('../commands/why.ts'),
};
