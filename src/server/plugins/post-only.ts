/**
 * Queries come as POST with application/json: what a page of another site cannot send without asking first (a preflight, which is
 * not answered), so no other site can make a browser put questions to this server.
 */
import type { Plugin } from 'graphql-yoga';
import { matchRoute } from '../routes.ts';
import { textResponse } from '../text-response.ts';

export function usePostOnly(): Plugin {
  return {
    onRequest({ request, url, endResponse }) {
      if (matchRoute(url.pathname).type !== 'graphql') return;
      if (request.method !== 'POST') {
        const text = 'Send queries as POST with content-type application/json; open this address in a browser for the playground.';
        endResponse(textResponse({ status: 405, text, headers: { allow: 'POST' } }));
        return;
      }
      const mediaType = (request.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
      if (mediaType !== 'application/json') {
        endResponse(textResponse({ status: 415, text: 'The content-type must be application/json.' }));
      }
    },
  };
}
