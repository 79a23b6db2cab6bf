import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { commandHelp, programHelp } from '../help.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { program, commands, output, positionals } = invocation;
  const [name] = positionals;
  if (name === undefined) {
    output.print(`${programHelp({ program, commands })}\n`);
    return ExitCode.done;
  }
  const command = commands.find((candidate) => candidate.name === name);
  if (!command)
    throw new UsageError(`no help for "${name}": there is no such command.`, { name, candidates: commands.map((each) => each.name) });
  output.print(`${commandHelp({ program, command })}\n`);
  return ExitCode.done;
}
