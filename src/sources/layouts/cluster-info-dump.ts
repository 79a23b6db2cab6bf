import type { Layout } from '../layout.ts';
import { clusterInfoDump } from '../tools/cluster-info-dump.ts';
import { readTree } from '../tree/read-tree.ts';

/** No other tool writes this name with a dash. */
const DUMP = /^(?:[^/]+\/){1,6}?replication-controllers\.(?:json|yaml)$/;

export const clusterInfoDumpLayout: Layout = {
  format: clusterInfoDump.format,
  recognise: ({ path }) => (DUMP.test(path) ? { root: '', reason: `it holds ${path}, as kubectl cluster-info dump writes it` } : null),
  records: (input) => readTree(input, clusterInfoDump),
};
