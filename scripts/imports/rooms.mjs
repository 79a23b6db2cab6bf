/**
 * The rooms, top to bottom: a room imports only rooms above it. DESIGN's list, as data.
 * A room is the folder under src/, or cli/, test/, bench/, scripts/ themselves.
 */

/** What flows from left to right. */
const flow = [
  'records',
  'redaction',
  'bundle',
  'sources',
  'schemas',
  'relations',
  'health',
  'store',
  'graph',
  'diagnosis',
  'api',
  'server',
  'cli',
];

/**
 * What may be imported from a room: nothing of it, its types, or all.
 * @typedef {'types' | 'all'} Access
 * @typedef {Readonly<Record<string, Access>>} Permissions by the name of the room that is imported
 */

/** @param {readonly string[]} rooms @returns {Permissions} */
const all = (rooms) => Object.fromEntries(rooms.map((room) => [room, 'all']));

/** What each room may import of the others; every room may import from itself. A folder that is not here is a room nobody agreed on. */
/** @type {Readonly<Record<string, Permissions>>} */
export const permissions = {
  // The vocabulary, without I/O: it knows the shapes of the records and nothing else.
  kube: { records: 'types' },
  ...Object.fromEntries(flow.map((room, index) => [room, all(['kube', ...flow.slice(0, index)])])),
  test: all(['kube', ...flow, 'scripts']),
  bench: all(['kube', ...flow]),
  scripts: {},
};

/**
 * The room of a file.
 * @param {string} path from the clone's folder, with slashes: `src/store/reader.ts`
 */
export function roomOf(path) {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}
