import type { HealthFacts } from '../../../health/input.ts';
import type { Need } from '../../../health/kinds/kind-health.ts';
import type { JsonObject } from '../../../records/record.ts';
import type { ReadContext } from '../../read/context.ts';

/** What judging after the import works with: the file, which is whole by then, and its time. */
export interface HealthContext {
  readonly read: ReadContext;
  /** Epoch milliseconds; -Infinity where nothing tells the time of the capture. */
  readonly now: number;
  /** False once so many objects were looked at for what selectors select that no honest capture needs as many. */
  readonly maySelect: () => boolean;
}

/** The object whose surroundings are asked for. */
export interface Subject {
  readonly id: number;
  readonly namespace: string | null;
  /** In its canonical form. */
  readonly object: JsonObject;
  readonly needs: readonly Need[];
}

/** What the store finds of one fact. */
export type Gather<Name extends keyof HealthFacts> = (context: HealthContext, subject: Subject) => HealthFacts[Name];
