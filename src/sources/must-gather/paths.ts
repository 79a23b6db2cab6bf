/**
 * What an entry of a must-gather holds, by its path: below `cluster-scoped-resources/` and `namespaces/`, wherever these stand, for each image
 * that gathered has a folder of its own. Source: openshift/oc, pkg/cli/admin/inspect and pkg/cli/admin/mustgather.
 */
export type MustGatherPath =
  /** A list: of the cluster or, where it is named, of one namespace. */
  | { readonly holds: 'list'; readonly group: string; readonly resource: string; readonly namespace: string | null }
  | { readonly holds: 'object'; readonly group: string; readonly resource: string; readonly namespaced: boolean }
  /** Objects that stand anywhere else: they prove nothing. */
  | { readonly holds: 'objects' }
  | { readonly holds: 'log'; readonly namespace: string; readonly pod: string; readonly container: string; readonly previous: boolean }
  | { readonly holds: 'discovery' | 'version' | 'timestamp' | 'document' };

type PathRule = readonly [pattern: RegExp, parse: (...groups: string[]) => MustGatherPath];

/** The first that fits counts. */
const RULES: readonly PathRule[] = [
  [/(?:^|\/)cluster-scoped-resources\/([^/]+)\/([^/]+)\.yaml$/, (group, resource) => list(group, resource, null)],
  [/(?:^|\/)cluster-scoped-resources\/([^/]+)\/([^/]+)\/[^/]+\.yaml$/, (group, resource) => object(group, resource, false)],
  [
    /(?:^|\/)namespaces\/([^/]+)\/pods\/([^/]+)\/([^/]+)\/\3\/logs\/(current|previous)(?:\.insecure)?\.log$/,
    (namespace = '', pod = '', container = '', run) => ({ holds: 'log', namespace, pod, container, previous: run === 'previous' }),
  ],
  [/(?:^|\/)namespaces\/([^/]+)\/\1\.yaml$/, () => object('core', 'namespaces', false)],
  [/(?:^|\/)namespaces\/[^/]+\/pods\/([^/]+)\/\1\.yaml$/, () => object('core', 'pods', true)],
  [/(?:^|\/)namespaces\/([^/]+)\/([^/]+)\/([^/]+)\.yaml$/, (namespace, group, resource) => list(group, resource, namespace ?? '')],
  [/(?:^|\/)namespaces\/[^/]+\/([^/]+)\/([^/]+)\/[^/]+\.yaml$/, (group, resource) => object(group, resource, true)],
  [/(?:^|\/)aggregated-discovery-apis?\.yaml$/, () => ({ holds: 'discovery' })],
  [/(?:^|\/)version$/, () => ({ holds: 'version' })],
  [/(?:^|\/)timestamp$/, () => ({ holds: 'timestamp' })],
  [/(?:^|\/)(?:web_hooks|pod_network_connectivity_check|static-pods)\/.*\.ya?ml$/, () => ({ holds: 'objects' })],
];

export function parsePath(path: string): MustGatherPath {
  for (const [pattern, parse] of RULES) {
    const match = pattern.exec(path);
    if (match !== null) return parse(...match.slice(1));
  }
  return { holds: 'document' };
}

function list(group = '', resource = '', namespace: string | null = null): MustGatherPath {
  return { holds: 'list', group: groupOf(group), resource, namespace };
}

function object(group = '', resource = '', namespaced = false): MustGatherPath {
  return { holds: 'object', group: groupOf(group), resource, namespaced };
}

function groupOf(folder: string): string {
  return folder === 'core' ? '' : folder;
}
