/** Every GraphQL example on a page is valid against the printed schema, and every saved query too. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { buildSchema, type DocumentNode, type GraphQLSchema, isObjectType, isTypeDefinitionNode, Kind, parse, validate } from 'graphql';
import { describe, expect, test } from 'vitest';
import { blocksOf } from './markdown.ts';
import { pages, projectRoot } from './pages.ts';

const schema = buildSchema(readFileSync(`${projectRoot}schema/schema.graphql`, 'utf8'));

const examples = pages.flatMap(({ path, text }) =>
  blocksOf(text)
    .filter(({ language }) => language === 'graphql')
    .map((block) => ({ where: `${path}:${block.line}`, text: block.text })),
);

const folder = `${projectRoot}schema/queries`;
const saved = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => ({ where: `schema/queries/${name}`, text: readFileSync(`${folder}/${name}`, 'utf8') }));

test('there are examples and saved queries', () => {
  expect(examples.length).toBeGreaterThan(0);
  expect(saved.length).toBeGreaterThan(0);
});

describe.each([...examples, ...saved])('$where', ({ text }) => {
  test('is valid', () => {
    expect(problemsOf(parse(text))).toEqual([]);
  });
});

function problemsOf(document: DocumentNode): string[] {
  const isSchemaText = document.definitions.every(isTypeDefinitionNode);
  return isSchemaText ? unknownParts(document, schema) : validate(schema, document).map((error) => error.message);
}

/** A page may show a part of a type: what it shows must be there. */
function unknownParts(document: DocumentNode, against: GraphQLSchema): string[] {
  return document.definitions.filter(isTypeDefinitionNode).flatMap((definition) => {
    const type = against.getType(definition.name.value);
    if (type === undefined) return [`There is no type ${definition.name.value}.`];
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION || !isObjectType(type)) return [];
    const missing = definition.fields?.filter((field) => type.getFields()[field.name.value] === undefined) ?? [];
    return missing.map((field) => `${type.name} has no field ${field.name.value}.`);
  });
}
