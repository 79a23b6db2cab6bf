/** Hands the parameters of a request to the api, which parses, checks, plans and runs them; the snapshot is the one that the path names. */
import { type ExecutionResult, GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';
import type { Api } from '../../api/create-api.ts';
import { valueAt } from '../../kube/safe.ts';
import { didYouMean } from '../../kube/suggest.ts';
import type { AnswerCache, Question } from '../answer-cache.ts';
import { matchRoute } from '../routes.ts';
import { textResponse } from '../text-response.ts';

export function useApi(options: { readonly api: Api; readonly snapshots: readonly string[]; readonly answers: AnswerCache }): Plugin {
  const { api, snapshots, answers } = options;
  return {
    onRequest({ url, endResponse }) {
      const route = matchRoute(url.pathname);
      if (route.type !== 'graphql' || route.snapshot === null || snapshots.includes(route.snapshot)) return;
      const text = `There is no snapshot "${route.snapshot}" here.${didYouMean(route.snapshot, snapshots)}`;
      endResponse(textResponse({ status: 404, text }));
    },
    onParams({ request, setParamsHandler }) {
      const route = matchRoute(new URL(request.url).pathname);
      const snapshot = route.type === 'graphql' ? route.snapshot : null;
      setParamsHandler(({ params }) => {
        const { query = '', operationName = null, variables = null, extensions } = params;
        const question = { snapshot, query, operationName, variables };
        return answer({ api, answers, question, cost: valueAt(extensions, 'cost') === true, signal: request.signal });
      });
    },
  };
}

/** `stringify` is how yoga lets a result bring its own text. */
type Answer = ExecutionResult & { readonly stringify?: (result: ExecutionResult) => string };

async function answer(options: {
  readonly api: Api;
  readonly answers: AnswerCache;
  readonly question: Question & { readonly variables: Readonly<Record<string, unknown>> | null };
  /** Measured, so neither kept nor taken from what is kept. */
  readonly cost: boolean;
  readonly signal: AbortSignal;
}): Promise<Answer> {
  const { api, answers, question, cost, signal } = options;
  const kept = cost ? undefined : answers.get(question);
  if (kept !== undefined) return { data: {}, stringify: () => kept };
  const { snapshot, ...asked } = question;
  const result = await api.execute({ ...asked, cost, signal, ...(snapshot === null ? {} : { snapshot }) });
  if (result.errors !== undefined) return withStatus(result, result.errors);
  const stringify = (whole: ExecutionResult): string => {
    const text = JSON.stringify({ data: whole.data, ...(whole.extensions ? { extensions: whole.extensions } : {}) });
    if (!cost) answers.keep(question, text);
    return text;
  };
  return { ...result, stringify };
}

/** A request without any data is a bad one, which clients that accept the GraphQL media type are told by its status. */
function withStatus(result: ExecutionResult, errors: readonly GraphQLError[]): ExecutionResult {
  return 'data' in result ? result : { ...result, errors: errors.map(withHttp) };
}

function withHttp(error: GraphQLError): GraphQLError {
  const { message, nodes = null, source = null, positions = null, path = null } = error;
  return new GraphQLError(message, { nodes, source, positions, path, extensions: { ...error.extensions, http: httpOf(error) } });
}

function httpOf(error: GraphQLError): { readonly status: number; readonly spec: boolean } {
  return { status: error.extensions['code'] === 'INTERNAL' ? 500 : 400, spec: true };
}
