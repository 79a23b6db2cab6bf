/** The completion script for zsh. */
import type { ArgumentSpec, CommandSpec } from '../command.ts';
import type { FlagSpec } from '../flag-spec.ts';
import { type CompletionWords, flagsOf, quoted } from './words.ts';

export function zshCompletion(words: CompletionWords): string {
  const { commands, kinds } = words;
  return `#compdef snapgraph kubectl-snapgraph
_snapgraph() {
  local curcontext="$curcontext" state line
  typeset -A opt_args
  local -a commands kinds
  commands=(
${commands.map((command) => `    ${quoted(`${command.name}:${command.summary}`)}`).join('\n')}
  )
  kinds=(${kinds.join(' ')})
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe command commands ;;
    argument)
      case $line[1] in
${commands.map(commandCase).join('\n')}
      esac ;;
  esac
}
if [[ $funcstack[1] == _snapgraph ]]; then _snapgraph "$@"; else compdef _snapgraph snapgraph kubectl-snapgraph; fi
`;
}

function commandCase(command: CommandSpec): string {
  const specs = [
    ...flagsOf(command).map(flagSpec),
    ...command.arguments.map((argument, index) => argumentSpec({ argument, position: index + 1 })),
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
  return `${quoted(`(-${flag.short} --${flag.name})`)}{${short},${long}}${quoted(describe)}`;
}

function valueAction(flag: FlagSpec): string {
  if (flag.choices) return `(${flag.choices.join(' ')})`;
  return flag.completes === 'folder' ? '_files -/' : flag.completes ? '_files' : '';
}

function argumentSpec(options: { readonly argument: ArgumentSpec; readonly position: number }): string {
  const { argument, position } = options;
  const action = argument.choices
    ? `(${argument.choices.join(' ')})`
    : argument.completes === 'kind'
      ? '($kinds)'
      : argument.completes
        ? '_files'
        : '';
  const spec = `${argument.variadic ? '*' : position}:${argument.name}:`;
  return action === '($kinds)' ? `"${spec}($kinds)"` : quoted(`${spec}${action}`);
}

/** Within `[…]` of a spec, brackets and colons are escaped. */
function bracketed(text: string): string {
  return text.replace(/[[\]:\\]/g, '\\$&');
}
