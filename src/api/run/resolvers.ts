/** The two resolvers of the schema: root fields run their part of the plan, all others read what it left. */
import type { GraphQLFieldResolver } from 'graphql';
import type { OperationContext } from '../context.ts';
import { Item } from '../model/item.ts';
import type { PlanCache } from '../plan/plan-cache.ts';
import { runField } from './run-field.ts';

/** Runs a root field and everything below it; what it returns is complete. */
export function rootResolver(plans: () => PlanCache): GraphQLFieldResolver<unknown, unknown> {
  return async (_source, _args, context, info) => {
    const { meter, scope, failure } = context as OperationContext;
    const { operation, fragments, variableValues: variables } = info;
    const key = String(info.path.key);
    const plan = plans().planOf({ operation, fragments, variables });
    const field = plan.fieldsOf('Query').find(({ responseKey }) => responseKey === key);
    if (field === undefined) throw new Error(`The plan has no field ${key}.`);
    const root = new Item('Query', scope, null);
    root.times = 1;
    await runField({ meter, variables, typeName: scope.kinds.typeName, failure }, field, [root]);
    return root.values[key];
  };
}

/** Properties only: nothing below the root waits. */
export const readValue: GraphQLFieldResolver<unknown, unknown> = (source, _args, _context, info) =>
  (source as Item).values[info.path.key as string];
