import type { CommandSpec } from '../command.ts';
import { namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';

export const eventsSpec: CommandSpec = {
  name: 'events',
  summary: "list events in the order of time, with kubectl's arguments",
  description: [
    'The newest come last. Without -n or -A it looks in the namespace default. Ages are measured from the time of the capture.',
    'Events about objects that are gone are listed too. Where events were not fully captured, standard error says so.',
  ],
  usage: ['events SOURCE', 'events SOURCE --for KIND/NAME'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    namespaceFlag,
    { name: 'all-namespaces', short: 'A', describe: 'in every namespace' },
    { name: 'for', value: 'KIND/NAME', describe: 'only events about this object' },
    { name: 'types', value: 'TYPE', repeatable: true, describe: 'only events of these types: Normal, Warning' },
    {
      name: 'output',
      short: 'o',
      value: 'FORMAT',
      choices: ['wide', 'json', 'yaml', 'name', 'jsonpath=', 'custom-columns='],
      describe: 'json, yaml, name, jsonpath=TEMPLATE or custom-columns=HEADER:PATH,...; wide is the table',
    },
    { name: 'no-headers', describe: 'no line of headings' },
    { name: 'show-managed-fields', describe: 'keep managedFields in json and yaml' },
  ],
  examples: [
    { command: 'events demo.tar.gz -n shop --types Warning', says: 'what went wrong in a namespace' },
    { command: 'events demo.tar.gz -n data --for deploy/orders-sync', says: 'about one object' },
    { command: 'events demo.tar.gz -A -o jsonpath={.items[*].reason}', says: 'only the reasons' },
  ],
  load: () => import('../commands/events.ts'),
};
