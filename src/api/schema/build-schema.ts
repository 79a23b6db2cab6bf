/** Rows → GraphQLSchema: what documents are validated against, and what introspection shows. What runs them reads the rows. */
import {
  GraphQLEnumType,
  type GraphQLFieldConfig,
  type GraphQLFieldConfigArgumentMap,
  type GraphQLFieldConfigMap,
  type GraphQLFieldResolver,
  GraphQLInputObjectType,
  type GraphQLInputType,
  GraphQLInterfaceType,
  GraphQLObjectType,
  type GraphQLOutputType,
  GraphQLSchema,
} from 'graphql';
import type { AnyFieldRow, AnyTypeRow, ArgumentRow } from '../model/field-row.ts';
import { enums } from './enums.ts';
import { inputs } from './inputs.ts';
import { scalars } from './scalars.ts';
import { TypeReferences } from './type-references.ts';
import type { TypeRows } from './type-rows.ts';

type Resolver = GraphQLFieldResolver<unknown, unknown>;

/** `resolve` for graphql-js's own executor: the one of every field, and of the interface its type. */
export function buildSchema(
  rows: TypeRows,
  resolvers?: { readonly resolve: Resolver; readonly resolveType: (value: unknown) => string },
): GraphQLSchema {
  const resolve = resolvers?.resolve ?? null;
  const types = new TypeReferences();
  for (const scalar of scalars) types.add(scalar);
  for (const { name, description, values } of enums) {
    const entries = Object.entries(values).map(([value, meaning]) => [value, { description: meaning }]);
    types.add(new GraphQLEnumType({ name, description, values: Object.fromEntries(entries) }));
  }
  for (const { name, description, fields } of inputs) {
    types.add(new GraphQLInputObjectType({ name, description, fields: () => inputFields(types, fields) }));
  }
  const objectInterface = new GraphQLInterfaceType({
    name: rows.interface.name,
    description: rows.interface.description,
    fields: () => outputFields(types, rows.interface.fields, null),
    ...(resolvers === undefined ? {} : { resolveType: resolvers.resolveType }),
  });
  types.add(objectInterface);
  for (const row of rows.objects) types.add(objectType(types, row, { interfaces: [objectInterface], resolve }));
  for (const row of rows.others) types.add(objectType(types, row, { interfaces: [], resolve }));
  const query = objectType(types, rows.query, { interfaces: [], resolve });
  return new GraphQLSchema({
    query,
    types: types.all(),
    // Thousands of types: a test validates what is built here, not every start.
    assumeValid: true,
    description: 'A Kubernetes cluster as a graph. Source: docs/graphql.md',
  });
}

function objectType(
  types: TypeReferences,
  row: AnyTypeRow,
  options: { readonly interfaces: readonly GraphQLInterfaceType[]; readonly resolve: Resolver | null },
): GraphQLObjectType {
  return new GraphQLObjectType({
    name: row.name,
    description: row.description,
    interfaces: [...options.interfaces],
    fields: () => outputFields(types, row.fields, options.resolve),
  });
}

function outputFields(
  types: TypeReferences,
  rows: readonly AnyFieldRow[],
  resolve: Resolver | null,
): GraphQLFieldConfigMap<unknown, unknown> {
  return Object.fromEntries(
    rows.map((row): [string, GraphQLFieldConfig<unknown, unknown>] => [row.name, outputField(types, row, resolve)]),
  );
}

function outputField(types: TypeReferences, row: AnyFieldRow, resolve: Resolver | null): GraphQLFieldConfig<unknown, unknown> {
  return {
    type: types.read(row.type) as GraphQLOutputType,
    description: row.description,
    args: inputFields(types, row.args ?? []),
    ...(resolve === null ? {} : { resolve }),
  };
}

function inputFields(types: TypeReferences, rows: readonly ArgumentRow[]): GraphQLFieldConfigArgumentMap {
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
