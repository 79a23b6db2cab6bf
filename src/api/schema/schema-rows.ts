/** The rows behind a built schema: what the planner looks up by type and field. */
import {
  type GraphQLField,
  type GraphQLSchema,
  getNamedType,
  getNullableType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import type { AnyFieldRow, AnyTypeRow } from '../model/field-row.ts';

/** What the executor must know of a field's type. */
export interface FieldFace {
  readonly definition: GraphQLField<unknown, unknown>;
  /** Name of the innermost type. */
  readonly type: string;
  readonly composite: boolean;
  /** The innermost type stands for Kubernetes objects: a value is an ObjectRow, whose kind says the concrete type. */
  readonly object: boolean;
  readonly nonNull: boolean;
  /** Of a list: none of its entries is null. */
  readonly entriesNonNull: boolean;
}

export interface SchemaRows {
  /** @throws Error where the type has no such field: validation comes first. */
  field(type: string, name: string): { readonly row: AnyFieldRow; readonly face: FieldFace };
}

/** `types` are the object types of the schema as rows; `objectTypes` those that stand for Kubernetes objects. */
export function schemaRows(schema: GraphQLSchema, types: readonly AnyTypeRow[], objectTypes: ReadonlySet<string>): SchemaRows {
  const byName = new Map(types.map((type) => [type.name, type]));
  const byType = new Map<string, ReadonlyMap<string, AnyFieldRow>>();
  const rowsOf = (type: string): ReadonlyMap<string, AnyFieldRow> => {
    const known = byType.get(type);
    if (known !== undefined) return known;
    const rows = new Map((byName.get(type)?.fields ?? []).map((row) => [row.name, row]));
    byType.set(type, rows);
    return rows;
  };
  const faces = new Map<string, { row: AnyFieldRow; face: FieldFace }>();
  return {
    field(type, name) {
      const key = `${type}.${name}`;
      const known = faces.get(key);
      if (known !== undefined) return known;
      const row = rowsOf(type).get(name);
      const definition = objectType(schema, type)?.getFields()[name];
      if (row === undefined || definition === undefined) throw new Error(`The schema has no field ${key}.`);
      const found = { row, face: faceOf(definition, objectTypes) };
      faces.set(key, found);
      return found;
    },
  };
}

function objectType(schema: GraphQLSchema, name: string) {
  const type = schema.getType(name);
  return isObjectType(type) ? type : undefined;
}

function faceOf(definition: GraphQLField<unknown, unknown>, objectTypes: ReadonlySet<string>): FieldFace {
  const type = getNamedType(definition.type);
  const list = getNullableType(definition.type);
  return {
    definition,
    type: type.name,
    composite: isCompositeType(type),
    object: isAbstractType(type) || objectTypes.has(type.name),
    nonNull: isNonNullType(definition.type),
    entriesNonNull: isListType(list) && isNonNullType(list.ofType),
  };
}
