/**
 * GraphQL the plain way: every field is resolved for one parent at a time as graphql-js reaches it, each with questions of its own to the
 * store. The oracle of the planned way: both read the same rows, only this one plans, batches and shares nothing.
 */
import { type ExecutionResult, execute, type GraphQLFieldResolver, parse, validate } from 'graphql';
import type { OperationContext } from '../../../src/api/context.ts';
import { createApi } from '../../../src/api/create-api.ts';
import { finishResult } from '../../../src/api/failures.ts';
import type { Limits } from '../../../src/api/limits.ts';
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
  const types = typeRows(typedKinds([reader]));
  const resolve = plainResolver(() => rows);
  const schema = buildSchema(types, { root: resolve, below: resolve });
  const objectTypes = new Set(types.objects.map(({ name }) => name));
  const rows = schemaRows(schema, [...types.objects, ...types.others, types.query], objectTypes);
  const contexts = createApi({ snapshots: [reader], limits });
  return {
    async execute({ query, variables = {} }) {
      const document = parse(query);
      const errors = validate(schema, document);
      if (errors.length > 0) return { errors };
      const context = contexts.contextValue() as OperationContext;
      const result = await execute({ schema, document, variableValues: variables, contextValue: context });
      return finishResult(result, context.failure);
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
      return face.composite ? new NextLevel(face, scope.kinds.typeName).take(parent, value) : value;
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
