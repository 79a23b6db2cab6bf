import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const logsSpec: CommandSpec = {
  name: 'logs',
  summary: "print what containers wrote, with kubectl's arguments",
  description: [
    'Of a Pod, or of one of the Pods of a Deployment, StatefulSet, Job, Service and so on, chosen as kubectl does. Without -n it looks in the namespace default.',
    'Where a log was not captured, or only its end, standard error says so, and the exit code is 1 where there is nothing to print. --since counts back from the time of the capture.',
  ],
  usage: ['logs SOURCE POD [CONTAINER]', 'logs SOURCE KIND/NAME', 'logs SOURCE -l SELECTOR'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
    { name: 'POD', describe: 'a Pod, or KIND/NAME of what has Pods', optional: true },
    { name: 'CONTAINER', describe: 'as -c', optional: true },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    namespaceFlag,
    {
      name: 'container',
      short: 'c',
      value: 'NAME',
      describe: 'this container; else the first, or the one that an annotation of the Pod names',
    },
    { name: 'all-containers', describe: 'every container of the Pod' },
    { name: 'all-pods', describe: 'every Pod of the object, not the best one; sets --prefix' },
    { name: 'previous', short: 'p', describe: 'what the container wrote before it was started anew' },
    { name: 'selector', short: 'l', value: 'SELECTOR', describe: 'the Pods with these labels' },
    { name: 'tail', value: 'LINES', describe: 'last lines of each log (default -1: all; 10 with a selector)' },
    { name: 'since', value: 'DURATION', describe: 'only lines younger than this before the capture: 10m, 2h' },
    { name: 'since-time', value: 'TIME', describe: 'only lines from this time on (RFC 3339)' },
    { name: 'timestamps', describe: 'with the time of each line, where the capture holds it' },
    { name: 'prefix', describe: 'before each line the Pod and the container' },
    { name: 'limit-bytes', value: 'BYTES', describe: 'most bytes of each log to print (default 0: no limit)' },
  ],
  examples: [
    { command: 'logs demo.tar.gz deploy/orders-sync -n data -c migrate --previous --tail 5', says: 'what it said before it died' },
    { command: 'logs demo.tar.gz deploy/cart -n shop --all-containers --prefix --tail 3', says: 'every container of a Pod' },
    { command: 'logs demo.tar.gz -l app=cart -n shop', says: 'the last lines of all Pods with a label' },
  ],
  load: () => import('../commands/logs.ts'),
};
