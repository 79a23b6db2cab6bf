/**
 * OpenShift's must-gather, and what `oc adm inspect` writes: `cluster-scoped-resources/` and `namespaces/`, wherever these stand, for each image
 * that gathered has a folder of its own. Source: openshift/oc, pkg/cli/admin/inspect and pkg/cli/admin/mustgather.
 */
import { parseGoTime } from '../tree/go-time.ts';
import { addTime, discoveryNote } from '../tree/tree-notes.ts';
import { type PathRule, pathParser, type TreePath } from '../tree/tree-path.ts';
import type { TreeTool } from '../tree/tree-tool.ts';

const PATHS: readonly PathRule[] = [
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
  [/(?:^|\/)aggregated-discovery-apis?\.yaml$/, () => ({ holds: 'note', note: 'discovery' })],
  [/(?:^|\/)(version|timestamp)$/, (note = '') => ({ holds: 'note', note })],
  [/(?:^|\/)(?:web_hooks|pod_network_connectivity_check|static-pods)\/.*\.ya?ml$/, () => ({ holds: 'objects' })],
];

export const mustGather: TreeTool = {
  format: 'must-gather',
  name: 'the must-gather',
  parse: pathParser(PATHS),
  collectsAll: false,
  emptyLogsFailed: true,
  notes: {
    discovery: discoveryNote,
    version: ({ text, said }) => {
      said.tool ??= text.trim().split('\n', 2).join(' ').slice(0, 200) || null;
      return null;
    },
    timestamp: ({ text, said }) => {
      for (const line of text.split('\n', 10)) addTime(said, parseGoTime(line));
      return null;
    },
  },
};

function list(group = '', resource = '', namespace: string | null = null): TreePath {
  return { holds: 'list', group: groupOf(group), resource, namespace };
}

function object(group = '', resource = '', namespaced = false): TreePath {
  return { holds: 'object', group: groupOf(group), resource, namespaced };
}

function groupOf(folder: string): string {
  return folder === 'core' ? '' : folder;
}
