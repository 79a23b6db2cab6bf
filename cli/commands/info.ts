import type { Invocation } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { printSummary } from '../info/print-summary.ts';
import { type SnapshotSummary, summarise, summaryDocument } from '../info/snapshot-summary.ts';
import { printDocument } from '../output/print-document.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment });
  checkNoMore(rest);
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const summary = await summarise(chooseSnapshot({ readers, wanted: flags.value('snapshot'), output }));
    await print({ invocation, summary, source });
    return summary.whole ? ExitCode.done : ExitCode.incomplete;
  });
}

async function print(options: {
  readonly invocation: Invocation;
  readonly summary: SnapshotSummary;
  readonly source: string;
}): Promise<void> {
  const { invocation, summary, source } = options;
  const { flags, output } = invocation;
  const format = flags.value('output');
  if (format === undefined) await printSummary({ summary, output, mostKinds: Number.POSITIVE_INFINITY, source });
  else output.printRaw(await printDocument({ document: summaryDocument(summary), format }));
}
