import { type ApiResource, groupVersionPath } from '../discovery/api-resource.ts';

/** Where the objects of a resource are listed and watched; `namespace` null: all of them, or the cluster's scope. */
export function collectionPath(
  { resource, namespace }: { readonly resource: ApiResource; readonly namespace: string | null },
  query: Readonly<Record<string, string>>,
): string {
  const scope = namespace === null ? '' : `/namespaces/${encodeURIComponent(namespace)}`;
  return `${groupVersionPath(resource)}${scope}/${resource.resource}?${new URLSearchParams(query)}`;
}
