/**
 * GraphQL the plain way: every field is resolved for one parent at a time as graphql-js reaches it, each with questions of its own to the
 * store. The oracle of the planned way: both read the same rows, only this one plans, batches and shares nothing.
 */
import { type ExecutionResult, execute, type GraphQLFieldResolver, parse, validate } from 'graphql';
import { createContext, kindIndex, type OperationContext } from '../../../src/api/context.ts';
import { defaultLimits, type Limits } from '../../../src/api/limits.ts';
import type { AnyFieldRow, Arguments, FieldRow } from '../../../src/api/model/field-row.ts';
import { Item } from '../../../src/api/model/item.ts';
import { NextLevel } from '../../../src/api/run/next-level.ts';
import { buildSchema } from '../../../src/api/schema/build-schema.ts';
import { typedKinds } from '../../../src/api/schema/kinds.ts';
import { type SchemaRows, schemaRows } from '../../../src/api/schema/schema-rows.ts';
import { typeRows } from '../../../src/api/schema/type-rows.ts';
import type { Reader } from '../../../src/store/reader.ts';

export interface PlainApi {
  execute(request: { readonly query: string; readonly variables?: Record<string, unknown> }): Promise<ExecutionResult>;
}

export function createPlainApi(reader: Reader, limits: Partial<Limits>): PlainApi {
  const kinds = typedKinds([reader], reader.info.userRules);
  const types = typeRows(kinds, reader.info.userRules);
  const schema = buildSchema(types, { resolve: plainResolver(() => rows), resolveType: (value) => (value as Item).type });
  const objectTypes = new Set(types.objects.map(({ name }) => name));
  const rows = schemaRows(schema, [...types.objects, ...types.others, types.query], objectTypes);
  const snapshots = [{ reader, kinds: kindIndex(reader, kinds.typeName) }];
  return {
    async execute({ query, variables = {} }) {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      const contextValue = createContext({
        snapshots,
        limits: { ...defaultLimits, ...limits },
        logError: ({ error }) => console.error(error),
      });
      return execute({ schema, document, variableValues: variables, contextValue });
    },
  };
}

function plainResolver(rows: () => SchemaRows): GraphQLFieldResolver<unknown, unknown> {
  return async (source, args, context, info) => {
    const { scope, failure } = context as OperationContext;
    const { row, face } = rows().field(info.parentType.name, info.fieldName);
    const parent = source instanceof Item ? source : new Item('Query', scope, null);
    try {
      const value = await resolveOne(row, new Item(parent.type, parent.scope, parent.data), args as Arguments);
      if (!face.composite || value instanceof Error) return value;
      const next = new NextLevel({ face, key: info.fieldName, typeName: scope.kinds.typeName, present: (item) => item });
      return next.take(parent, value);
    } catch (error) {
      throw failure(error);
    }
  };
}

async function resolveOne(row: AnyFieldRow, item: Item, args: Arguments): Promise<unknown> {
  const field = row as FieldRow<unknown>;
  if ('load' in field) return (await field.load({ scope: item.scope, items: [item], args, selects: () => true }))[0];
  for (const need of field.needs ?? []) item.put(need, (await need.load(item.scope, [item.data]))[0]);
  return field.read(item, args);
}
