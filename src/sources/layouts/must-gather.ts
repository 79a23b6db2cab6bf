import type { Layout } from '../layout.ts';
import { readMustGather } from '../must-gather/read-must-gather.ts';

/** Folders that only this tool makes; its `namespaces/` others have too, in another order below. */
const GATHERED =
  /^(?:[^/]+\/){0,5}?(?:cluster-scoped-resources\/[^/]+\/|namespaces\/[^/]+\/(?:core\/[^/]+\.yaml$|pods\/[^/]+\/([^/]+)\/\1\/logs\/))/;

export const mustGatherLayout: Layout = {
  format: 'must-gather',
  recognise: ({ path }) =>
    GATHERED.test(path) ? { root: '', reason: `it holds ${path}, as must-gather and oc adm inspect write it` } : null,
  records: readMustGather,
};
