/** The static part of the schema as text: what lies in schema/schema.graphql. */
import { lexicographicSortSchema, printSchema } from 'graphql';
import { createSchema } from './create-schema.ts';

/** Without the custom kinds of any snapshot; sorted by name, so that a new kind changes no other line. */
export function printedSchema(): string {
  return `${printSchema(lexicographicSortSchema(createSchema([]).schema))}\n`;
}
