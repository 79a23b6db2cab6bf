/** The whole of HTTP as one function from request to response, testable without a socket: yoga with our plugins, in order. */
import { randomUUID } from 'node:crypto';
import { GraphQLError } from 'graphql';
import { createYoga, type YogaServerInstance } from 'graphql-yoga';
import type { Api } from '../api/create-api.ts';
import type { Snapshot } from '../store/reader.ts';
import { createAnswerCache } from './answer-cache.ts';
import type { GraphiqlTab } from './graphiql-page.ts';
import { useApi } from './plugins/execute.ts';
import { useGraphiqlPage } from './plugins/graphiql.ts';
import { useHomePage } from './plugins/home-page.ts';
import { useHostGuard } from './plugins/host-guard.ts';
import { usePostOnly } from './plugins/post-only.ts';
import { useSecurityHeaders } from './plugins/security-headers.ts';
import { type LogError, printError } from './print-error.ts';
import { graphqlPathPattern, healthPath } from './routes.ts';
import { defaultSettings } from './settings.ts';

export interface HandlerOptions {
  readonly api: Api;
  /** Those that `/` lists and that have a path of their own. */
  readonly snapshots?: readonly Snapshot[];
  /** What the playground opens with. */
  readonly tabs?: readonly GraphiqlTab[];
  /** Whether only this machine can reach the server; true where absent. */
  readonly loopback?: boolean;
  readonly allowedHosts?: readonly string[];
  readonly maxBodyBytes?: number;
  readonly answerCache?: number;
  /** Gets what went wrong unexpectedly, once, with the id that the caller was given; on standard error where absent. */
  readonly logError?: LogError;
}

export type Handler = YogaServerInstance<Record<string, never>, Record<string, never>>;

export function createHandler(options: HandlerOptions): Handler {
  const { api, snapshots = [], tabs = [], loopback = true, allowedHosts = [], logError = printError } = options;
  const { maxBodyBytes = defaultSettings.maxBodyBytes, answerCache = defaultSettings.answerCache } = options;
  return createYoga<Record<string, never>>({
    schema: api.schema,
    graphqlEndpoint: graphqlPathPattern,
    healthCheckEndpoint: healthPath,
    plugins: [
      useSecurityHeaders(),
      useHostGuard({ loopback, allowed: allowedHosts }),
      useHomePage({ snapshots }),
      useGraphiqlPage({ tabs }),
      usePostOnly(),
      useApi({ api, snapshots: snapshots.map(({ info }) => info.id), answers: createAnswerCache(answerCache) }),
    ],
    maskedErrors: { maskError: (error) => maskError({ error, logError }) },
    maxRequestBodySize: maxBodyBytes,
    batching: false,
    cors: false,
    graphiql: false,
    landingPage: false,
    multipart: false,
    logging: false,
  });
}

/** Errors about the request stay as they are; of any other the caller learns no more than an id. */
function maskError(options: { readonly error: unknown; readonly logError: LogError }): Error {
  const { error, logError } = options;
  if (isGraphQLError(error) && (error.originalError == null || isGraphQLError(error.originalError))) return withOwnCode(error);
  const id = randomUUID();
  logError({ id, error });
  return new GraphQLError(`Internal error. The server's log has it under ${id}.`, {
    extensions: { code: 'INTERNAL', id, http: { status: 500 } },
  });
}

/** What yoga finds wrong with a request has a code of its own, which is none of ours. */
function withOwnCode(error: GraphQLError): GraphQLError {
  const { code, http } = error.extensions;
  return code === 'BAD_REQUEST'
    ? new GraphQLError(error.message, { extensions: { code: 'BAD_USER_INPUT', ...(http && { http }) } })
    : error;
}

/** By name, not by class: a request's errors are made by yoga, whose copy of graphql may be another. */
function isGraphQLError(error: unknown): error is GraphQLError {
  return error instanceof Error && error.name === 'GraphQLError';
}
