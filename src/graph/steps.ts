/** What a walk has reached so far: each object once for each parent, with the pointers that led there. */
import type { Edge, Meter, ObjectRow, ReferenceRow } from '../store/reader.ts';
import { groupBy } from './group-by.ts';

/** From a parent to an object, by these pointers (in the order in which they were followed; several where several lead there). */
export interface WalkEdge {
  readonly parent: number;
  readonly object: ObjectRow;
  readonly references: readonly ReferenceRow[];
}

interface Step {
  readonly object: ObjectRow;
  readonly references: Set<ReferenceRow>;
}

/** Grows while a walk runs. Objects are told apart by id; the meter counts each pair of parent and object once. */
export class Steps {
  readonly #byParent = new Map<number, Map<number, Step>>();
  readonly #meter: Meter | undefined;

  constructor(meter?: Meter) {
    this.#meter = meter;
  }

  /** True where the parent had not reached the object yet. */
  add(parent: number, object: ObjectRow, references: Iterable<ReferenceRow>): boolean {
    let reached = this.#byParent.get(parent);
    if (reached === undefined) {
      reached = new Map();
      this.#byParent.set(parent, reached);
    }
    const known = reached.get(object.id);
    if (known === undefined) {
      this.#meter?.rows(1);
      reached.set(object.id, { object, references: new Set(references) });
      return true;
    }
    for (const reference of references) known.references.add(reference);
    return false;
  }

  addAll(edges: Iterable<WalkEdge>): void {
    for (const { parent, object, references } of edges) this.add(parent, object, references);
  }

  edges(): WalkEdge[] {
    const all: WalkEdge[] = [];
    for (const [parent, reached] of this.#byParent) {
      for (const { object, references } of reached.values()) all.push({ parent, object, references: [...references] });
    }
    return all;
  }
}

/** The edges by the object that they start from. */
export function edgesByParent(edges: readonly Edge[]): Map<number, Edge[]> {
  return groupBy(edges, ({ parent }) => parent);
}

/** Each number once, in order of first sight. */
export function distinct(ids: Iterable<number>): number[] {
  return [...new Set(ids)];
}
