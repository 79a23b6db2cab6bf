/** GraphQL over snapshots: one schema, and operations that are checked, planned, run and counted. */
import type { DocumentNode, ExecutionResult, GraphQLSchema } from 'graphql';
import type { Reader } from '../store/reader.ts';
import type { ApiRequest } from './api-request.ts';
import { createContext, kindIndex, type OperationContext } from './context.ts';
import { createFailures, type LogError } from './failures.ts';
import { holdVariableLimits } from './guard/hold-limits.ts';
import { documentPreparer } from './guard/prepare-document.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { runOperation } from './run/run-operation.ts';
import { type ApiSchema, createSchema } from './schema/create-schema.ts';
import { inOrder, visibleSnapshots } from './served-snapshots.ts';

export interface ApiOptions {
  /** Whoever opened them closes them. At least one. */
  readonly snapshots: readonly Reader[];
  /** Id or name of the one that plain root fields ask; else the newest. */
  readonly defaultSnapshot?: string;
  readonly limits?: Partial<Limits>;
  /** Unexpected errors; on standard error where absent. */
  readonly logError?: LogError;
}

export interface Api {
  /** What documents are validated against. It has no resolvers: operations run through `execute` alone. */
  readonly schema: GraphQLSchema;
  /**
   * Never rejects: what goes wrong is among the result's errors, each with a code.
   * Objects within an answer may stand in several places of it: they are to be read, not changed.
   */
  execute(request: ApiRequest): Promise<ExecutionResult>;
}

/** @throws Error where no snapshot, or more than one, has the name asked for as default. */
export function createApi(options: ApiOptions): Api {
  const { snapshots: readers, defaultSnapshot, logError = printError } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const schema = createSchema(readers);
  const served = readers.map((reader) => ({ reader, kinds: kindIndex(reader, schema.typeName) }));
  const snapshots = inOrder(served, defaultSnapshot);
  const prepare = documentPreparer(schema.schema, limits);
  return {
    schema: schema.schema,
    execute: async (request) => {
      const prepared = prepare(request.query);
      if ('errors' in prepared) return { errors: prepared.errors };
      const contextFor = () =>
        createContext({ snapshots: visibleSnapshots(snapshots, request.snapshot), limits, logError, signal: request.signal });
      return answer({ schema, document: prepared.document, limits, logError, request, contextFor });
    },
  };
}

async function answer(options: {
  readonly schema: ApiSchema;
  readonly document: DocumentNode;
  readonly limits: Limits;
  readonly logError: LogError;
  readonly request: ApiRequest;
  readonly contextFor: () => OperationContext;
}): Promise<ExecutionResult> {
  const { document, limits, logError, request, contextFor } = options;
  const { schema, plans } = options.schema;
  let context: OperationContext | undefined;
  try {
    const variables = request.variables ?? {};
    holdVariableLimits(variables, limits);
    context = contextFor();
    const result = await runOperation({ schema, plans, document, operationName: request.operationName ?? null, variables, context });
    return request.cost ? { ...result, extensions: { cost: context.meter.cost() } } : result;
  } catch (error) {
    const failure = context?.failure ?? createFailures(logError);
    return { errors: [failure(error)] };
  }
}

function printError({ id, error }: { readonly id: string; readonly error: unknown }): void {
  console.error(`Internal error ${id}:`, error);
}
