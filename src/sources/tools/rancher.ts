/**
 * Rancher's support-bundle-kit: a list of each resource below `yamls/`, none where there is nothing, and logs. What it writes is damaged: `null` and
 * `""` became the text "null", and a text that ends in a quote gained `null`. Source: rancher/support-bundle-kit, pkg/manager/collectors/common.go.
 */
import { parseTime } from '../../kube/time.ts';
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import { isJsonObject, stringField } from '../../records/json-fields.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { parseYaml } from '../objects/parse-yaml.ts';
import { addTime } from '../tree/tree-notes.ts';
import { type PathRule, pathParser, type TreePath } from '../tree/tree-path.ts';
import type { TreeNote, TreeTool } from '../tree/tree-tool.ts';

const PATHS: readonly PathRule[] = [
  [/(?:^|\/)yamls\/cluster\/(?:([^/]+)\/)?v\d[^/]*\/([^/]+)\.yaml$/, (group, resource) => list(group, resource, null)],
  [
    /(?:^|\/)yamls\/namespaced\/([^/]+)\/(?:([^/]+)\/)?v\d[^/]*\/([^/]+)\.yaml$/,
    (namespace, group, resource) => list(group, resource, namespace ?? ''),
  ],
  [
    /(?:^|\/)logs\/([^/]+)\/([^/]+)\/([^/]+)\.log(\.1)?$/,
    (namespace = '', pod = '', container = '', before = '') => ({ holds: 'log', namespace, pod, container, previous: before !== '' }),
  ],
  [/(?:^|\/)metadata\.yaml$/, () => ({ holds: 'note', note: 'metadata' })],
  [/(?:^|\/)bundleGenerationError\.log$/, () => ({ holds: 'note', note: 'errors' })],
];

export const rancher: TreeTool = {
  format: 'rancher',
  name: 'the support bundle',
  parse: pathParser(PATHS),
  collectsAll: false,
  mend: (object) => mended(object, '') as JsonObject,
  notes: { metadata: readMetadata, errors: readErrors },
};

function list(group = '', resource = '', namespace: string | null = null): TreePath {
  return { holds: 'list', group, resource, namespace };
}

function readMetadata({ text, said }: Parameters<TreeNote>[0]): string | null {
  const parsed = parseYaml(text, DEFAULT_INPUT_LIMITS);
  if ('fault' in parsed) return parsed.fault.message;
  const field = (name: string): string | undefined => stringField(parsed.value, name.toLowerCase()) ?? stringField(parsed.value, name);
  const version = field('kubernetesVersion');
  if (version !== undefined) said.serverVersion ??= { gitVersion: version };
  said.tool ??= `support-bundle-kit${field('bundleVersion') === undefined ? '' : ` ${field('bundleVersion')}`}`;
  addTime(said, parseTime(field('bundleCreatedAt') ?? ''));
  return null;
}

/** What cannot be listed is no failure of the capture. */
const NO_FAILURE = /the server does not allow this method|^\s*$/;

function readErrors({ text, said }: Parameters<TreeNote>[0]): string | null {
  said.complaints.push(...text.split('\n').filter((line) => !NO_FAILURE.test(line)));
  return null;
}

/** Maps of texts that may be empty. */
const TEXTS: ReadonlySet<string> = new Set(['labels', 'annotations', 'matchLabels', 'nodeSelector', 'selector', 'data', 'parameters']);

/**
 * What "null" was cannot be told. In a list of texts and in a map of them it was an empty text, as in the API group of core; elsewhere it was
 * null or empty, and to leave the field out is the same. `key`: of the value.
 */
function mended(value: JsonValue, key: string): JsonValue | undefined {
  if (typeof value === 'string') return value.endsWith('"null') ? value.slice(0, -'null'.length) : value;
  if (Array.isArray(value)) return value.map((item) => (item === 'null' ? '' : (mended(item, key) ?? null)));
  if (!isJsonObject(value)) return value;
  const entries = Object.entries(value).flatMap(([name, inner]): [string, JsonValue][] => {
    const own = name.endsWith('"null') ? name.slice(0, -'null'.length) : name;
    if (inner === 'null') return TEXTS.has(key) ? [[own, '']] : [];
    return [[own, mended(inner, name) ?? null]];
  });
  return Object.fromEntries(entries);
}
