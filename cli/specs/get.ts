import type { CommandSpec } from '../command.ts';
import { type FlagSpec, namespaceFlag, snapshotFlag, sourceFlags } from '../flag-spec.ts';

const outputFlag: FlagSpec = {
  name: 'output',
  short: 'o',
  value: 'FORMAT',
  choices: ['wide', 'json', 'yaml', 'name', 'jsonpath=', 'custom-columns='],
  describe: 'wide, json, yaml, name, jsonpath=TEMPLATE or custom-columns=HEADER:PATH,...',
};

export const getSpec: CommandSpec = {
  name: 'get',
  summary: "list objects, with kubectl's arguments and columns",
  description: [
    "Takes kubectl's forms: pods, po, deploy/web, po,svc, Certificate.cert-manager.io. Without -n or -A it looks in the namespace default.",
    'Ages are measured from the time of the capture, not from now. Where the list rests on a kind that was not fully captured, standard error says so.',
  ],
  usage: ['get SOURCE KIND[,KIND...] [NAME...]', 'get SOURCE KIND/NAME...'],
  arguments: [
    { name: 'SOURCE', describe: 'a bundle, a folder, a snapshot file (.db), a store, live, or - for standard input', completes: 'file' },
    { name: 'KIND', describe: 'kinds, and names of objects', variadic: true, completes: 'kind' },
  ],
  flags: [
    ...sourceFlags,
    snapshotFlag,
    namespaceFlag,
    { name: 'all-namespaces', short: 'A', describe: 'in every namespace' },
    {
      name: 'selector',
      short: 'l',
      value: 'SELECTOR',
      describe: 'only objects with these labels: app=web, tier!=db, env in (a,b), !canary',
    },
    { name: 'field-selector', value: 'SELECTOR', describe: 'only objects with these fields: status.phase=Running, metadata.name!=x' },
    {
      name: 'health',
      value: 'STATUS',
      repeatable: true,
      describe:
        'only objects that are so: degraded, progressing, unknown, suspended, healthy; with commas several; see docs/graphql.md, Health',
    },
    { name: 'sort-by', value: 'PATH', describe: 'sort by a field, as a JSONPath: .metadata.creationTimestamp' },
    outputFlag,
    { name: 'show-labels', describe: 'a last column with the labels' },
    { name: 'no-headers', describe: 'no line of headings' },
    { name: 'show-managed-fields', describe: 'keep managedFields in json and yaml' },
  ],
  examples: [
    { command: 'get demo.tar.gz pods -n shop', says: 'the Pods of a namespace' },
    { command: 'get demo.tar.gz po,rs -n shop -l app=cart', says: 'two kinds, by label' },
    { command: 'get demo.tar.gz pods -A --field-selector status.phase=Pending', says: 'Pods that wait, anywhere' },
    { command: 'get demo.tar.gz pods -A --health degraded,progressing', says: 'Pods that are ill' },
    { command: 'get demo.tar.gz configmap/checkout-config -n shop -o yaml', says: 'one object, whole' },
    { command: "get demo.tar.gz nodes -o jsonpath='{.items[*].metadata.name}'", says: 'only the names' },
  ],
  load: () => import('../commands/get.ts'),
};
