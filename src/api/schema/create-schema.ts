/** The schema over some snapshots, with what runs it. */
import type { GraphQLSchema } from 'graphql';
import type { KindKey } from '../../kube/kind.ts';
import type { Snapshot } from '../../store/reader.ts';
import { createPlanCache } from '../plan/plan-cache.ts';
import { readValue, rootResolver } from '../run/resolvers.ts';
import { buildSchema } from './build-schema.ts';
import { typedKinds } from './kinds.ts';
import { type SchemaRows, schemaRows } from './schema-rows.ts';
import { typeRows } from './type-rows.ts';

export interface ApiSchema {
  readonly schema: GraphQLSchema;
  readonly rows: SchemaRows;
  readonly typeName: (key: KindKey) => string;
}

/** Without snapshots the static part: what is printed in schema/schema.graphql. */
export function createSchema(snapshots: readonly Snapshot[]): ApiSchema {
  const kinds = typedKinds(snapshots);
  const types = typeRows(kinds);
  const schema = buildSchema(types, { root: rootResolver(() => plans), below: readValue });
  const objectTypes = new Set(types.objects.map(({ name }) => name));
  const rows = schemaRows(schema, [...types.objects, ...types.others, types.query], objectTypes);
  const plans = createPlanCache(schema, rows);
  return { schema, rows, typeName: kinds.typeName };
}
