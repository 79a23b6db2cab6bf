import { objectName } from '../../src/graph/deletion/blocker.ts';
import { deletionReports } from '../../src/graph/deletion/deletion-reports.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../errors.ts';
import { ExitCode } from '../exit-codes.ts';
import { findObject } from '../get/find-object.ts';
import { printDocument } from '../output/print-document.ts';
import { lineText } from '../output/terminal-text.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';
import { deletionDocument } from '../why/deletion-document.ts';
import { printDeletion } from '../why/print-deletion.ts';
import { printDeletionPreview } from '../why/print-preview.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals, program } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment, needed: 1 });
  const format = flags.value('output');
  const cascade = flags.value('cascade');
  if (cascade !== undefined && !flags.on('delete')) throw new UsageError('--cascade goes with --delete.');
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const object = await findObject({ reader, words: rest, namespace: flags.value('namespace') });
    if (flags.on('delete')) {
      await printDeletionPreview({ reader, root: object, cascade, output, format });
      return ExitCode.done;
    }
    const report = (await deletionReports(reader, [object])).get(object.id);
    if (report === undefined) {
      if (format !== undefined) output.printRaw(await printDocument({ document: null, format }));
      output.note(
        object.presence === 'PRESENT'
          ? `${lineText(objectName(object))} is not being deleted: nothing holds it up. --delete says what its deletion would do; for all around it there is ${program} tree.`
          : `${lineText(objectName(object))} is not in the snapshot: ${object.presence.toLowerCase().replace('_', ' ')}.`,
      );
      return ExitCode.done;
    }
    if (format === undefined) await printDeletion({ report, now: reader.info.capturedTo, output });
    else output.printRaw(await printDocument({ document: deletionDocument(report), format }));
    return ExitCode.done;
  });
}
