/** Where objects stand in the order asked for. */
import type { ListResult } from '../../store/reader.ts';

export class Places {
  readonly #ranks: ReadonlyMap<number, number>;
  readonly #result: ListResult | null;
  #cursors: readonly string[] | null = null;

  /** In the order of the rows; null: there are none. */
  constructor(result: ListResult | null) {
    this.#result = result;
    this.#ranks = new Map(result?.rows.map(({ id }, rank) => [id, rank]));
  }

  get ids(): Iterable<number> {
    return this.#ranks.keys();
  }

  has(id: number): boolean {
    return this.#ranks.has(id);
  }

  rank(id: number): number {
    return this.#ranks.get(id) ?? 0;
  }

  /** Made when the first one is asked for: most lists are read without. */
  cursor(id: number): string {
    this.#cursors ??= this.#result?.cursors ?? [];
    return this.#cursors[this.rank(id)] ?? '';
  }
}
