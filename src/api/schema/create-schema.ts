/** The schema over some snapshots, its rows and the plans over it. */
import type { GraphQLSchema } from 'graphql';
import type { KindKey } from '../../kube/kind.ts';
import type { Snapshot } from '../../store/reader.ts';
import { createPlanCache, type PlanCache } from '../plan/plan-cache.ts';
import { buildSchema } from './build-schema.ts';
import { typedKinds } from './kinds.ts';
import { type SchemaRows, schemaRows } from './schema-rows.ts';
import { typeRows } from './type-rows.ts';
import { userRulesOf } from './user-rules.ts';

export interface ApiSchema {
  readonly schema: GraphQLSchema;
  readonly rows: SchemaRows;
  readonly plans: PlanCache;
  readonly typeName: (key: KindKey) => string;
}

/** Without snapshots the static part: what is printed in schema/schema.graphql. Throws InputError where the rules of two snapshots exclude each other. */
export function createSchema(snapshots: readonly Snapshot[]): ApiSchema {
  const userRules = userRulesOf(snapshots);
  const kinds = typedKinds(snapshots, userRules);
  const types = typeRows(kinds, userRules);
  const schema = buildSchema(types);
  const objectTypes = new Set(types.objects.map(({ name }) => name));
  const rows = schemaRows(schema, [...types.objects, ...types.others, types.query], objectTypes);
  return { schema, rows, plans: createPlanCache(schema, rows), typeName: kinds.typeName };
}
