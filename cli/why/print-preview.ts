/** What if this were deleted, for people: what goes, what stays, what it would wait for, what would dangle, and what nobody knows. */
import type { Cascade } from '../../src/graph/deletion-preview/cascade.ts';
import type { Hold } from '../../src/graph/deletion-preview/hold.ts';
import { type DeletionPreview, previewDeletion } from '../../src/graph/deletion-preview/preview.ts';
import type { Kept } from '../../src/graph/deletion-preview/taken.ts';
import { kindName } from '../../src/kube/kind.ts';
import { didYouMean } from '../../src/kube/suggest.ts';
import { ReferenceFlag } from '../../src/relations/rule.ts';
import type { ObjectRow, Reader } from '../../src/store/reader.ts';
import { UsageError } from '../errors.ts';
import { objectText } from '../output/object-text.ts';
import type { Output } from '../output/output.ts';
import { printDocument } from '../output/print-document.ts';
import { type Cell, formatTable } from '../output/table.ts';
import { lineText } from '../output/terminal-text.ts';
import { previewDocument } from './preview-document.ts';
import { previewTree } from './preview-tree.ts';
import { holdWords, keptWords } from './preview-words.ts';

/** As kubectl's --cascade. */
const cascades: ReadonlyMap<string, Cascade> = new Map([
  ['background', 'BACKGROUND'],
  ['foreground', 'FOREGROUND'],
  ['orphan', 'ORPHAN'],
]);

/** So many lines of each part are printed; `-o json` has all. */
const MOST_LINES = 40;

/**
 * @param options.cascade as kubectl's flag has it; background where it is not given
 * @param options.format `json` or `yaml`; for people where it is not given
 * @throws UsageError for a cascade that kubectl does not know
 */
export async function printDeletionPreview(options: {
  readonly reader: Reader;
  readonly root: ObjectRow;
  readonly cascade: string | undefined;
  readonly output: Output;
  readonly format?: string | undefined;
}): Promise<void> {
  const { reader, root, cascade = 'background', output, format } = options;
  const chosen = cascades.get(cascade);
  if (chosen === undefined) {
    const names = [...cascades.keys()];
    throw new UsageError(`--cascade is ${names.join(', ')}, not "${cascade}".${didYouMean(cascade, names)}`);
  }
  const preview = await previewDeletion({ reader, object: root, cascade: chosen });
  if (format !== undefined) output.printRaw(await printDocument({ document: await previewDocument(reader, preview), format }));
  else await printForPeople({ reader, preview, output, cascade });
}

async function printForPeople(options: {
  readonly reader: Reader;
  readonly preview: DeletionPreview;
  readonly output: Output;
  readonly cascade: string;
}): Promise<void> {
  const { reader, preview, output, cascade } = options;
  const { object, deletes, keeps, undecided, holds, gaps } = preview;
  output.print(`${output.style('heading', lineText(objectText(object)))}, if it were deleted (--cascade=${cascade}):\n`);
  if (object.presence !== 'PRESENT') {
    output.print(
      object.presence === 'NOT_CAPTURED' ? 'it was not captured: what would go with it is only guessed at.\n' : 'it is not there.\n',
    );
  }
  const part = async (title: string, rows: readonly (readonly (Cell | string)[])[]): Promise<void> => {
    if (rows.length === 0) return;
    const more = rows.length > MOST_LINES ? `  and ${rows.length - MOST_LINES} more\n` : '';
    output.print(`\n${title}\n${await formatTable({ rows: rows.slice(0, MOST_LINES), indent: '  ' })}${more}`);
  };
  await part(countText(deletes.length, 'goes along', 'go along'), previewTree(preview));
  if (deletes.length === 0) output.print('\nNothing else goes.\n');
  await part('Stays:', keeps.map(keptRow));
  await part('May go, which depends on what was not captured:', undecided.map(keptRow));
  await part(
    'Would wait for:',
    holds.map((hold) => holdRow(hold, output)),
  );
  await part('Would point to what is gone:', await danglingRows(reader, preview));
  await part(
    'Not captured, so that more of it may go or wait:',
    gaps.map((gap) => [gap.kind === '*' ? `all kinds of ${gap.group}` : kindName(gap), gap.outcome, gap.message ?? '']),
  );
}

function countText(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? `object ${one}` : `objects ${many}`}:`;
}

function keptRow(kept: Kept): readonly string[] {
  return [objectText(kept.object), keptWords(kept)];
}

function holdRow(hold: Hold, output: Output): readonly (Cell | string)[] {
  const paint = (padded: string): string => output.style(hold.certain ? 'bad' : 'warning', padded);
  return [objectText(hold.object), { text: hold.finalizer ?? '', paint }, holdWords(hold)];
}

/** A line a pointer: who has it, where, and what it leads to. */
async function danglingRows(reader: Reader, { dangling }: DeletionPreview): Promise<readonly (readonly string[])[]> {
  const ids = dangling.flatMap(({ source, target }) => [source, target]);
  const rows = new Map((await reader.objects([...new Set(ids)])).map((row) => [row.id, row]));
  const name = (id: number): string => {
    const row = rows.get(id);
    return row === undefined ? '' : objectText(row);
  };
  return dangling.map(({ source, target, relation, path, flags }) => {
    const optional = (flags & ReferenceFlag.optional) === 0 ? '' : ', optional';
    return [name(source), `${relation}${optional}`, path, name(target)];
  });
}
