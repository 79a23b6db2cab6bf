import type { DeletionReport } from '../../src/graph/deletion/blocker.ts';
import { deletionReports } from '../../src/graph/deletion/deletion-reports.ts';
import type { Invocation } from '../command.ts';
import { ExitCode } from '../exit-codes.ts';
import { checkNamespace } from '../get/namespace.ts';
import type { Output } from '../output/output.ts';
import { printDocument } from '../output/print-document.ts';
import { count } from '../output/words.ts';
import { checkNoMore } from '../sources/check-no-more.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';
import { deletionDocument } from '../why/deletion-document.ts';
import { headline, treeText } from '../why/print-deletion.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment, needed: 0 });
  checkNoMore(rest);
  const namespace = flags.value('namespace');
  const format = flags.value('output');
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    if (namespace !== undefined) await checkNamespace({ reader, namespace });
    const filter = { terminating: true, ...(namespace === undefined ? {} : { namespace }) } as const;
    const { rows } = await reader.list({ filter, order: { by: 'deletion', descending: false } });
    const reports = [...(await deletionReports(reader, rows)).values()];
    if (format === undefined) await printForest({ reports, now: reader.info.capturedTo, output });
    else output.printRaw(await printDocument({ document: reports.map(deletionDocument), format }));
    const { gaps } = await reader.completeness({ namespace: namespace ?? null });
    const open = gaps.filter(({ outcome }) => outcome !== 'excluded');
    if (open.length > 0)
      output.note(`Note: of ${count(open.length, 'kind')} not all was captured; what is being deleted among them is not shown.`);
    return ExitCode.done;
  });
}

async function printForest(options: {
  readonly reports: readonly DeletionReport[];
  readonly now: number | null;
  readonly output: Output;
}): Promise<void> {
  const { reports, now, output } = options;
  if (reports.length === 0) output.note('Nothing is being deleted.');
  const below = waitedFor(reports);
  const tops = reports.filter(({ object }) => !below.has(object.id));
  for (const [index, report] of tops.entries()) {
    if (index > 0) output.print('\n');
    output.print(headline({ report, now, output }));
    output.print(await treeText({ report, now, output }));
  }
}

/** What stands in the tree of another. Of those that wait for each other the first keeps its own. */
function waitedFor(reports: readonly DeletionReport[]): ReadonlySet<number> {
  const below = new Set<number>();
  for (const { object, blockers } of reports) {
    if (below.has(object.id)) continue;
    for (const { object: other } of blockers.items) if (other.id !== object.id) below.add(other.id);
  }
  return below;
}
