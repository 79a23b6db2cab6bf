/** What the completion scripts offer, from the tables. */
import { builtInKinds } from '../../src/kube/built-in-kinds.ts';
import type { ArgumentSpec, CommandSpec } from '../command.ts';
import { type FlagSpec, globalFlags } from '../flag-spec.ts';

export interface CompletionWords {
  readonly commands: readonly CommandSpec[];
  /** Plurals and short names of the built-in kinds. */
  readonly kinds: readonly string[];
}

export function completionWords(commands: readonly CommandSpec[]): CompletionWords {
  const kinds = builtInKinds.flatMap((kind) => [kind.plural, ...kind.shortNames]);
  return { commands, kinds: [...new Set(kinds)].sort() };
}

export function flagsOf(command: CommandSpec): readonly FlagSpec[] {
  return [...command.flags, ...globalFlags];
}

/** All words that an argument may be, where the tables know them. */
export function fixedWords(argument: ArgumentSpec, words: CompletionWords): readonly string[] | undefined {
  if (argument.completes === 'kind') return words.kinds;
  return argument.completes === 'command' ? words.commands.map(({ name }) => name) : argument.choices;
}

/** What the shell itself can name. */
export function isPath({ completes }: ArgumentSpec | FlagSpec): boolean {
  return completes === 'file' || completes === 'folder';
}

/** `-n` and `--namespace`. */
export function spellings(flag: FlagSpec): readonly string[] {
  return [...(flag.short ? [`-${flag.short}`] : []), `--${flag.name}`];
}

/** In single quotes, as bash and zsh read them. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
