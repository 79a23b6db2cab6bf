/** Problems of an import, those of one code in one row: thousands of damaged lines are one thing to know. */
import type { ProblemRow as Problem } from '../../src/store/reader.ts';

export interface ProblemRow {
  readonly severity: string;
  readonly times: string;
  /** File and line of the first. */
  readonly where: string;
  /** Of the first. */
  readonly message: string;
}

const order: Readonly<Record<Problem['severity'], number>> = { error: 0, warning: 1, info: 2 };

/** The gravest first. */
export function problemRows(problems: readonly Problem[]): ProblemRow[] {
  const groups = new Map<string, { readonly first: Problem; times: number }>();
  for (const problem of problems) {
    const key = `${problem.severity} ${problem.code}`;
    const group = groups.get(key);
    if (group) group.times += 1;
    else groups.set(key, { first: problem, times: 1 });
  }
  return [...groups.values()]
    .sort((a, b) => order[a.first.severity] - order[b.first.severity] || b.times - a.times)
    .map(({ first, times }) => ({
      severity: first.severity,
      times: times.toLocaleString('en'),
      where: whereText(first),
      message: first.message,
    }));
}

function whereText({ entry, line }: Problem): string {
  if (entry === null) return '';
  return line === null ? entry : `${entry}:${line}`;
}
