import { COLLECTED_KINDS, type CollectedKind } from './collected-kinds.ts';

/** What an entry of a support bundle holds, by its path below the root. */
export type TroubleshootPath =
  | { readonly holds: 'objects'; readonly kind: CollectedKind; readonly namespace: string | null }
  | { readonly holds: 'errors'; readonly kind: CollectedKind }
  /** `key` is the same for the JSON and the YAML copy. */
  | {
      readonly holds: 'customResources';
      readonly definition: string;
      readonly namespace: string | null;
      readonly key: string;
      readonly isYaml: boolean;
    }
  | { readonly holds: 'customResourceErrors' }
  | { readonly holds: 'log'; readonly namespace: string; readonly pod: string; readonly container: string; readonly previous: boolean }
  | { readonly holds: 'logError'; readonly namespace: string; readonly pod: string; readonly container: string }
  /** A log whose pod and container are one word. */
  | { readonly holds: 'joinedLog'; readonly namespace: string; readonly name: string }
  | { readonly holds: 'version' | 'clusterVersion' | 'resources' | 'discoveryErrors' | 'collectorErrors' | 'document' };

type PathRule = readonly [pattern: RegExp, parse: (...groups: string[]) => TroubleshootPath | null];

const KINDS_BY_NAME: ReadonlyMap<string, CollectedKind> = new Map(
  COLLECTED_KINDS.flatMap((kind) => kind.names.map((name) => [`${kind.scope}/${name}`, kind])),
);

/** The first that fits counts. */
const RULES: readonly PathRule[] = [
  [/^version\.yaml$/, () => ({ holds: 'version' })],
  [/^cluster-info\/cluster_version\.json$/, () => ({ holds: 'clusterVersion' })],
  [/^cluster-resources\/resources\.json$/, () => ({ holds: 'resources' })],
  [/^cluster-resources\/groups-resources-errors\.json$/, () => ({ holds: 'discoveryErrors' })],
  [/^(?:skipped-collectors\.json|(?:collector-errors|host-collectors\/errors)\/[^/]+\.json)$/, () => ({ holds: 'collectorErrors' })],
  [/^cluster-resources\/custom-resources\/custom-resources-errors\.json$/, () => ({ holds: 'customResourceErrors' })],
  [
    /^cluster-resources\/custom-resources\/([^/]+)\/([^/]+)\.(json|yaml)$/,
    (definition, namespace, ending) => customResources(definition, namespace, ending),
  ],
  [/^cluster-resources\/custom-resources\/([^/]+)\.(json|yaml)$/, (definition, ending) => customResources(definition, null, ending)],
  [
    /^cluster-resources\/pods\/(?:logs\/([^/]+)|([^/]+)\/logs)\/([^/]+)\/([^/]+)\.log$/,
    (now, once, pod, file) => log(now || once, pod, file),
  ],
  [
    /^cluster-resources\/pods\/(?:logs\/([^/]+)|([^/]+)\/logs)\/([^/]+)\.log$/,
    (now, once, name) => ({ holds: 'joinedLog', namespace: (now || once) ?? '', name: name ?? '' }),
  ],
  [/^cluster-resources\/([^/]+)-errors\.json$/, (name) => errors(name)],
  [/^cluster-resources\/pod-disruption-budgets-info\.json$/, () => errors('pod-disruption-budgets')],
  [/^cluster-resources\/([^/]+)\/([^/]+)\.json$/, (name, namespace) => objects(`namespace/${name}`, namespace ?? null)],
  [/^cluster-resources\/([^/.]+)(?:\.json)?$/, (name) => objects(`cluster/${name}`, null)],
];

export function parsePath(path: string): TroubleshootPath {
  for (const [pattern, parse] of RULES) {
    const match = pattern.exec(path);
    const parsed = match === null ? null : parse(...match.slice(1));
    if (parsed !== null) return parsed;
  }
  return { holds: 'document' };
}

function objects(name: string, namespace: string | null): TroubleshootPath | null {
  const kind = KINDS_BY_NAME.get(name);
  return kind === undefined ? null : { holds: 'objects', kind, namespace };
}

function errors(name = ''): TroubleshootPath | null {
  const kind = KINDS_BY_NAME.get(`namespace/${name}`) ?? KINDS_BY_NAME.get(`cluster/${name}`);
  return kind === undefined ? null : { holds: 'errors', kind };
}

function customResources(definition = '', namespace: string | null = null, ending = ''): TroubleshootPath {
  return { holds: 'customResources', definition, namespace, key: `${definition}/${namespace ?? ''}`, isYaml: ending === 'yaml' };
}

function log(namespace = '', pod = '', file = ''): TroubleshootPath {
  if (file.endsWith('-logs-errors')) return { holds: 'logError', namespace, pod, container: file.slice(0, -'-logs-errors'.length) };
  const previous = file.endsWith('-previous');
  return { holds: 'log', namespace, pod, container: previous ? file.slice(0, -'-previous'.length) : file, previous };
}
