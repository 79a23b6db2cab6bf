/**
 * `kubectl cluster-info dump --output-directory`: seven lists of each namespace, the nodes, and the logs of a Pod's containers in one file.
 * Source: kubectl, pkg/cmd/clusterinfo/clusterinfo_dump.go.
 */
import { type PathRule, pathParser } from '../tree/tree-path.ts';
import type { TreeTool } from '../tree/tree-tool.ts';

/** The resource of each file name, with its group where that is not core. */
const FILES: Readonly<Record<string, readonly [group: string, resource: string]>> = {
  events: ['', 'events'],
  'replication-controllers': ['', 'replicationcontrollers'],
  services: ['', 'services'],
  pods: ['', 'pods'],
  daemonsets: ['apps', 'daemonsets'],
  deployments: ['apps', 'deployments'],
  replicasets: ['apps', 'replicasets'],
};

const PATHS: readonly PathRule[] = [
  [/(?:^|\/)nodes\.(?:json|yaml)$/, () => ({ holds: 'list', group: '', resource: 'nodes', namespace: null })],
  [
    new RegExp(`(?:^|/)([^/]+)/(${Object.keys(FILES).join('|')})\\.(?:json|yaml)$`),
    (namespace = '', file = '') => {
      const [group, resource] = FILES[file] ?? ['', file];
      return { holds: 'list', group, resource, namespace };
    },
  ],
  [/(?:^|\/)([^/]+)\/([^/]+)\/logs\.txt$/, (namespace = '', pod = '') => ({ holds: 'logSections', namespace, pod })],
];

export const clusterInfoDump: TreeTool = {
  format: 'cluster-info-dump',
  name: 'kubectl cluster-info dump',
  parse: pathParser(PATHS),
  collectsAll: false,
  notes: {},
};
