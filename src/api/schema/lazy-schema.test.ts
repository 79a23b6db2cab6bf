import {
  type GraphQLInterfaceType,
  type GraphQLObjectType,
  GraphQLSchema,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
} from 'graphql';
import { expect, test } from 'vitest';
import { createSchema } from './create-schema.ts';

/** graphql-js's own schema over the same types: it walks through all of them. */
function whole(): { readonly lazy: GraphQLSchema; readonly eager: GraphQLSchema } {
  const { schema: lazy } = createSchema([]);
  return { lazy, eager: new GraphQLSchema(lazy.toConfig()) };
}

test('it holds what a schema holds that was made whole', () => {
  const { lazy, eager } = whole();
  expect(Object.keys(lazy.getTypeMap()).toSorted()).toEqual(Object.keys(eager.getTypeMap()).toSorted());
  for (const [name, type] of Object.entries(eager.getTypeMap())) expect(lazy.getType(name), name).toBe(type);
  expect(printSchema(lexicographicSortSchema(lazy))).toBe(printSchema(lexicographicSortSchema(eager)));
  expect(lazy.getMutationType()).toBeUndefined();
  for (const name of ['Nothing', '__proto__', 'constructor']) expect(lazy.getType(name), name).toBeUndefined();
});

test('it knows what implements the interface', () => {
  const { lazy, eager } = whole();
  const object = eager.getType('KubernetesObject') as GraphQLInterfaceType;
  const others = ['Pod', 'External', 'PageInfo'].map((name) => eager.getType(name) as GraphQLObjectType);
  const names = (schema: GraphQLSchema) => schema.getPossibleTypes(object).map(({ name }) => name);
  expect(names(lazy).toSorted()).toEqual(names(eager).toSorted());
  expect(lazy.getImplementations(object).objects).toEqual(lazy.getPossibleTypes(object));
  for (const type of [...others, object]) expect(lazy.isSubType(object, type), type.name).toBe(eager.isSubType(object, type));
});

test('validating an operation makes what the operation names, and no more', () => {
  const { schema } = createSchema([]);
  const document = parse('{ objects(kinds: ["pods"]) { items { name ... on Pod { node { name } } ... on KubernetesObject { uid } } } }');
  expect(validate(schema, document)).toEqual([]);
  const made = (name: string) => {
    const fields = Object.entries(Object.getOwnPropertyDescriptors((schema.getType(name) as GraphQLObjectType).getFields()));
    expect(fields.length, name).toBeGreaterThan(20);
    return fields.flatMap(([field, { get }]) => (get === undefined ? [field] : []));
  };
  expect({ Query: made('Query'), Pod: made('Pod'), Node: made('Node'), KubernetesObject: made('KubernetesObject') }).toEqual({
    Query: ['objects'],
    Pod: ['node'],
    Node: ['name'],
    KubernetesObject: ['uid', 'name'],
  });
});

test('types share the fields that they have of the interface', () => {
  const { schema } = createSchema([]);
  const fieldsOf = (name: string) => (schema.getType(name) as GraphQLObjectType).getFields();
  expect(fieldsOf('Pod')['labels']).toBe(fieldsOf('Node')['labels']);
});
