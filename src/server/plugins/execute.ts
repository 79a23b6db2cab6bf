/** Hands the parameters of a request to the api, which parses, checks, plans and runs them; the snapshot is the one that the path names. */
import type { Plugin } from 'graphql-yoga';
import type { Api } from '../../api/create-api.ts';
import { didYouMean } from '../../kube/suggest.ts';
import { matchRoute } from '../routes.ts';
import { textResponse } from '../text-response.ts';

export function useApi(options: { readonly api: Api; readonly snapshots: readonly string[] }): Plugin {
  const { api, snapshots } = options;
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
      setParamsHandler(({ params }) =>
        api.execute({
          query: params.query ?? '',
          ...(params.variables ? { variables: params.variables } : {}),
          ...(params.operationName ? { operationName: params.operationName } : {}),
          ...(snapshot === null ? {} : { snapshot }),
          signal: request.signal,
        }),
      );
    },
  };
}
