/** One operation of a checked document: its variables coerced, its plan run, its answer put together. */
import {
  type DocumentNode,
  type ExecutionResult,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { OperationContext } from '../context.ts';
import { badUserInput } from '../errors.ts';
import { badDocument } from '../failures.ts';
import { Item } from '../model/item.ts';
import type { PlanCache } from '../plan/plan-cache.ts';
import type { SelectionPlan } from '../plan/selection-plan.ts';
import { RunErrors } from './run-errors.ts';
import { runLevel } from './run-field.ts';

export interface OperationRequest {
  readonly schema: GraphQLSchema;
  readonly plans: PlanCache;
  readonly document: DocumentNode;
  readonly operationName: string | null;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: OperationContext;
}

/** Throws BAD_USER_INPUT where the document has no such operation, or where it is no query. */
export async function runOperation(request: OperationRequest): Promise<ExecutionResult> {
  const { schema, document, plans, context } = request;
  const operation = operationOf(document, request.operationName);
  const fragments = fragmentsOf(document);
  const { coerced: variables, errors: badVariables } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables, {
    maxErrors: 10,
  });
  if (badVariables !== undefined) return { errors: badDocument(badVariables) };
  const plan = plans.planOf({ operation, fragments, variables });
  const { scope, meter, failure } = context;
  const root = new Item('Query', scope, null);
  root.times = 1;
  const errors = new RunErrors();
  await runLevel({ meter, variables, typeName: scope.kinds.typeName, failure, errors }, plan, [root]);
  const introspected = introspect({ ...request, operation, plan, values: root.values });
  const listed = [...errors.list(), ...introspected];
  return listed.length === 0 ? { data: root.values } : { errors: listed, data: root.values };
}

function operationOf(document: DocumentNode, name: string | null): OperationDefinitionNode {
  const operation = getOperationAST(document, name);
  if (operation) return query(operation);
  const message = name === null ? 'The document has several operations: say which.' : `The document has no operation "${name}".`;
  throw badUserInput('operationName', message);
}

/** Validation lets operations pass for which the schema has no type at all. */
function query(operation: OperationDefinitionNode): OperationDefinitionNode {
  if (operation.operation === OperationTypeNode.QUERY) return operation;
  const message = `A snapshot can be asked, not changed or followed: ${operation.operation} operations are not served.`;
  throw new GraphQLError(message, { nodes: operation, extensions: { code: 'BAD_USER_INPUT' } });
}

function fragmentsOf(document: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  return fragments;
}

/** What is asked of the schema itself is answered by graphql-js, into its place among the values. */
function introspect(
  request: OperationRequest & {
    readonly operation: OperationDefinitionNode;
    readonly plan: SelectionPlan;
    readonly values: Record<string, unknown>;
  },
): readonly GraphQLError[] {
  const { schema, document, operation, variables, plan, values } = request;
  const selections = plan.introspectionOf('Query');
  if (selections.length === 0) return [];
  const { data, errors = [] } = executeSync({ schema, document: documentOf(document, operation, selections), variableValues: variables });
  for (const [key, value] of Object.entries(data ?? {})) values[key] = value;
  return errors;
}

function documentOf(document: DocumentNode, operation: OperationDefinitionNode, selections: readonly FieldNode[]): DocumentNode {
  const others = document.definitions.filter(({ kind }) => kind === Kind.FRAGMENT_DEFINITION);
  return { kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...others] };
}
