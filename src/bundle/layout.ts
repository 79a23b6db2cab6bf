/** The bundle's paths: what a path holds, and the path of what is written. The one place that knows them (docs/bundle.md). */

export interface ResourceKey {
  /** '' for the core group. */
  readonly group: string;
  readonly version: string;
  /** Plural. */
  readonly resource: string;
}

export interface LogPart {
  readonly namespace: string;
  readonly pod: string;
  readonly container: string;
  readonly previous: boolean;
  readonly part: number;
}

export type BundlePath =
  | { readonly holds: 'snapshot' | 'discovery' | 'manifest' | 'changes' | 'document' }
  | { readonly holds: 'objects'; readonly resource: ResourceKey }
  | { readonly holds: 'log'; readonly log: LogPart };

/** The newest format that is read and the one that is written. */
export const FORMAT_VERSION: string = '1.0';

const FIXED: ReadonlyMap<string, BundlePath> = new Map([
  ['snapshot.json', { holds: 'snapshot' }],
  ['discovery.json', { holds: 'discovery' }],
  ['manifest.json', { holds: 'manifest' }],
]);
const OBJECTS = /^objects\/([^/]+)\/([^/]+)\/([^/]+)\/\d+\.ndjson$/;
const LOG = /^logs\/([^/]+)\/([^/]+)\/([^/]+?)(\.previous)?\.(\d{1,9})\.log$/;
const CHANGES = /^changes\/\d+\.ndjson$/;

/** What the entry at a path below the root holds. Unknown entries are documents. */
export function parsePath(path: string): BundlePath {
  const [, group, version, resource] = OBJECTS.exec(path) ?? [];
  if (group !== undefined && version !== undefined && resource !== undefined) {
    return {
      holds: 'objects',
      resource: { group: group === 'core' ? '' : decoded(group), version: decoded(version), resource: decoded(resource) },
    };
  }
  const [, namespace, pod, container, previous, part] = LOG.exec(path) ?? [];
  if (namespace !== undefined && pod !== undefined && container !== undefined) {
    const names = { namespace: decoded(namespace), pod: decoded(pod), container: decoded(container) };
    return { holds: 'log', log: { ...names, previous: previous !== undefined, part: Number(part) } };
  }
  return FIXED.get(path) ?? { holds: CHANGES.test(path) ? 'changes' : 'document' };
}

export function pagePath({ group, version, resource }: ResourceKey, page: number): string {
  return `objects/${encoded(group || 'core')}/${encoded(version)}/${encoded(resource)}/${number(page)}.ndjson`;
}

export function logPath({ namespace, pod, container, previous, part }: LogPart): string {
  return `logs/${encoded(namespace)}/${encoded(pod)}/${encoded(container)}${previous ? '.previous' : ''}.${number(part)}.log`;
}

export function changesPath(page: number): string {
  return `changes/${number(page)}.ndjson`;
}

/** A node's document, by the path below `/api/v1/nodes/NAME/proxy/` that the manifest names. */
export function nodeDocumentName(node: string, path: string): string {
  return `nodes/${encoded(node)}/${NODE_FILES.get(path) ?? encoded(path.replaceAll('/', '-'))}`;
}

/** The node and the proxied path of such a document; null for any other. */
export function parseNodeDocumentName(name: string): { readonly node: string; readonly path: string } | null {
  const [folder, node, file, more] = name.split('/');
  if (folder !== 'nodes' || node === undefined || file === undefined || more !== undefined) return null;
  const path = [...NODE_FILES].find(([, known]) => known === file)?.[0];
  return { node: decoded(node), path: path ?? decoded(file) };
}

export function mediaTypeOf(path: string): string {
  return MEDIA_TYPES.get(path.slice(path.lastIndexOf('.') + 1)) ?? 'application/octet-stream';
}

export function resourceName(resource: ResourceKey): string {
  return `${resource.group || 'core'}/${resource.version}/${resource.resource}`;
}

const NODE_FILES: ReadonlyMap<string, string> = new Map([
  ['stats/summary', 'stats-summary.json'],
  ['metrics', 'metrics.prom'],
]);

const MEDIA_TYPES: ReadonlyMap<string, string> = new Map([
  ['json', 'application/json'],
  ['ndjson', 'application/x-ndjson'],
  ['yaml', 'application/yaml'],
  ['yml', 'application/yaml'],
  ['prom', 'text/plain'],
  ['log', 'text/plain'],
  ['txt', 'text/plain'],
  ['html', 'text/html'],
]);

function number(value: number): string {
  return String(value).padStart(4, '0');
}

/** Names that Kubernetes takes stand as they are. What only a hostile capture names is percent-encoded: no Kubernetes name holds a `%`. */
function encoded(name: string): string {
  return /^[\w:-][\w.:-]*$/.test(name) ? name : [...Buffer.from(name)].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('');
}

function decoded(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
