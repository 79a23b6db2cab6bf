/** The items that a field leads to: each object once, each with how often the answer will hold it. */
import { type KindKey, kindName } from '../../kube/kind.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { Item } from '../model/item.ts';
import type { Scope } from '../model/scope.ts';
import { ScopedData } from '../model/scoped-data.ts';
import type { FieldFace } from '../schema/schema-rows.ts';

export interface NextLevelOptions {
  readonly face: FieldFace;
  /** Response key of the field. */
  readonly key: string;
  readonly typeName: (key: KindKey) => string;
  /** What stands for an item in its parent's value. */
  readonly present: (item: Item) => unknown;
}

export class NextLevel {
  /** Objects that the answer holds below this field, each as often as it appears. */
  answers = 0;
  readonly #options: NextLevelOptions;
  readonly #byScope = new Map<Scope, Map<unknown, Item>>();

  constructor(options: NextLevelOptions) {
    this.#options = options;
  }

  /** The value with items in the place of data: one, a list of them, or null. */
  take(parent: Item, value: unknown): unknown {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) return value.map((entry, index) => this.#takeOne(parent, entry, index));
    return this.#takeOne(parent, value, null);
  }

  /** What was taken, by snapshot. */
  levels(): readonly (readonly Item[])[] {
    return [...this.#byScope.values()].map((items) => [...items.values()]);
  }

  #takeOne(parent: Item, value: unknown, index: number | null): unknown {
    if (value === null || value === undefined) return null;
    const isElsewhere = value instanceof ScopedData;
    const scope = isElsewhere ? value.scope : parent.scope;
    const data = isElsewhere ? value.data : value;
    const items = this.#itemsOf(scope);
    const identity = this.#options.face.object ? objectIdentity(data as ObjectRow) : data;
    let item = items.get(identity);
    if (item === undefined) {
      item = this.#create({ scope, data, parent, index });
      items.set(identity, item);
    }
    item.times += parent.times;
    this.answers += parent.times;
    return this.#options.present(item);
  }

  #itemsOf(scope: Scope): Map<unknown, Item> {
    let items = this.#byScope.get(scope);
    if (items === undefined) {
      items = new Map();
      this.#byScope.set(scope, items);
    }
    return items;
  }

  #create({ scope, data, parent, index }: { scope: Scope; data: unknown; parent: Item; index: number | null }): Item {
    const { face, key, typeName } = this.#options;
    return new Item(face.object ? typeName(data as ObjectRow) : face.type, scope, data, { parent, key, index });
  }
}

/** A row's id; what no row holds is told apart by its key. */
function objectIdentity(row: ObjectRow): unknown {
  return row.id === 0 ? JSON.stringify([kindName(row), row.namespace, row.name]) : row.id;
}
