/** GraphQL over snapshots: one schema, and operations that are checked, planned, run and counted. */
import { type ExecutionResult, execute, type GraphQLSchema } from 'graphql';
import type { Reader } from '../store/reader.ts';
import { createContext, kindIndex, type OperationContext } from './context.ts';
import { createFailures, finishResult, type LogError } from './failures.ts';
import { holdVariableLimits } from './guard/hold-limits.ts';
import { documentPreparer, type Prepared } from './guard/prepare-document.ts';
import { defaultLimits, type Limits } from './limits.ts';
import { createSchema } from './schema/create-schema.ts';
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

export interface ApiRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  readonly operationName?: string | null | undefined;
  /** Id or name of a snapshot: it alone is asked, and no other is seen. */
  readonly snapshot?: string | undefined;
  readonly signal?: AbortSignal | undefined;
  /** Whether the answer's extensions say what it cost. */
  readonly cost?: boolean | undefined;
}

export interface Api {
  readonly schema: GraphQLSchema;
  /** For graphql-js's own `execute`: one for each operation. */
  contextValue(options?: Pick<ApiRequest, 'snapshot' | 'signal'>): object;
  /** Never rejects: what goes wrong is among the result's errors, each with a code. */
  execute(request: ApiRequest): Promise<ExecutionResult>;
}

/** @throws Error where there is no snapshot, or none of the name asked for as default. */
export function createApi(options: ApiOptions): Api {
  const limits = { ...defaultLimits, ...options.limits };
  const logError = options.logError ?? printError;
  const { schema, typeName } = createSchema(options.snapshots);
  const snapshots = inOrder(
    options.snapshots.map((reader) => ({ reader, kinds: kindIndex(reader, typeName) })),
    options.defaultSnapshot,
  );
  const prepare = documentPreparer(schema, limits);
  const contextFor = ({ snapshot, signal }: Pick<ApiRequest, 'snapshot' | 'signal'>) =>
    createContext({ snapshots: visibleSnapshots(snapshots, snapshot), limits, logError, signal });
  return {
    schema,
    contextValue: (request = {}) => contextFor(request),
    execute: async (request) => {
      const prepared = prepare(request.query);
      if ('errors' in prepared) return { errors: prepared.errors };
      return run({ schema, document: prepared.document, limits, logError, request, contextFor });
    },
  };
}

async function run(options: {
  readonly schema: GraphQLSchema;
  readonly document: Extract<Prepared, { document: unknown }>['document'];
  readonly limits: Limits;
  readonly logError: LogError;
  readonly request: ApiRequest;
  readonly contextFor: (request: ApiRequest) => OperationContext;
}): Promise<ExecutionResult> {
  const { schema, document, limits, logError, request, contextFor } = options;
  let context: OperationContext | undefined;
  try {
    holdVariableLimits(request.variables ?? {}, limits);
    context = contextFor(request);
    const result = await execute({
      schema,
      document,
      contextValue: context,
      variableValues: request.variables ?? null,
      operationName: request.operationName ?? null,
    });
    const finished = finishResult(result, context.failure);
    return request.cost ? { ...finished, extensions: { ...finished.extensions, cost: context.meter.cost() } } : finished;
  } catch (error) {
    const failure = context?.failure ?? createFailures(logError);
    return finishResult({ errors: [failure(error)] }, failure);
  }
}

function printError({ id, error }: { readonly id: string; readonly error: unknown }): void {
  console.error(`Internal error ${id}:`, error);
}
