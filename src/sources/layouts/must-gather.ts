import type { Layout } from '../layout.ts';
import { mustGather } from '../tools/must-gather.ts';
import { readTree } from '../tree/read-tree.ts';

/** Folders that only this tool makes; its `namespaces/` others have too, in another order below. */
const GATHERED =
  /^(?:[^/]+\/){0,5}?(?:cluster-scoped-resources\/[^/]+\/|namespaces\/[^/]+\/(?:core\/[^/]+\.yaml$|pods\/[^/]+\/([^/]+)\/\1\/logs\/))/;

export const mustGatherLayout: Layout = {
  format: mustGather.format,
  recognise: ({ path }) =>
    GATHERED.test(path) ? { root: '', reason: `it holds ${path}, as must-gather and oc adm inspect write it` } : null,
  records: (input) => readTree(input, mustGather),
};
