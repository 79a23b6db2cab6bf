import type { Layout } from '../layout.ts';
import { sonobuoy } from '../tools/sonobuoy.ts';
import { readTree } from '../tree/read-tree.ts';

const RESULT = /^(?:[^/]+\/){0,5}?resources\/(?:cluster|ns\/[^/]+)\/[^/_]+_v\d[^/_]*_[a-z]+\.json$/;

export const sonobuoyLayout: Layout = {
  format: sonobuoy.format,
  recognise: ({ path }) => (RESULT.test(path) ? { root: '', reason: `it holds ${path}, as sonobuoy writes it` } : null),
  records: (input) => readTree(input, sonobuoy),
};
