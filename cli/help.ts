/** Help texts, made from the tables. */
import type { CommandSpec } from './command.ts';
import { exitCodeMeanings } from './exit-codes.ts';
import { type FlagSpec, globalFlags } from './flag-spec.ts';
import { wrap } from './output/wrap.ts';

/** Of the whole program. */
export function programHelp(options: { readonly program: string; readonly commands: readonly CommandSpec[] }): string {
  const { program, commands } = options;
  return [
    paragraph(
      'Captures a Kubernetes cluster into a file, and turns it into a graph that you can query: offline, with GraphQL or with verbs you know.',
    ),
    `Usage: ${program} COMMAND [SOURCE] [ARGUMENTS] [FLAGS]`,
    section(
      'Commands',
      commands.map((command) => [command.name, command.summary]),
    ),
    section('SOURCE is one of', sourceForms),
    section('Flags of every command', flagRows(globalFlags).concat([['    --version', 'print the version']])),
    section(
      'Exit codes',
      exitCodeMeanings.map((row) => [String(row.code), row.means.replaceAll('`', '')]),
    ),
    section('Environment', environmentVariables),
    examples({ program, list: firstSteps }),
    `"${program} COMMAND --help" prints the flags and examples of a command.`,
  ].join('\n\n');
}

/** Of one command. */
export function commandHelp(options: { readonly program: string; readonly command: CommandSpec }): string {
  const { program, command } = options;
  return [
    `${program} ${command.name}: ${command.summary}`,
    ...command.description.map(paragraph),
    `Usage:\n${command.usage.map((form) => `  ${program} ${form} [FLAGS]`).join('\n')}`,
    section(
      'Arguments',
      command.arguments.map((argument) => [argument.name, argument.describe]),
    ),
    section('Flags', flagRows(command.flags)),
    section('Flags of every command', flagRows(globalFlags)),
    examples({ program, list: command.examples }),
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

const sourceForms: readonly Row[] = [
  ['FILE', 'a bundle of Snapgraph or of troubleshoot.sh, or objects as YAML or JSON, compressed or not'],
  ['FOLDER', 'an unpacked bundle, or a folder of YAML and JSON files'],
  ['FILE.db', 'a snapshot file that import wrote'],
  ['STORE', 'a folder of snapshot files'],
  ['-', 'objects or a bundle on standard input'],
];

/** What the program reads from its environment. */
export const environmentVariables: readonly Row[] = [
  ['SNAPGRAPH_SOURCE', 'the SOURCE of commands that are given none'],
  ['SNAPGRAPH_CACHE', 'the folder in which imported captures are kept (default snapgraph below XDG_CACHE_HOME, or below ~/.cache)'],
  ['SNAPGRAPH_CACHE_BYTES', 'how much that folder may hold (default 10 GiB); what was not used for longest goes first'],
  ['XDG_CACHE_HOME', 'the folder for caches of all programs'],
  ['KUBECONFIG', 'kubeconfig files of capture, as kubectl reads them (default ~/.kube/config)'],
  ['KUBECONTEXT', 'the context of capture where --context is not given'],
  ['NO_COLOR', 'no colours'],
];

const firstSteps: CommandSpec['examples'] = [
  { command: 'capture -o prod.tar.gz', says: 'write the cluster of the current context into a file' },
  { command: 'open demo.tar.gz', says: 'import a capture and serve it with a playground' },
  { command: 'get demo.tar.gz pods -A', says: "kubectl's verbs, over the capture" },
];

/** Characters in a line, where words allow. */
const lineWidth = 100;

function paragraph(text: string): string {
  return wrap({ text, width: lineWidth, indent: 0 });
}

type Row = readonly [string, string];

function flagRows(flags: readonly FlagSpec[]): Row[] {
  return flags.map((flag) => [
    `${flag.short ? `-${flag.short},` : '   '} --${flag.name}${flag.value ? ` ${flag.value}` : ''}`,
    flag.describe + (flag.repeatable ? '; may be repeated' : ''),
  ]);
}

function section(title: string, rows: readonly Row[]): string {
  if (rows.length === 0) return '';
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, text]) => `  ${name.padEnd(width)}  ${wrap({ text, width: lineWidth - width - 4, indent: width + 4 })}`);
  return `${title}:\n${lines.join('\n')}`;
}

function examples(options: { readonly program: string; readonly list: CommandSpec['examples'] }): string {
  const lines = options.list.map((example) => `  # ${example.says}\n  ${options.program} ${example.command}`);
  return `Examples:\n${lines.join('\n')}`;
}
