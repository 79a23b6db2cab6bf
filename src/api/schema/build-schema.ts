/** Rows → GraphQLSchema: what documents are validated against, and what introspection shows. What runs them reads the rows. */
import {
  GraphQLEnumType,
  type GraphQLFieldResolver,
  GraphQLInputObjectType,
  type GraphQLInterfaceType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { AnyTypeRow } from '../model/field-row.ts';
import { type EnumRow, enums } from './enums.ts';
import { type InputRow, inputs } from './inputs.ts';
import { LazySchema } from './lazy-schema.ts';
import { FieldMaker, inputFields, RowInterfaceType, RowObjectType } from './row-types.ts';
import { scalars } from './scalars.ts';
import { TypeReferences } from './type-references.ts';
import type { TypeRows } from './type-rows.ts';

/** `resolve` for graphql-js's own executor: the one of every field, and of the interface its type. */
export function buildSchema(
  rows: TypeRows,
  resolvers?: { readonly resolve: GraphQLFieldResolver<unknown, unknown>; readonly resolveType: (value: unknown) => string },
): GraphQLSchema {
  const types = new TypeReferences();
  const maker = new FieldMaker(types, resolvers?.resolve ?? null);
  for (const scalar of scalars) types.add(scalar.name, () => scalar);
  for (const row of enums) types.add(row.name, () => enumType(row));
  for (const row of inputs) types.add(row.name, () => inputType(types, row));
  const { resolveType } = resolvers ?? {};
  types.add(rows.interface.name, () => new RowInterfaceType({ row: rows.interface, maker, ...(resolveType ? { resolveType } : {}) }));
  const interfaces = () => [types.read(rows.interface.name) as GraphQLInterfaceType];
  const add = (row: AnyTypeRow, implemented: () => GraphQLInterfaceType[]): void =>
    types.add(row.name, () => new RowObjectType({ row, maker, interfaces: implemented }));
  for (const row of rows.objects) add(row, interfaces);
  for (const row of [...rows.others, rows.query]) add(row, () => []);
  return new LazySchema({
    description: 'A Kubernetes cluster as a graph. Source: docs/graphql.md',
    types,
    query: rows.query.name,
    interface: rows.interface.name,
    objects: rows.objects.map(({ name }) => name),
  });
}

function enumType({ name, description, values }: EnumRow): GraphQLNamedType {
  const entries = Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]);
  return new GraphQLEnumType({ name, description, values: Object.fromEntries(entries) });
}

function inputType(types: TypeReferences, { name, description, fields }: InputRow): GraphQLNamedType {
  return new GraphQLInputObjectType({ name, description, fields: () => inputFields(types, fields) });
}
