/** The pointers of a whole snapshot that do not hold, judged. */
import { CursorError, type Page, type Reader, type ReferenceRow } from '../../store/reader.ts';
import { type Judgement, judgeReferences } from './judge.ts';
import { FAULTS, type Severity } from './row.ts';

export interface DanglingQuery extends Omit<Parameters<Reader['dangling']>[0], 'statuses' | 'page'> {
  readonly severities: readonly Severity[];
  /** Without it MISSING and every flaw. */
  readonly statuses?: readonly (typeof FAULTS)[number][];
}

export interface DanglingReference extends Judgement {
  readonly reference: ReferenceRow;
  /** As the Reader's own: of the same list without severities, too. */
  readonly cursor: string;
}

/** All of them, in the Reader's order: by the source's namespace and name. */
export async function findDangling(reader: Reader, query: DanglingQuery): Promise<readonly DanglingReference[]> {
  const { severities, statuses = FAULTS, ...filter } = query;
  const { references, cursors } = await reader.dangling({ ...filter, statuses, page: {} });
  const judgements = await judgeReferences(reader, references);
  return references.flatMap((reference, index) => {
    const judgement = judgements[index];
    if (!judgement || !severities.includes(judgement.severity)) return [];
    return [{ reference, cursor: cursors[index] ?? '', severity: judgement.severity, consequence: judgement.consequence }];
  });
}

/** A page of them. Throws CursorError for a cursor that is not of this list. */
export function pageOfDangling(
  found: readonly DanglingReference[],
  { first, after, last, before }: Page,
): Omit<Awaited<ReturnType<Reader['dangling']>>, 'totalCount'> {
  const place = (cursor: string): number => {
    const index = found.findIndex((each) => each.cursor === cursor);
    if (index < 0) throw new CursorError(cursor);
    return index;
  };
  const from = after === undefined ? 0 : place(after) + 1;
  const to = Math.max(from, before === undefined ? found.length : place(before));
  const end = Math.min(to, from + (first ?? found.length));
  const start = Math.max(from, end - (last ?? found.length));
  const shown = found.slice(start, end);
  return {
    references: shown.map(({ reference }) => reference),
    cursors: shown.map(({ cursor }) => cursor),
    hasNextPage: end < found.length,
    hasPreviousPage: start > 0,
  };
}
