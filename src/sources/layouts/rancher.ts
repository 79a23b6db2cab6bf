import type { Layout } from '../layout.ts';
import { rancher } from '../tools/rancher.ts';
import { readTree } from '../tree/read-tree.ts';

const BUNDLE = /^(?:[^/]+\/){0,5}?(?:bundleGenerationError\.log$|yamls\/(?:cluster|namespaced\/[^/]+)\/)/;

export const rancherLayout: Layout = {
  format: rancher.format,
  recognise: ({ path }) => (BUNDLE.test(path) ? { root: '', reason: `it holds ${path}, as Rancher's support-bundle-kit writes it` } : null),
  records: (input) => readTree(input, rancher),
};
