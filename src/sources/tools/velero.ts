/**
 * A Velero backup: one JSON file an object, again below `VERSION-preferredversion/`. It holds what was chosen and proves nothing.
 * Source: vmware-tanzu/velero, pkg/backup/item_backupper.go. No real one was at hand: docs/sources.md.
 */
import { type PathRule, pathParser } from '../tree/tree-path.ts';
import type { TreeTool } from '../tree/tree-tool.ts';

const PATHS: readonly PathRule[] = [
  [
    /(?:^|\/)resources\/([^/.]+)(?:\.([^/]+))?\/(?:[^/]+-preferredversion\/)?cluster\/[^/]+\.json$/,
    (resource = '', group = '') => ({ holds: 'object', group, resource, namespaced: false }),
  ],
  [
    /(?:^|\/)resources\/([^/.]+)(?:\.([^/]+))?\/(?:[^/]+-preferredversion\/)?namespaces\/[^/]+\/[^/]+\.json$/,
    (resource = '', group = '') => ({ holds: 'object', group, resource, namespaced: true }),
  ],
  [/(?:^|\/)metadata\/version$/, () => ({ holds: 'note', note: 'version' })],
];

export const velero: TreeTool = {
  format: 'velero',
  name: 'the backup',
  parse: pathParser(PATHS),
  collectsAll: false,
  notes: {
    version: ({ text, said }) => {
      said.tool ??= `velero backup ${text.trim().slice(0, 100)}`;
      return null;
    },
  },
};
