import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { findObject } from '../get/find-object.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';
import { gapNote } from '../tree/gap-note.ts';
import { printTree } from '../tree/print-tree.ts';
import { dependents, holds, owners, ownersAndUsers } from '../tree/steps.ts';
import { buildTree } from '../tree/tree.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  if (flags.on('up') && flags.on('down')) throw new UsageError('--up and --down do not go together.');
  const { source, rest } = takeSource({ words: positionals, environment, needed: 1 });
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const root = await findObject({ reader, words: rest, namespace: flags.value('namespace') });
    const tree = flags.on('up')
      ? await buildTree({ root, step: owners(reader), firstStep: ownersAndUsers(reader), holds })
      : await buildTree({ root, step: dependents(reader), holds });
    await printTree({ tree, now: reader.info.capturedTo, output });
    const missing = flags.on('up') ? null : await gapNote(reader, root);
    if (missing !== null) output.note(missing);
    return ExitCode.done;
  });
}
