/** The completion script for fish. */
import type { ArgumentSpec, CommandSpec } from '../command.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { type CompletionWords, fixedWords, flagsOf, isPath } from './words.ts';

export function fishCompletion(words: CompletionWords): string {
  const lines = ['snapgraph', 'kubectl-snapgraph'].flatMap((program) => programLines({ program, words }));
  return `# fish completion for snapgraph
function __snapgraph_position
    set -l words (commandline -opc)
    set -l count 0
    for word in $words[2..-1]
        string match -q -- '-*' $word; or set count (math $count + 1)
    end
    test $count $argv[1] $argv[2]
end
${lines.join('\n')}
`;
}

function programLines(options: { readonly program: string; readonly words: CompletionWords }): string[] {
  const { program, words } = options;
  return [
    `complete -c ${program} -f`,
    ...words.commands.map(
      (command) => `complete -c ${program} -n __fish_use_subcommand -a ${command.name} -d ${fishQuoted(command.summary)}`,
    ),
    ...words.commands.flatMap((command) => [
      ...flagsOf(command).map((flag) => flagLine({ program, command, flag })),
      ...command.arguments.map((argument, index) => argumentLine({ program, command, argument, index, words })),
    ]),
  ];
}

function flagLine(options: { readonly program: string; readonly command: CommandSpec; readonly flag: FlagSpec }): string {
  const { program, command, flag } = options;
  const short = flag.short ? ` -s ${flag.short}` : '';
  const value =
    flag.value === undefined ? '' : flag.choices ? ` -x -a ${fishQuoted(flag.choices.join(' '))}` : isPath(flag) ? ' -r -F' : ' -x';
  return `complete -c ${program} -n ${seen(command)}${short} -l ${flag.name}${value} -d ${fishQuoted(flag.describe)}`;
}

function argumentLine(options: {
  readonly program: string;
  readonly command: CommandSpec;
  readonly argument: ArgumentSpec;
  readonly index: number;
  readonly words: CompletionWords;
}): string {
  const { program, command, argument, index, words } = options;
  const fixed = fixedWords(argument, words);
  const offer = fixed ? `-a ${fishQuoted(fixed.join(' '))}` : isPath(argument) ? '-F' : '-f';
  const position = `__snapgraph_position ${argument.variadic ? '-ge' : '-eq'} ${index + 1}`;
  return `complete -c ${program} -n ${fishQuoted(`__fish_seen_subcommand_from ${command.name}; and ${position}`)} ${offer}`;
}

function seen(command: CommandSpec): string {
  return fishQuoted(`__fish_seen_subcommand_from ${command.name}`);
}

function fishQuoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
