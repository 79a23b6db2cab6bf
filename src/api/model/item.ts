/** A value of an object type at one position of a running query. */
import type { Need } from './need.ts';
import type { Scope } from './scope.ts';

/**
 * An object of an answer. Its class has no prototype to inherit from, so that a response key may be any name, and gives objects with the same
 * keys one shape in V8, which an object made without a prototype has not.
 */
const Values = function Values() {
  // Keys come with the plan.
} as unknown as { new (): Record<string, unknown>; prototype: object };
Values.prototype = Object.create(null) as object;

/** How an item was first come to: the field of its parent and, in a list, the place. */
export interface Origin {
  readonly parent: Item;
  readonly key: string;
  readonly index: number | null;
}

/**
 * `data` is what the type is read from (an ObjectRow for a Kubernetes object); `values` what the selected fields came to, by response key:
 * the object that stands in the answer. One object has one item at each position of the query, however many parents lead to it there:
 * `times` counts them.
 */
export class Item<Data = unknown> {
  readonly type: string;
  readonly scope: Scope;
  readonly data: Data;
  readonly origin: Origin | null;
  readonly values: Record<string, unknown> = new Values();
  times = 0;
  /** A field that cannot be null has failed: whatever leads here is null. */
  failed = false;
  /** Needs and their values by turns: few, so that a list is quicker than a map. */
  readonly #loaded: unknown[] = [];

  constructor(type: string, scope: Scope, data: Data, origin: Origin | null = null) {
    this.type = type;
    this.scope = scope;
    this.data = data;
    this.origin = origin;
  }

  /** What the executor loaded for this item: a field may read only what its row says it needs. Throws what went wrong on loading. */
  get<Value>(need: Need<Data, Value>): Value {
    const place = this.#loaded.indexOf(need);
    if (place < 0) throw new Error(`A field of ${this.type} reads ${need.name} without naming it among its needs.`);
    const value = this.#loaded[place + 1];
    if (value instanceof Error) throw value;
    return value as Value;
  }

  has(need: unknown): boolean {
    return this.#loaded.includes(need);
  }

  put(need: unknown, value: unknown): void {
    this.#loaded.push(need, value);
  }
}
