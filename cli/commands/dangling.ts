import { findDangling } from '../../src/graph/dangling/find.ts';
import { type DanglingGroup, groupDangling } from '../../src/graph/dangling/group.ts';
import { SEVERITIES, type Severity } from '../../src/graph/dangling/row.ts';
import type { Invocation } from '../command.ts';
import { danglingDocument } from '../dangling/document.ts';
import { notJudged } from '../dangling/not-judged.ts';
import { printGroups, printNotJudged } from '../dangling/print-groups.ts';
import { danglingSelection } from '../dangling/selection.ts';
import { ExitCode } from '../exit-codes.ts';
import { resourceName } from '../get/print-objects.ts';
import type { Output } from '../output/output.ts';
import { printDocument } from '../output/print-document.ts';
import { count } from '../output/words.ts';
import { chooseSnapshot } from '../sources/choose-snapshot.ts';
import { withSnapshots } from '../sources/open-snapshots.ts';
import { takeSource } from '../sources/source-arguments.ts';
import { sourceOptions } from '../sources/source-options.ts';

export async function run(invocation: Invocation): Promise<number> {
  const { flags, output, environment, positionals } = invocation;
  const { source, rest } = takeSource({ words: positionals, environment, needed: 0 });
  const format = flags.value('output');
  return await withSnapshots({ source, output, ...(await sourceOptions(flags)) }, async (readers) => {
    const reader = chooseSnapshot({ readers, wanted: flags.value('snapshot'), output });
    const { query, shown } = await danglingSelection({ words: rest, flags, reader });
    const all = await groupDangling(reader, await findDangling(reader, { ...query, severities: SEVERITIES }));
    const groups = all.filter(({ severity }) => shown.includes(severity));
    if (format === 'name') {
      const names = groups.flatMap(({ sources }) => sources.map(({ object }) => `${resourceName(object)}/${object.name}\n`));
      output.printRaw([...new Set(names)].join(''));
      return ExitCode.done;
    }
    const kinds = await notJudged(reader, query);
    if (format === 'json' || format === 'yaml') {
      output.printRaw(await printDocument({ document: danglingDocument({ groups, kinds }), format }));
      return ExitCode.done;
    }
    await printGroups({ groups, wide: format === 'wide', output });
    printNotJudged({ kinds, after: groups.length > 0, output });
    if (groups.length === 0) output.note('Nothing dangles.');
    noteHidden({ all, shown, output });
    return ExitCode.done;
  });
}

/** What the severities leave out is said, so that a short answer is not taken for all there is. */
function noteHidden(options: {
  readonly all: readonly DanglingGroup[];
  readonly shown: readonly Severity[];
  readonly output: Output;
}): void {
  const { all, shown, output } = options;
  const hidden = SEVERITIES.filter((severity) => !shown.includes(severity));
  for (const severity of hidden) {
    const number = all.filter((group) => group.severity === severity).length;
    const word = severity.toLowerCase();
    if (number > 0)
      output.note(`${count(number, 'finding')} of severity ${word} not shown: --severity ${word} shows ${number === 1 ? 'it' : 'them'}.`);
  }
}
