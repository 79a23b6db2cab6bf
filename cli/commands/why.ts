import { objectName } from '../../src/graph/deletion/blocker.ts';
import { deletionReports } from '../../src/graph/deletion/deletion-reports.ts';
import type { Invocation } from '../command.ts';
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

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals, program } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment, needed: 1 });
  const format = flags.value('output');
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const object = await findObject({ reader, words: rest, namespace: flags.value('namespace') });
    const report = (await deletionReports(reader, [object])).get(object.id);
    if (report === undefined) {
      if (format !== undefined) output.printRaw(await printDocument({ document: null, format }));
      output.note(
        object.presence === 'PRESENT'
          ? `${lineText(objectName(object))} is not being deleted: nothing holds it up. For all around it: ${program} tree.`
          : `${lineText(objectName(object))} is not in the snapshot: ${object.presence.toLowerCase().replace('_', ' ')}.`,
      );
      return ExitCode.done;
    }
    if (format === undefined) await printDeletion({ report, now: reader.info.capturedTo, output });
    else output.printRaw(await printDocument({ document: deletionDocument(report), format }));
    return ExitCode.done;
  });
}
