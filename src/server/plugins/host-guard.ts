/** Refuses requests whose Host header names another machine. */
import type { Plugin } from 'graphql-yoga';
import { isAllowedHost } from '../host-names.ts';
import { textResponse } from '../text-response.ts';

export function useHostGuard(options: { readonly loopback: boolean; readonly allowed: readonly string[] }): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      const header = request.headers.get('host') ?? url.host;
      if (isAllowedHost({ header, ...options })) return;
      endResponse(
        textResponse({ status: 421, text: 'This server does not answer to that host name. Start it with --allowed-host NAME to let it.' }),
      );
    },
  };
}
