/** The paths that the server answers. */

export type Route =
  | { readonly type: 'home' }
  /** `snapshot` is null where the default is meant. */
  | { readonly type: 'graphql'; readonly snapshot: string | null }
  | { readonly type: 'other' };

/** In URLPattern's syntax, as yoga takes its endpoint. */
export const graphqlPathPattern = '/{snapshots/:snapshot/}?graphql{/}?';
export const healthPath = '/healthz';

export function matchRoute(pathname: string): Route {
  if (pathname === '/') return { type: 'home' };
  const match = /^(?:\/snapshots\/([^/]+))?\/graphql\/?$/.exec(pathname);
  if (match === null) return { type: 'other' };
  return { type: 'graphql', snapshot: match[1] === undefined ? null : decoded(match[1]) };
}

export function snapshotPath(id: string): string {
  return `/snapshots/${encodeURIComponent(id)}/graphql`;
}

/** A path with a broken escape names no snapshot: it is taken as it stands. */
function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
