import { readBundle } from '../../bundle/read-bundle.ts';
import { type Layout, type Recognised, rootBefore, type Sample } from '../layout.ts';

/** A page lies so deep below the root: a bundle whose first entries were lost is still known by it. */
const PAGE = /^((?:[^/]+\/){0,5}?)objects\/[^/]+\/[^/]+\/[^/]+\/\d+\.ndjson$/;

export const snapgraphLayout: Layout = {
  format: 'snapgraph',
  recognise: (sample) => bySnapshotFile(sample) ?? byPage(sample),
  records: ({ capture, root, limits }) => readBundle({ name: capture.name, root, limits, entries: capture.entries({ keep: false }) }),
};

function bySnapshotFile({ path, head }: Sample): Recognised | null {
  const root = rootBefore(path, 'snapshot.json');
  return root !== null && Buffer.from(head).includes('"formatVersion"') ? { root, reason: `it holds ${path} with a formatVersion` } : null;
}

function byPage({ path }: Sample): Recognised | null {
  const root = PAGE.exec(path)?.[1];
  return root === undefined ? null : { root, reason: `it holds ${path}` };
}
