import type { KindKey } from '../../kube/kind.ts';
import type { Health } from '../health.ts';
import type { FactName, HealthInput } from '../input.ts';

/** Pointers of a relation. */
export interface Need {
  readonly relation: string;
  /** But for those at a path that begins so. */
  readonly but?: string;
}

/** How one kind is judged. */
export interface KindHealth {
  readonly kind: KindKey;
  /** null: the kind has no health, or this object none. Deletion is judged before. */
  readonly judge: (input: HealthInput) => Health | null;
  /** Its own words for a deletion; without, those of all kinds. */
  readonly terminating?: (input: HealthInput) => Health | null;
  /** What of its surroundings decides where the object alone does not say that it is well. */
  readonly asks?: readonly FactName[];
  /** What it cannot do without, for the fact `missing`. */
  readonly needs?: readonly Need[];
}
