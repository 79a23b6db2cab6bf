import type { Database } from 'better-sqlite3';
import type { Problem } from '../../records/record.ts';
import { createInserter } from './inserter.ts';

export interface ProblemWriter {
  write(problem: Problem): void;
  readonly count: number;
  finish(): void;
}

/** Past it problems are counted only: a capture of nothing but damage must not fill the disk. */
const MOST_PROBLEMS = 10_000;

export function createProblemWriter(db: Database): ProblemWriter {
  const problems = createInserter({
    db,
    table: 'problem',
    columns: ['severity', 'code', 'message', 'entry', 'line', 'byte', 'object'],
  });
  let count = 0;
  const add = ({ severity, code, message, origin, object }: Omit<Problem, 'type' | 'snapshot'>): void => {
    const about = object === undefined ? null : JSON.stringify(object);
    problems.add([severity, code, message, origin?.entry ?? null, origin?.line ?? null, origin?.byte ?? null, about]);
  };
  return {
    write(problem) {
      count++;
      if (count <= MOST_PROBLEMS) add(problem);
    },
    get count() {
      return count;
    },
    finish() {
      const more = count - MOST_PROBLEMS;
      if (more > 0) add({ severity: 'warning', code: 'MORE_PROBLEMS', message: `${more} more problems were counted and not kept.` });
      problems.flush();
    },
  };
}
