/** A value of an object type at one position of a running query. */
import type { Need } from './need.ts';
import type { Scope } from './scope.ts';

/**
 * `data` is what the type is read from (an ObjectRow for a Kubernetes object); `values` what the selected fields came to, by response key.
 * One object has one item at each position of the query, however many parents lead to it there: `times` counts them.
 */
export class Item<Data = unknown> {
  readonly type: string;
  readonly scope: Scope;
  readonly data: Data;
  readonly values: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  times = 0;
  #loaded: Map<unknown, unknown> | undefined;

  constructor(type: string, scope: Scope, data: Data) {
    this.type = type;
    this.scope = scope;
    this.data = data;
  }

  /** What the executor loaded for this item: a field may read only what its row says it needs. Throws what went wrong on loading. */
  get<Value>(need: Need<Data, Value>): Value {
    if (!this.#loaded?.has(need)) throw new Error(`A field of ${this.type} reads ${need.name} without naming it among its needs.`);
    const value = this.#loaded.get(need);
    if (value instanceof Error) throw value;
    return value as Value;
  }

  has(need: unknown): boolean {
    return this.#loaded?.has(need) ?? false;
  }

  put(need: unknown, value: unknown): void {
    this.#loaded ??= new Map();
    this.#loaded.set(need, value);
  }
}
