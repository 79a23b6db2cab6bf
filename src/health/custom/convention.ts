/** How the objects of a project say how they are, where they do not say it as all do. */
import type { HealthStatus } from '../health.ts';

/** Words of one field, by what they mean. Words that stand in none of them mean UNKNOWN. */
export interface Words {
  /** Keys from the root of the object: `status.health.status`. */
  readonly path: readonly string[];
  /** Where its explanation stands. */
  readonly messagePath?: readonly string[];
  readonly means: Partial<Record<HealthStatus, readonly string[]>>;
}

export interface Convention {
  readonly group: string;
  /** Absent: every kind of the group. */
  readonly kinds?: readonly string[];
  /** A boolean that is true while nothing is to happen, as keys from the root. */
  readonly suspendedBy?: readonly (readonly string[])[];
  /** Asked before conditions. */
  readonly words?: Words;
  /** Conditions that are well where True, in the order in which they count; instead of the usual ones. */
  readonly wellWhereTrue?: readonly string[];
  /** Conditions that are bad where True, beside the usual ones. */
  readonly badWhereTrue?: readonly string[];
  /** Conditions also lie in each entry of this list of the status: `parents`. */
  readonly conditionsIn?: string;
  readonly source: string;
}
