import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const danglingSpec: CommandSpec = {
  name: 'dangling',
  summary: 'what is named and not there, and what that breaks',
  description: [
    'Pointers that lead to nothing, or to the wrong thing, the worst first, under what they break. What a Deployment, its ReplicaSets and its Pods lack together stands in one line.',
    'error: something does not work, or will be lost. warning: something is amiss, or will be when it starts anew. info: it is as it should be, or nothing depends on it any more; shown only by --severity info.',
    'What was not captured is never called missing: how many pointers could not be judged for that is said at the end. Optional pointers and history (events, status) are no findings. The exit code is 0 whatever is found.',
  ],
  usage: ['dangling SOURCE [KIND[,KIND...]] [-n NAMESPACE]'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
    { name: 'KIND', describe: 'only pointers in objects of these kinds', optional: true, completes: 'kind' },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    { ...namespaceFlag, describe: 'only pointers in objects of this namespace' },
    { name: 'all-namespaces', short: 'A', describe: 'in every namespace, as without -n' },
    {
      name: 'severity',
      value: 'SEVERITY',
      repeatable: true,
      choices: ['error', 'warning', 'info'],
      describe: 'only findings of this severity; else error and warning',
    },
    {
      name: 'status',
      value: 'STATUS',
      repeatable: true,
      choices: [
        'missing',
        'key_missing',
        'uid_mismatch',
        'name_mismatch',
        'kind_mismatch',
        'kind_unknown',
        'cross_namespace',
        'namespaced_owner_of_cluster_scoped',
        'not_permitted',
      ],
      describe: 'only pointers of this status',
    },
    {
      name: 'output',
      short: 'o',
      value: 'FORMAT',
      choices: ['wide', 'json', 'yaml', 'name'],
      describe: 'wide, json, yaml, or name (the objects that hold the pointers)',
    },
  ],
  examples: [
    { command: 'dangling demo.tar.gz', says: 'the whole capture' },
    { command: 'dangling demo.tar.gz -n shop --severity error', says: 'what does not work in one namespace' },
    { command: 'dangling demo.tar.gz rolebindings --severity info', says: 'bindings of the policy that every API server makes' },
  ],
  load: () => import('../commands/dangling.ts'),
};
