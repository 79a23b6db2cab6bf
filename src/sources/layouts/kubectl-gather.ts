import type { Layout } from '../layout.ts';
import { kubectlGather } from '../tools/kubectl-gather.ts';
import { readTree } from '../tree/read-tree.ts';

/** Its log, and objects in a folder named for their resource, in the plural, whose group has no version. */
const GATHERED =
  /^(?:[^/]+\/){0,5}?(?:cluster\/(?:namespaces|nodes|persistentvolumes)\/[^/]+\.yaml|namespaces\/[^/]+\/(?:pods|configmaps|services|serviceaccounts)\/[^/]+\.yaml)$/;

export const kubectlGatherLayout: Layout = {
  format: kubectlGather.format,
  recognise: ({ path }) => (GATHERED.test(path) ? { root: '', reason: `it holds ${path}, as kubectl-gather writes it` } : null),
  records: (input) => readTree(input, kubectlGather),
};
