/** Types made of rows. A field is made when it is first asked for; one that several types have is the same in all of them. */
import {
  type GraphQLField,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldMap,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { AnyFieldRow, AnyTypeRow, ArgumentRow } from '../model/field-row.ts';
import { lazyMap } from './lazy-map.ts';
import type { TypeReferences } from './type-references.ts';

type Fields = GraphQLFieldMap<unknown, unknown>;

export class FieldMaker {
  readonly #types: TypeReferences;
  readonly #resolve: GraphQLFieldResolver<unknown, unknown> | null;
  readonly #made = new Map<AnyFieldRow, GraphQLField<unknown, unknown>>();

  /** `resolve`, where there is one, is that of every field. */
  constructor(types: TypeReferences, resolve: GraphQLFieldResolver<unknown, unknown> | null) {
    this.#types = types;
    this.#resolve = resolve;
  }

  fieldsOf(type: AnyTypeRow): Fields {
    const rows = new Map(type.fields.map((row) => [row.name, row]));
    return lazyMap(rows.keys(), (name) => this.#field(rows.get(name) as AnyFieldRow));
  }

  #field(row: AnyFieldRow): GraphQLField<unknown, unknown> {
    const known = this.#made.get(row);
    if (known !== undefined) return known;
    const made = this.#make(row);
    this.#made.set(row, made);
    return made;
  }

  /** By way of a type that is thrown away: only types make fields of configurations. */
  #make(row: AnyFieldRow): GraphQLField<unknown, unknown> {
    const config = {
      type: this.#types.read(row.type) as GraphQLOutputType,
      description: row.description,
      args: inputFields(this.#types, row.args ?? []),
      ...(this.#resolve === null ? {} : { resolve: this.#resolve }),
    };
    return new GraphQLObjectType({ name: 'One', fields: { [row.name]: config } }).getFields()[row.name] as GraphQLField<unknown, unknown>;
  }
}

/** Of a field's arguments, and of an input type. */
export function inputFields(types: TypeReferences, rows: readonly ArgumentRow[]): GraphQLFieldConfigArgumentMap {
  return Object.fromEntries(
    rows.map((row) => [
      row.name,
      {
        type: types.read(row.type) as GraphQLInputType,
        description: row.description,
        ...(row.default === undefined ? {} : { defaultValue: row.default }),
      },
    ]),
  );
}

export class RowObjectType extends GraphQLObjectType {
  readonly #row: AnyTypeRow;
  readonly #maker: FieldMaker;
  #fields: Fields | undefined;

  constructor(options: { readonly row: AnyTypeRow; readonly maker: FieldMaker; readonly interfaces: () => GraphQLInterfaceType[] }) {
    const { row, maker, interfaces } = options;
    super({ name: row.name, description: row.description, interfaces, fields: {} });
    this.#row = row;
    this.#maker = maker;
  }

  override getFields(): Fields {
    this.#fields ??= this.#maker.fieldsOf(this.#row);
    return this.#fields;
  }
}

export class RowInterfaceType extends GraphQLInterfaceType {
  readonly #row: AnyTypeRow;
  readonly #maker: FieldMaker;
  #fields: Fields | undefined;

  constructor(options: { readonly row: AnyTypeRow; readonly maker: FieldMaker; readonly resolveType?: (value: unknown) => string }) {
    const { row, maker, resolveType } = options;
    super({ name: row.name, description: row.description, fields: {}, ...(resolveType === undefined ? {} : { resolveType }) });
    this.#row = row;
    this.#maker = maker;
  }

  override getFields(): Fields {
    this.#fields ??= this.#maker.fieldsOf(this.#row);
    return this.#fields;
  }
}
