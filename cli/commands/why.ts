import { objectName } from '../../src/graph/deletion/blocker.ts';
import { deletionReports } from '../../src/graph/deletion/deletion-reports.ts';
import { explain, isIll } from '../../src/graph/explanation/explain.ts';
import { servicesOnlyThere } from '../../src/graph/explanation/only-there.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
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
import { explanationDocument } from '../why/explanation-document.ts';
import { printDeletion } from '../why/print-deletion.ts';
import { printExplanation } from '../why/print-explanation.ts';
import { printDeletionPreview } from '../why/print-preview.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
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
      await printIllness({ invocation, reader, object });
      return ExitCode.done;
    }
    if (format === undefined) await printDeletion({ report, now: reader.info.capturedTo, output });
    else output.printRaw(await printDocument({ document: deletionDocument(report), format }));
    return ExitCode.done;
  });
}

/** Of what is not being deleted: why it is ill. What is healthy, or not there, has no cause; then that is said. */
async function printIllness(options: {
  readonly invocation: Invocation;
  readonly reader: Reader;
  readonly object: ObjectRow;
}): Promise<void> {
  const { invocation, reader, object } = options;
  const { flags, output, program } = invocation;
  const format = flags.value('output');
  const name = lineText(objectName(object));
  const explained = object.presence === 'PRESENT' ? await explain(reader, object) : null;
  const onlyThere = object.kind === 'Node' && object.group === '' ? await servicesOnlyThere(reader, object) : null;
  if (format !== undefined) {
    output.printRaw(await printDocument({ document: explained === null ? null : explanationDocument(explained, onlyThere), format }));
  } else if (explained !== null) printExplanation({ explained, onlyThere, output });
  if (explained === null) return output.note(`${name} is not in the snapshot: ${object.presence.toLowerCase().replace('_', ' ')}.`);
  if (explained.root.causes.length > 0 || isIll(object)) return;
  output.note(`Nothing amiss was found in what ${name} rests on.`);
  output.note(
    `${name} is not being deleted: nothing holds it up. --delete says what its deletion would do; for all around it there is ${program} tree.`,
  );
}
