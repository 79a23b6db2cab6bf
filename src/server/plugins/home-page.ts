/** `/` says which snapshots are served and where. */
import type { Plugin } from 'graphql-yoga';
import type { Snapshot } from '../../store/reader.ts';
import { homePage } from '../home-page.ts';
import { matchRoute } from '../routes.ts';

export function useHomePage(options: { readonly snapshots: readonly Snapshot[] }): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      if ((request.method !== 'GET' && request.method !== 'HEAD') || matchRoute(url.pathname).type !== 'home') return;
      const headers = {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy':
          "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
      };
      endResponse(new Response(request.method === 'HEAD' ? null : homePage(options.snapshots), { headers }));
    },
  };
}
