import { optional } from '../records/json-fields.ts';
import type { Origin, Problem, ProblemSeverity } from '../records/record.ts';

/** So many problems of one code are told one by one, of one entry and in all; the rest is a count. */
const TOLD_OF_ENTRY = 10;
const TOLD_OF_CODE = 200;

/** Gathers problems until they are handed on, and keeps a hostile file from making a million of them. */
export class ProblemLog {
  readonly #snapshot: number;
  readonly #untold = new Map<string, { count: number; last: Problem }>();
  readonly #told = new Map<string, number>();
  #waiting: Problem[] = [];
  /** All that were added, told or not. */
  count = 0;

  constructor(snapshot = 0) {
    this.#snapshot = snapshot;
  }

  add(problem: {
    readonly severity: ProblemSeverity;
    readonly code: string;
    readonly message: string;
    readonly origin?: Origin;
    readonly object?: NonNullable<Problem['object']>;
  }): void {
    const { severity, code, message, origin, object } = problem;
    const record: Problem = {
      type: 'problem',
      snapshot: this.#snapshot,
      severity,
      code,
      message,
      ...optional('origin', origin),
      ...optional('object', object),
    };
    this.count++;
    const entryKey = `${code}\0${origin?.entry ?? ''}`;
    const ofEntry = this.#told.get(entryKey) ?? 0;
    const ofCode = this.#told.get(code) ?? 0;
    if (ofEntry < TOLD_OF_ENTRY && ofCode < TOLD_OF_CODE) {
      this.#told.set(entryKey, ofEntry + 1);
      this.#told.set(code, ofCode + 1);
      this.#waiting.push(record);
    } else {
      this.#untold.set(code, { count: (this.#untold.get(code)?.count ?? 0) + 1, last: record });
    }
  }

  /** What came since the last call. */
  take(): Problem[] {
    const taken = this.#waiting;
    this.#waiting = [];
    return taken;
  }

  /** The counts of what was not told one by one. */
  summaries(): Problem[] {
    return [...this.#untold.values()].map(({ count, last }) => {
      const message = `${count} more problems of this kind; the last: ${last.message}`;
      return { type: 'problem', snapshot: this.#snapshot, severity: last.severity, code: last.code, message };
    });
  }
}
