/** Words of a command line → command, positionals and flags, by the tables; Node's own parser splits them. */
import { parseArgs } from 'node:util';
import type { CommandSpec } from './command.ts';
import { UsageError } from './errors.ts';
import { type FlagSpec, globalFlags } from './flag-spec.ts';

export interface ParsedArguments {
  /** Undefined where no command is named. */
  readonly command: CommandSpec | undefined;
  readonly positionals: readonly string[];
  /** By long name; of a switch one empty text for each time it was given. */
  readonly given: ReadonlyMap<string, readonly string[]>;
}

/** A piece of the command line, as Node's parser cuts it. */
export interface Token {
  readonly kind: string;
  /** Of the word that it stands in. */
  readonly index: number;
  readonly name?: string;
  readonly rawName?: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

/**
 * Flags may stand before the command and between its arguments; `--` ends them. `-o=json` and `-ojson` are the same, as with kubectl.
 * Throws UsageError for what is in no table.
 */
export function parseArguments(options: { readonly words: readonly string[]; readonly commands: readonly CommandSpec[] }): ParsedArguments {
  const { words, commands } = options;
  const table = flagTable(commands);
  const tokens = tokensOf({ words, table });
  const plain = tokens.flatMap((token) => (token.kind === 'positional' && token.value !== undefined ? [token.value] : []));
  const [name, ...positionals] = plain;
  const command = commands.find((candidate) => candidate.name === name);
  if (name !== undefined && command === undefined) {
    throw new UsageError(`unknown command "${name}".`, { name, candidates: commands.map((candidate) => candidate.name) });
  }
  const given = new Map<string, string[]>();
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const { spec, value } = readFlag({ token, table, command });
    given.set(spec.name, [...(given.get(spec.name) ?? []), value]);
  }
  return { command, positionals, given };
}

/** All flags that there are, by their long names. */
export function flagTable(commands: readonly CommandSpec[]): ReadonlyMap<string, FlagSpec> {
  return new Map([...globalFlags, ...commands.flatMap((command) => command.flags)].map((spec) => [spec.name, spec]));
}

/** Never throws: what fits nothing is a token too. */
export function tokensOf(options: { readonly words: readonly string[]; readonly table: ReadonlyMap<string, FlagSpec> }): readonly Token[] {
  const { words, table } = options;
  return parseArgs({ args: [...words], options: parserOptions(table), strict: false, allowPositionals: true, tokens: true }).tokens;
}

function parserOptions(
  table: ReadonlyMap<string, FlagSpec>,
): Record<string, { type: 'string' | 'boolean'; short?: string; multiple: true }> {
  const entries = [...table.values()].map(
    (spec) =>
      [spec.name, { type: spec.value ? 'string' : 'boolean', ...(spec.short ? { short: spec.short } : {}), multiple: true }] as const,
  );
  return Object.fromEntries(entries);
}

function readFlag(options: {
  readonly token: Token;
  readonly table: ReadonlyMap<string, FlagSpec>;
  readonly command: CommandSpec | undefined;
}): { spec: FlagSpec; value: string } {
  const { token, table, command } = options;
  const rawName = token.rawName ?? '';
  const allowed = [...globalFlags, ...(command?.flags ?? [])];
  const spec = allowed.find((candidate) => candidate.name === token.name);
  if (spec === undefined) throw unknownFlag({ rawName, known: table.has(token.name ?? ''), allowed, command });
  if (spec.value === undefined) {
    if (token.value !== undefined) throw new UsageError(`flag ${rawName} takes no value.`);
    return { spec, value: '' };
  }
  if (token.value === undefined) throw new UsageError(`flag ${rawName} needs a value: ${rawName} ${spec.value}.`);
  const value = rawName.startsWith('--') || !token.inlineValue ? token.value : token.value.replace(/^=/, '');
  checkChoice({ spec, value });
  return { spec, value };
}

function unknownFlag(options: {
  readonly rawName: string;
  readonly known: boolean;
  readonly allowed: readonly FlagSpec[];
  readonly command: CommandSpec | undefined;
}): UsageError {
  const { rawName, known, allowed, command } = options;
  const what = command === undefined ? `unknown flag ${rawName}.` : `command "${command.name}" has no flag ${rawName}.`;
  if (known) return new UsageError(what);
  const dashes = rawName.startsWith('--') ? '--' : '-';
  const candidates = allowed.flatMap((flag) => (dashes === '--' ? [`--${flag.name}`] : flag.short ? [`-${flag.short}`] : []));
  return new UsageError(what, { name: rawName, candidates });
}

function checkChoice(options: { readonly spec: FlagSpec; readonly value: string }): void {
  const { spec, value } = options;
  if (spec.choices === undefined) return;
  const fits = spec.choices.some((choice) => (choice.endsWith('=') ? value.startsWith(choice) : value === choice));
  if (fits) return;
  throw new UsageError(
    `--${spec.name} is "${value}", but may only be ${spec.choices.map((choice) => (choice.endsWith('=') ? `${choice}…` : choice)).join(', ')}.`,
    {
      name: value,
      candidates: spec.choices,
    },
  );
}
