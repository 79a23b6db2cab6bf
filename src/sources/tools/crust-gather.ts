/**
 * crust-gather: one file an object below `cluster/` and `namespaces/`, in folders named for its apiVersion (with `-` for `/`) and its kind in
 * lower case. It does not say what it listed. Source: src/gather of crust-gather/crust-gather.
 */
import { builtInKinds } from '../../kube/built-in-kinds.ts';
import { pluralOf } from '../../kube/plural.ts';
import { parseGoTime } from '../tree/go-time.ts';
import { addTime, discoveryNote, serverVersionNote } from '../tree/tree-notes.ts';
import { type PathRule, pathParser, type TreePath } from '../tree/tree-path.ts';
import type { TreeTool } from '../tree/tree-tool.ts';

const PATHS: readonly PathRule[] = [
  [
    /(?:^|\/)namespaces\/([^/]+)\/v1\/pod\/([^/]+)\/([^/]+)\/(current|previous)\.log$/,
    (namespace = '', pod = '', container = '', run) => ({ holds: 'log', namespace, pod, container, previous: run === 'previous' }),
  ],
  [/(?:^|\/)cluster\/([^/]+)\/([^/]+)\/[^/]+\.yaml$/, (version, kind) => object(version, kind, false)],
  [/(?:^|\/)namespaces\/[^/]+\/([^/]+)\/([^/]+)\/[^/]+\.yaml$/, (version, kind) => object(version, kind, true)],
  [/(?:^|\/)apis?\.json$/, () => ({ holds: 'note', note: 'discovery' })],
  [/(?:^|\/)version\.yaml$/, () => ({ holds: 'note', note: 'version' })],
  [/(?:^|\/)collected\.timestamp$/, () => ({ holds: 'note', note: 'timestamp' })],
];

export const crustGather: TreeTool = {
  format: 'crust-gather',
  name: 'crust-gather',
  parse: pathParser(PATHS),
  collectsAll: true,
  trailingNul: true,
  notes: {
    discovery: discoveryNote,
    version: serverVersionNote,
    timestamp: ({ text, said }) => {
      addTime(said, parseGoTime(text.trim().replace(/^"|"$/g, '')));
      return null;
    },
  },
};

/** `rbac.authorization.k8s.io-v1`: the version is behind the last dash; `v1` alone is of the core group. */
function object(apiVersion = '', kind = '', namespaced = false): TreePath {
  const dash = apiVersion.lastIndexOf('-');
  const group = dash < 0 ? '' : apiVersion.slice(0, dash);
  const builtIn = builtInKinds.find((known) => known.group === group && known.kind.toLowerCase() === kind);
  return { holds: 'object', group, resource: builtIn?.plural ?? pluralOf(kind), namespaced };
}
