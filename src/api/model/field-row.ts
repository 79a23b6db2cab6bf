/** A field as a row: its GraphQL face, and how its value comes to be. The schema, the planner and the executor all read rows. */
import type { Item } from './item.ts';
import type { Need } from './need.ts';
import type { Scope } from './scope.ts';

export interface ArgumentRow {
  readonly name: string;
  /** In GraphQL's own notation: `[String!]`. */
  readonly type: string;
  readonly default?: unknown;
  readonly description: string;
}

/** The arguments of one field, coerced by graphql-js. */
export type Arguments = Readonly<Record<string, unknown>>;

/** All items of a position that a field is asked of, in one snapshot. */
export interface Batch<Data> {
  readonly scope: Scope;
  readonly items: readonly Item<Data>[];
  readonly args: Arguments;
  /** True where one of these fields is selected on the (object type's) value. */
  readonly selects: (...fields: readonly string[]) => boolean;
}

interface FieldFace {
  readonly name: string;
  /** In GraphQL's own notation: `[Condition!]`. Of a composite type the value is what its Item holds as data. */
  readonly type: string;
  readonly args?: readonly ArgumentRow[];
  /** Ends with its source. */
  readonly description: string;
}

/** Reads what is loaded: never waits, never touches the store. */
export interface ReadRow<Data> extends FieldFace {
  readonly needs?: readonly Need<Data, unknown>[];
  readonly read: (item: Item<Data>, args: Arguments) => unknown;
}

/** Takes the set of parents and returns one value for each, in order. An Error among them blanks the field of that parent alone. */
export interface LoadRow<Data> extends FieldFace {
  readonly load: (batch: Batch<Data>) => Promise<readonly unknown[]>;
}

export type FieldRow<Data> = ReadRow<Data> | LoadRow<Data>;

/** An object type as rows. */
export interface TypeRow<Data> {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly FieldRow<Data>[];
}

/** A type whose data only its own fields know. */
export type AnyFieldRow = FieldRow<never>;
export interface AnyTypeRow {
  readonly name: string;
  readonly description: string;
  readonly fields: readonly AnyFieldRow[];
}

/** Every description names where it comes from: a Kubernetes document or source, or one of ours. */
export function described(text: string, source: string): string {
  return `${text} Source: ${source}`;
}

/** A type of which there are thousands: its fields are put together when they are first asked for. */
export function lazyTypeRow(name: string, description: string, fields: () => readonly AnyFieldRow[]): AnyTypeRow {
  let made: readonly AnyFieldRow[] | undefined;
  return {
    name,
    description,
    get fields() {
      made ??= fields();
      return made;
    },
  };
}
