/** What a command is, as data: help, completion, the parsing of its arguments and docs/cli.md all rest on it. */
import type { Completes, FlagSpec } from './flag-spec.ts';
import type { Flags } from './flags.ts';
import type { Output } from './output/output.ts';

export interface ArgumentSpec {
  readonly name: string;
  readonly describe: string;
  readonly optional?: true;
  readonly variadic?: true;
  readonly choices?: readonly string[];
  readonly completes?: Completes;
}

export interface Example {
  /** Without the program's name. Runs as it stands in a folder that holds the demo bundles; that of `capture` needs a cluster. */
  readonly command: string;
  readonly says: string;
}

export interface CommandSpec {
  readonly name: string;
  /** One line, for the list of commands. */
  readonly summary: string;
  /** Paragraphs, for the command's own help. */
  readonly description: readonly string[];
  /** The forms it takes, without the program's name. */
  readonly usage: readonly string[];
  readonly arguments: readonly ArgumentSpec[];
  readonly flags: readonly FlagSpec[];
  readonly examples: readonly Example[];
  /** Its code, loaded only when it runs. */
  readonly load: () => Promise<CommandModule>;
}

export interface CommandModule {
  /** Resolves to the exit code. */
  run(invocation: Invocation): Promise<number>;
}

/** One call of the program, parsed: what a command gets. */
export interface Invocation {
  /** As the user calls it: `snapgraph` or `kubectl snapgraph`. */
  readonly program: string;
  readonly command: CommandSpec;
  /** All there are. */
  readonly commands: readonly CommandSpec[];
  /** What is not a flag, without the command's name. */
  readonly positionals: readonly string[];
  readonly flags: Flags;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly output: Output;
}
