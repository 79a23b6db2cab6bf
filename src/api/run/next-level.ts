/** The items that a field leads to: each object once, each with how often the answer will hold it. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { Item } from '../model/item.ts';
import type { Scope } from '../model/scope.ts';
import { ScopedData } from '../model/scoped-data.ts';
import type { FieldFace } from '../schema/schema-rows.ts';

export class NextLevel {
  /** Objects that the answer holds below this field, each as often as it appears. */
  answers = 0;
  readonly #face: FieldFace;
  readonly #typeName: (key: KindKey) => string;
  readonly #byScope = new Map<Scope, Map<unknown, Item>>();

  constructor(face: FieldFace, typeName: (key: KindKey) => string) {
    this.#face = face;
    this.#typeName = typeName;
  }

  /** The value as graphql-js completes it: items in place of data, lists of them, null, or the error as it is. */
  take(parent: Item, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (value instanceof Error) return value;
    if (Array.isArray(value)) return value.map((entry) => this.take(parent, entry));
    const item = value instanceof ScopedData ? this.#itemOf(value.scope, value.data) : this.#itemOf(parent.scope, value);
    item.times += parent.times;
    this.answers += parent.times;
    return item;
  }

  /** What was taken, by snapshot. */
  levels(): Iterable<readonly Item[]> {
    return [...this.#byScope.values()].map((items) => [...items.values()]);
  }

  #itemOf(scope: Scope, data: unknown): Item {
    let items = this.#byScope.get(scope);
    if (items === undefined) {
      items = new Map();
      this.#byScope.set(scope, items);
    }
    const identity = this.#face.object ? objectIdentity(data as ObjectRow) : data;
    const known = items.get(identity);
    if (known !== undefined) return known;
    const type = this.#face.object ? this.#typeName(data as ObjectRow) : this.#face.type;
    const item = new Item(type, scope, data);
    items.set(identity, item);
    return item;
  }
}

/** A row's id; what no row holds is told apart by its key. */
function objectIdentity(row: ObjectRow): unknown {
  return row.id === 0 ? JSON.stringify([kindName(row), row.namespace, row.name]) : row.id;
}
