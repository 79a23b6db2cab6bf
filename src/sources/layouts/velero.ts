import type { Layout } from '../layout.ts';
import { velero } from '../tools/velero.ts';
import { readTree } from '../tree/read-tree.ts';

const BACKUP = /^(?:[^/]+\/){0,5}?resources\/[a-z0-9.-]+\/(?:[^/]+-preferredversion\/)?(?:cluster|namespaces\/[^/]+)\/[^/]+\.json$/;

export const veleroLayout: Layout = {
  format: velero.format,
  recognise: ({ path }) => (BACKUP.test(path) ? { root: '', reason: `it holds ${path}, as Velero writes a backup` } : null),
  records: (input) => readTree(input, velero),
};
