import type { Invocation } from '../command.ts';
import { bashCompletion } from '../completion/bash.ts';
import { fishCompletion } from '../completion/fish.ts';
import { type CompletionWords, completionWords } from '../completion/words.ts';
import { zshCompletion } from '../completion/zsh.ts';
import { UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';

const scripts: ReadonlyMap<string, (words: CompletionWords) => string> = new Map([
  ['bash', bashCompletion],
  ['zsh', zshCompletion],
  ['fish', fishCompletion],
]);

export async function run(invocation: Invocation): Promise<number> {
  const [shell] = invocation.positionals;
  const shells = [...scripts.keys()];
  const script = scripts.get(shell ?? '');
  if (script === undefined) {
    const problem = shell === undefined ? 'name the shell' : `there is no completion for "${shell}"`;
    throw new UsageError(`${problem}: ${shells.join(', ')}.`, shell === undefined ? undefined : { name: shell, candidates: shells });
  }
  invocation.output.printRaw(script(completionWords(invocation.commands)));
  return ExitCode.done;
}
