import type { Layout } from '../layout.ts';
import { crustGather } from '../tools/crust-gather.ts';
import { readTree } from '../tree/read-tree.ts';

/** Folders named for an apiVersion, and below it for a kind in the singular. */
const GATHERED = /^(?:[^/]+\/){0,5}?(?:cluster|namespaces\/[^/]+)\/(?:[a-z0-9.-]+-)?v\d+(?:(?:alpha|beta)\d+)?\/[a-z0-9]+\/[^/]+\.yaml$/;

export const crustGatherLayout: Layout = {
  format: crustGather.format,
  recognise: ({ path }) => (GATHERED.test(path) ? { root: '', reason: `it holds ${path}, as crust-gather writes it` } : null),
  records: (input) => readTree(input, crustGather),
};
