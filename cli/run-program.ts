/** From the words of a command line to an exit code. */
import type { CommandSpec } from './command.ts';
import { commands } from './commands.ts';
import { UsageError } from './errors.ts';
import { ExitCode } from './exit-codes.ts';
import { globalFlags } from './flag-spec.ts';
import { createFlags } from './flags.ts';
import { commandHelp, programHelp } from './help.ts';
import { createOutput, type Output } from './output/output.ts';
import { type ParsedArguments, parseArguments } from './parse-arguments.ts';

export interface ProgramOptions {
  readonly program: string;
  readonly words: readonly string[];
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** Never throws: what goes wrong is printed on standard error, with its stack only where --debug asks for it. */
export async function runProgram(options: ProgramOptions): Promise<number> {
  const { program, words } = options;
  const output = createOutput({
    ...options,
    quiet: words.includes('-q') || words.includes('--quiet'),
    noColor: words.includes('--no-color'),
  });
  let command: CommandSpec | undefined;
  try {
    if (words.length === 1 && words[0] === '--version') return await printVersion(output);
    const parsed = parseArguments({ words, commands });
    command = parsed.command;
    if (command === undefined || parsed.given.has('help')) return printHelp({ program, command, output });
    return await runCommand({ ...options, command, parsed, output });
  } catch (error) {
    command ??= commands.find(({ name }) => words.includes(name));
    return await printError({ error, program, command, output, debug: words.includes('--debug') });
  }
}

async function printVersion(output: Output): Promise<number> {
  const { programVersion } = await import('./version.ts');
  output.print(`${programVersion()}\n`);
  return ExitCode.done;
}

function printHelp(options: { readonly program: string; readonly command: CommandSpec | undefined; readonly output: Output }): number {
  const { program, command, output } = options;
  output.print(`${command === undefined ? programHelp({ program, commands }) : commandHelp({ program, command })}\n`);
  return ExitCode.done;
}

async function runCommand(
  options: ProgramOptions & { readonly command: CommandSpec; readonly parsed: ParsedArguments; readonly output: Output },
): Promise<number> {
  const { program, command, parsed, environment, output } = options;
  const flags = createFlags({ specs: [...globalFlags, ...command.flags], given: parsed.given });
  const { run } = await command.load();
  return await run({ program, command, commands, positionals: parsed.positionals, flags, environment, output });
}

async function printError(options: {
  readonly error: unknown;
  readonly program: string;
  readonly command: CommandSpec | undefined;
  readonly output: Output;
  readonly debug: boolean;
}): Promise<number> {
  const { error, program, command, output, debug } = options;
  if (isInterrupt(error)) return ExitCode.interrupted;
  const message = error instanceof Error ? error.message : String(error);
  const usage = error instanceof UsageError;
  output.warn(`${program}: ${message}${usage ? await suggestion(error) : ''}`);
  if (usage) output.warn(`"${program}${command ? ` ${command.name}` : ''} --help" prints what there is.`);
  if (debug && error instanceof Error) output.warn(stackOf(error));
  return usage ? ExitCode.usage : ExitCode.failed;
}

async function suggestion(error: UsageError): Promise<string> {
  if (error.close === undefined) return '';
  const { didYouMean } = await import('../src/kube/suggest.ts');
  return didYouMean(error.close.name, error.close.candidates);
}

/** An import that Ctrl-C ended rejects with this; what was half-made is gone by then. */
function isInterrupt(error: unknown): boolean {
  return error instanceof Error && error.name === 'Interrupted';
}

function stackOf(error: Error): string {
  const cause = error.cause instanceof Error ? `\nCaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
