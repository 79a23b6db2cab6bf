/** The completion script for zsh. */
import type { ArgumentSpec, CommandSpec } from '../command.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { type CompletionWords, fixedWords, flagsOf, isPath, quoted } from './words.ts';

export function zshCompletion(words: CompletionWords): string {
  const { commands } = words;
  return `#compdef snapgraph kubectl-snapgraph
_snapgraph() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands
  commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.summary}`)}`).join('\n')}
  )
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
${commands.map((command) => commandCase({ command, words })).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _snapgraph ]]; then _snapgraph "$@"; else compdef _snapgraph snapgraph kubectl-snapgraph; fi
`;
}

function commandCase({ command, words }: { readonly command: CommandSpec; readonly words: CompletionWords }): string {
  const specs = [
    ...flagsOf(command).map(flagSpec),
    ...command.arguments.map((argument, index) => argumentSpec({ argument, position: index + 1, words })),
  ];
  return `        ${command.name})
          _arguments -s \\
${specs.map((spec) => `            ${spec}`).join(' \\\n')} ;;`;
}

function flagSpec(flag: FlagSpec): string {
  const repeat = flag.repeatable ? '*' : '';
  const value = flag.value === undefined ? '' : `:${flag.value}:${valueAction(flag)}`;
  const describe = `[${bracketed(flag.describe)}]${value}`;
  const long = `--${flag.name}${flag.value === undefined ? '' : '='}`;
  if (!flag.short) return quoted(`${repeat}${long}${describe}`);
  const short = `-${flag.short}${flag.value === undefined ? '' : '+'}`;
  return `${quoted(repeat || `(-${flag.short} --${flag.name})`)}{${short},${long}}${quoted(describe)}`;
}

function valueAction(flag: FlagSpec): string {
  if (flag.choices) return `(${flag.choices.join(' ')})`;
  return flag.completes === 'folder' ? '_files -/' : isPath(flag) ? '_files' : '';
}

function argumentSpec(options: { readonly argument: ArgumentSpec; readonly position: number; readonly words: CompletionWords }): string {
  const { argument, position, words } = options;
  const fixed = fixedWords(argument, words);
  const action = fixed ? `(${fixed.join(' ')})` : isPath(argument) ? '_files' : '';
  return quoted(`${argument.variadic ? '*' : position}:${argument.name}:${action}`);
}

/** Within `[…]` of a spec, brackets and colons are escaped. */
function bracketed(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}
