/** What must stand on which page, read from the code. A new kind of word that people meet is a row here. */
import { commands } from '../../cli/commands.ts';
import { exitCodeMeanings } from '../../cli/exit-codes.ts';
import { type FlagSpec, globalFlags } from '../../cli/flag-spec.ts';
import { environmentVariables } from '../../cli/help.ts';
import { serverFlags } from '../../cli/specs/server-flags.ts';
import { limitSettings } from '../../src/api/limits.ts';

export interface DocumentedWords {
  readonly what: string;
  readonly page: string;
  /** The heading under which the words stand; null: anywhere on the page. What stands under no command's heading counts for each of them. */
  readonly section: string | null;
  readonly words: readonly string[];
}

export const documentedWords: readonly DocumentedWords[] = [
  ...commands.map((command) => ({
    what: `flags of ${command.name}`,
    page: 'docs/cli.md',
    section: command.name,
    words: command.flags.map(flagWord),
  })),
  { what: 'flags of every command', page: 'docs/cli.md', section: null, words: [...globalFlags.map(flagWord), '--version'] },
  { what: 'exit codes', page: 'docs/cli.md', section: 'Exit codes', words: exitCodeMeanings.map(({ code }) => `| ${code} |`) },
  { what: 'environment variables', page: 'docs/settings.md', section: null, words: environmentVariables.map(([name]) => `\`${name}\``) },
  { what: 'settings of the server', page: 'docs/settings.md', section: null, words: serverFlags.map(flagWord) },
  {
    what: 'limits',
    page: 'docs/settings.md',
    section: null,
    words: limitSettings.flatMap(({ name, environment, code }) => [`\`${name}\``, `\`${environment}\``, `\`${code}\``]),
  },
  {
    what: 'default limits',
    page: 'docs/settings.md',
    section: null,
    words: limitSettings.map((limit) => limit.default.toLocaleString('en-US')),
  },
];

/** All flags and variables there are: what a page names beside them is a mistake. */
export const knownFlags: ReadonlySet<string> = new Set([
  ...[...commands.flatMap((command) => command.flags), ...globalFlags].map(flagWord),
  '--version',
]);

export const knownVariables: ReadonlySet<string> = new Set([
  ...environmentVariables.map(([name]) => name),
  ...limitSettings.map(({ environment }) => environment),
  // Of the scripts: for who works on the project.
  'SNAPGRAPH_CLUSTER_BIN',
]);

function flagWord(flag: FlagSpec): string {
  return `--${flag.name}`;
}
