/** What the words before the cursor say: which command it is, how many arguments are there, and whether a flag waits for its value. */
import type { CommandSpec } from '../command.ts';
import { type FlagSpec, globalFlags } from '../flag-spec.ts';
import { flagTable, type Token, tokensOf } from '../parse-arguments.ts';
import { flagsOf } from './words.ts';

export interface Line {
  /** Undefined where none is named yet, or one that there is not. */
  readonly command: CommandSpec | undefined;
  /** Without the command's name. */
  readonly positionals: readonly string[];
  readonly hasUnknownCommand: boolean;
  /** The flag whose value comes next. */
  readonly open: FlagSpec | undefined;
  /** Flags that may stand here. */
  readonly flags: readonly FlagSpec[];
  /** Flags that are there, by their long names, with the last value of each; of a switch ''. */
  readonly given: ReadonlyMap<string, string>;
  /** `--` was there: no flags any more. */
  readonly isEnded: boolean;
}

export function readLine({ words, commands }: { readonly words: readonly string[]; readonly commands: readonly CommandSpec[] }): Line {
  const table = flagTable(commands);
  const tokens = tokensOf({ words, table });
  const [name, ...positionals] = tokens.flatMap(({ kind, value }) => (kind === 'positional' ? (value ?? '') : []));
  const command = commands.find((candidate) => candidate.name === name);
  const flags = command === undefined ? globalFlags : flagsOf(command);
  const waiting = waitingFlag(tokens, words.length);
  return {
    command,
    positionals,
    hasUnknownCommand: command === undefined && name !== undefined,
    open: flags.find((flag) => flag.name === waiting) ?? table.get(waiting),
    flags,
    given: new Map(tokens.flatMap(({ kind, name: flag = '', value = '' }) => (kind === 'option' ? [[flag, value]] : []))),
    isEnded: tokens.some(({ kind }) => kind === 'option-terminator'),
  };
}

/** The parser has given it no value, for there is no word behind it. '' for none; a switch takes no value, so it waits for none. */
function waitingFlag(tokens: readonly Token[], words: number): string {
  const last = tokens.at(-1);
  return last?.kind === 'option' && last.index === words - 1 && last.value === undefined ? (last.name ?? '') : '';
}
