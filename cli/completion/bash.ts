/** The completion script for bash. */
import type { CommandSpec } from '../command.ts';
import { type CompletionWords, fixedWords, flagsOf, isPath, quoted, spellings } from './words.ts';

export function bashCompletion(words: CompletionWords): string {
  const { commands } = words;
  return `# bash completion for snapgraph
_snapgraph() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} command= position=0 index word
  for ((index = 1; index < COMP_CWORD; index++)); do
    word=\${COMP_WORDS[index]}
    [[ $word == -* ]] && continue
    if [[ -z $command ]]; then command=$word; else ((position++)); fi
  done
  case "$command $previous" in
${commands.flatMap(valueCases).join('\n')}
  esac
  if [[ -z $command ]]; then
    _snapgraph_words ${quoted(commands.map((command) => command.name).join(' '))}
    return
  fi
  case "$command" in
${commands.map((command) => commandCase({ command, words })).join('\n')}
  esac
}
_snapgraph_words() { COMPREPLY=($(compgen -W "$1" -- "$current")); }
_snapgraph_files() { compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$current")); }
complete -F _snapgraph snapgraph kubectl-snapgraph
`;
}

/** After a flag that takes a value. */
function valueCases(command: CommandSpec): string[] {
  return flagsOf(command)
    .filter((flag) => flag.value !== undefined)
    .map((flag) => {
      const pattern = spellings(flag)
        .map((spelling) => `"${command.name} ${spelling}"`)
        .join('|');
      if (flag.choices) return `    ${pattern}) _snapgraph_words ${quoted(flag.choices.join(' '))}; return ;;`;
      return `    ${pattern}) ${isPath(flag) ? '_snapgraph_files; ' : ''}return ;;`;
    });
}

function commandCase(options: { readonly command: CommandSpec; readonly words: CompletionWords }): string {
  const { command, words } = options;
  const flags = flagsOf(command).flatMap(spellings).join(' ');
  const arms = command.arguments.map((argument, position) => {
    const last = position === command.arguments.length - 1 && argument.variadic;
    const fixed = fixedWords(argument, words);
    const action = fixed ? `_snapgraph_words ${quoted(fixed.join(' '))}` : isPath(argument) ? '_snapgraph_files' : ':';
    return `        ${last ? '*' : position}) ${action} ;;`;
  });
  return `    ${command.name})
      if [[ $current == -* ]]; then _snapgraph_words ${quoted(flags)}; return; fi
      case $position in
${arms.join('\n')}
      esac ;;`;
}
