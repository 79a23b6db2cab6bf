/**
 * nirs/kubectl-gather: one file an object below `CLUSTER/cluster/` and `CLUSTER/namespaces/`, the core group without a folder, and `gather.log`
 * beside the clusters, which says how many of each kind there were. Source: pkg/gather of that project.
 */
import { parseTime } from '../../kube/time.ts';
import { addTime } from '../tree/tree-notes.ts';
import { type PathRule, pathParser, type TreePath } from '../tree/tree-path.ts';
import type { TreeNote, TreeTool } from '../tree/tree-tool.ts';

const PATHS: readonly PathRule[] = [
  [
    /(?:^|\/)namespaces\/([^/]+)\/pods\/([^/]+)\/([^/]+)\/(current|previous)\.log$/,
    (namespace = '', pod = '', container = '', run) => ({ holds: 'log', namespace, pod, container, previous: run === 'previous' }),
  ],
  [/(?:^|\/)cluster\/(?:([^/]+)\/)?([^/]+)\/[^/]+\.yaml$/, (group, resource) => object(group, resource, false)],
  [/(?:^|\/)namespaces\/[^/]+\/(?:([^/]+)\/)?([^/]+)\/[^/]+\.yaml$/, (group, resource) => object(group, resource, true)],
  [/(?:^|\/)gather\.log$/, () => ({ holds: 'note', note: 'log' })],
];

/** The folder above `cluster/` and `namespaces/`. */
const CLUSTER = /(?:^|\/)([^/]+)\/(?:cluster|namespaces|addons)\//;

const LISTED = /^(\S+)\t\S+\tgather\.(\S+)\tListed (\d+) "(?:([^"/]+)\/)?([^"/]+)" in /;
const ALL_NAMESPACES = /\tGathering from all namespaces$/m;

export const kubectlGather: TreeTool = {
  format: 'kubectl-gather',
  name: 'kubectl-gather',
  parse: pathParser(PATHS),
  clusterOf: (path) => CLUSTER.exec(path)?.[1] ?? null,
  collectsAll: false,
  notes: { log: readLog },
};

/** Where namespaces were chosen, what was listed of them is not all. Its times are when it ran. */
function readLog({ text, said, cluster }: Parameters<TreeNote>[0]): string | null {
  const lines = text.split('\n');
  for (const line of [lines[0], lines.at(-2)]) addTime(said, parseTime(line?.split('\t', 1)[0] ?? ''));
  said.tool ??= 'kubectl-gather';
  if (!ALL_NAMESPACES.test(text)) return null;
  for (const line of lines) {
    const [, , of, count, group = '', resource = ''] = LISTED.exec(line) ?? [];
    if (of === cluster && count !== undefined) said.coverage.counted({ group, resource }, Number(count));
  }
  return null;
}

function object(group = '', resource = '', namespaced = false): TreePath {
  return { holds: 'object', group, resource, namespaced };
}
