/** Plans, kept with the document: an operation that is asked again is not planned again. */
import { type FragmentDefinitionNode, type GraphQLSchema, Kind, type OperationDefinitionNode, type ValueNode, visit } from 'graphql';
import type { SchemaRows } from '../schema/schema-rows.ts';
import { SelectionPlan } from './selection-plan.ts';

export interface Operation {
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Plans of one operation kept apart for different values of what @skip and @include read; beyond this many they are made anew. */
const VARIANTS_KEPT = 16;

interface Kept {
  readonly conditions: readonly string[];
  readonly variants: Map<string, SelectionPlan>;
}

export interface PlanCache {
  planOf(operation: Operation): SelectionPlan;
}

/** Keyed by the operation's node, which lives and dies with its document. */
export function createPlanCache(schema: GraphQLSchema, rows: SchemaRows): PlanCache {
  const cache = new WeakMap<OperationDefinitionNode, Kept>();
  return {
    planOf({ operation, fragments, variables }) {
      let kept = cache.get(operation);
      if (kept === undefined) {
        kept = { conditions: conditionVariables(operation, fragments), variants: new Map() };
        cache.set(operation, kept);
      }
      const key = JSON.stringify(kept.conditions.map((name) => variables[name]));
      const known = kept.variants.get(key);
      if (known !== undefined) return known;
      const conditions = Object.fromEntries(kept.conditions.map((name) => [name, variables[name]]));
      const document = { schema, rows, fragments, variables: conditions };
      const plan = new SelectionPlan(document, [operation.selectionSet]);
      if (kept.variants.size < VARIANTS_KEPT) kept.variants.set(key, plan);
      return plan;
    },
  };
}

/** The variables that decide what is selected. */
function conditionVariables(operation: OperationDefinitionNode, fragments: ReadonlyMap<string, FragmentDefinitionNode>): string[] {
  const names = new Set<string>();
  for (const definition of [operation, ...fragments.values()]) {
    visit(definition, {
      Directive(directive) {
        for (const argument of directive.arguments ?? []) addVariable(argument.value, names);
        return false;
      },
    });
  }
  return [...names].sort();
}

function addVariable(value: ValueNode, names: Set<string>): void {
  if (value.kind === Kind.VARIABLE) names.add(value.name.value);
}
