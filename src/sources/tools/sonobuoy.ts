/**
 * Sonobuoy's results: a bare array of each resource, of the cluster and of each namespace that was asked for. Source: vmware-tanzu/sonobuoy,
 * pkg/discovery/queries.go. No archive of a real run was at hand: docs/sources.md.
 */
import { serverVersionNote } from '../tree/tree-notes.ts';
import { type PathRule, pathParser } from '../tree/tree-path.ts';
import type { TreeTool } from '../tree/tree-tool.ts';

const PATHS: readonly PathRule[] = [
  [
    /(?:^|\/)resources\/cluster\/([^/_]+)_[^/_]+_([^/]+)\.json$/,
    (group = '', resource = '') => ({ holds: 'list', group: groupOf(group), resource, namespace: null }),
  ],
  [
    /(?:^|\/)resources\/ns\/([^/]+)\/([^/_]+)_[^/_]+_([^/]+)\.json$/,
    (namespace = '', group = '', resource = '') => ({ holds: 'list', group: groupOf(group), resource, namespace }),
  ],
  [
    /(?:^|\/)podlogs\/([^/]+)\/([^/]+)\/logs\/([^/]+)\.txt$/,
    (namespace = '', pod = '', container = '') => ({ holds: 'log', namespace, pod, container, previous: false }),
  ],
  [/(?:^|\/)serverversion\.json$/, () => ({ holds: 'note', note: 'version' })],
];

export const sonobuoy: TreeTool = {
  format: 'sonobuoy',
  name: 'sonobuoy',
  parse: pathParser(PATHS),
  collectsAll: false,
  notes: { version: serverVersionNote },
};

function groupOf(name: string): string {
  return name === 'core' ? '' : name;
}
