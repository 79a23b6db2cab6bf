/** A browser that opens a GraphQL address gets the playground. */
import type { Plugin } from 'graphql-yoga';
import { buildGraphiqlPage, type GraphiqlPage, type GraphiqlTab } from '../graphiql-page.ts';
import { matchRoute } from '../routes.ts';

export function useGraphiqlPage(options: { readonly tabs: readonly GraphiqlTab[] }): Plugin {
  let page: Promise<GraphiqlPage> | undefined;
  return {
    async onRequest({ request, url, endResponse }) {
      const wanted = (request.method === 'GET' || request.method === 'HEAD') && request.headers.get('accept')?.includes('text/html');
      if (!wanted || matchRoute(url.pathname).type !== 'graphql') return;
      page ??= buildGraphiqlPage(options.tabs);
      endResponse(respond({ page: await page, request }));
    },
  };
}

function respond(options: { readonly page: GraphiqlPage; readonly request: Request }): Response {
  const { page, request } = options;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.contentSecurityPolicy,
    'cache-control': 'no-cache',
    etag: page.etag,
    vary: 'accept, accept-encoding',
  };
  const known = (request.headers.get('if-none-match') ?? '').split(',').map((etag) => etag.trim().replace(/^W\//, ''));
  if (known.includes(page.etag)) return new Response(null, { status: 304, headers });
  const gzip = acceptsGzip(request.headers.get('accept-encoding') ?? '');
  const body = request.method === 'HEAD' ? null : gzip ? page.gzipped : page.html;
  return new Response(body, { status: 200, headers: { ...headers, ...(gzip ? { 'content-encoding': 'gzip' } : {}) } });
}

function acceptsGzip(header: string): boolean {
  return header.split(',').some((part) => /^\s*gzip\s*(?:;\s*q=(?!0(?:\.0*)?\s*$).*)?$/i.test(part));
}
