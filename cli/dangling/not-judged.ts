/** Pointers of which nothing can be said, since what they name was not captured. */
import type { DanglingQuery } from '../../src/graph/dangling/find.ts';
import { kindName } from '../../src/kube/kind.ts';
import type { Reader } from '../../src/store/reader.ts';

export interface NotJudged {
  /** Of the targets, as kubectl writes it. */
  readonly kind: string;
  readonly references: number;
}

/** By kind. */
export async function notJudged(reader: Reader, query: Omit<DanglingQuery, 'severities'>): Promise<readonly NotJudged[]> {
  const { references } = await reader.dangling({ ...query, statuses: ['NOT_CAPTURED'], page: {} });
  const targets = new Map((await reader.objects([...new Set(references.map(({ target }) => target))])).map((row) => [row.id, row]));
  const counts = new Map<string, number>();
  for (const { target } of references) {
    const row = targets.get(target);
    if (row !== undefined) counts.set(kindName(row), (counts.get(kindName(row)) ?? 0) + 1);
  }
  return [...counts].map(([kind, count]) => ({ kind, references: count })).sort((a, b) => (a.kind < b.kind ? -1 : 1));
}
