/** What the files of a tree prove: a list its namespace, or the cluster; single objects nothing but themselves, unless the tool says that they are all. */
import { type BuiltInKind, builtInKinds } from '../../kube/built-in-kinds.ts';
import { arrayField, stringField } from '../../records/json-fields.ts';
import type { CaptureOutcome, ResourceOutcome } from '../../records/record.ts';
import { parseAggregated } from '../cluster/discovery/aggregated.ts';
import type { ApiResource } from '../cluster/discovery/api-resource.ts';
import { type Definition, parseDefinition } from '../troubleshoot/definitions.ts';

interface Seen {
  readonly group: string;
  readonly resource: string;
  /** As the objects or lists of it say. */
  version: string | null;
  kind: string | null;
  namespaced: boolean;
  /** By namespace, '' for the cluster: how many objects, and whether all of them could be read. */
  readonly lists: Map<string, { items: number; whole: boolean }>;
  singles: number;
  /** How many the tool says there were, in the whole cluster; null where it does not. */
  counted: number | null;
}

export interface FileFound {
  readonly group: string;
  readonly resource: string;
  readonly namespaced: boolean;
  /** Of the list or its objects; null where nothing says it. */
  readonly version: string | null;
  readonly kind: string | null;
}

const SINGLES = 'single objects: nothing says that they are all';

export class TreeCoverage {
  readonly #seen = new Map<string, Seen>();
  readonly #served = new Map<string, ApiResource>();
  readonly #definitions = new Map<string, Definition>();
  readonly #stale: { readonly group: string; readonly version: string }[] = [];

  /** A list that was read; namespace null: of the cluster. */
  list(file: FileFound & { readonly namespace: string | null; readonly items: number; readonly whole: boolean }): void {
    const { namespace, items, whole } = file;
    const { lists } = this.#of(file);
    const before = lists.get(namespace ?? '');
    // Several images gather the same: one whole list is enough.
    lists.set(namespace ?? '', { items: Math.max(items, before?.items ?? 0), whole: whole || before?.whole === true });
  }

  singles(file: FileFound, count: number): void {
    this.#of(file).singles += count;
  }

  /** The tool listed so many of all namespaces; again: so many more. */
  counted(of: { readonly group: string; readonly resource: string }, items: number): void {
    const seen = this.#of({ ...of, namespaced: this.#isNamespaced(of), version: null, kind: null });
    seen.counted = (seen.counted ?? 0) + items;
  }

  /** A CustomResourceDefinition that came: what its resources are called. */
  define(object: unknown): void {
    const definition = parseDefinition(object);
    if (definition !== null) this.#definitions.set(`${definition.group}/${definition.plural}`, definition);
  }

  /** `aggregated-discovery-api.yaml` and `-apis.yaml`. What is of another shape is as good as absent. */
  discovery(document: unknown): void {
    for (const found of parseAggregated({ items: arrayField(document, 'items') })) {
      if (found.list === 'stale') this.#stale.push(found);
      else for (const resource of found.resources) if (resource.verbs.includes('list')) this.#serve(resource);
    }
  }

  /** `name`: of the tool. `collectsAll`: see TreeTool. */
  outcomes({ cut, name, collectsAll }: { readonly cut: boolean; readonly name: string; readonly collectsAll: boolean }): ResourceOutcome[] {
    const told = [...this.#seen.values()].flatMap((seen) => this.#rowsOf(seen));
    const untold = [...this.#served].filter(([key]) => !this.#seen.has(key));
    const [outcome, message] = untoldAs({ cut, name, collectsAll });
    return [
      ...told,
      ...untold.map(([, resource]) => row(served(resource), null, outcome, { message })),
      ...this.#stale.map(({ group, version }) =>
        row({ group, version, resource: '*', kind: '*' }, null, 'unavailable', { message: 'its discovery was stale' }),
      ),
    ];
  }

  #isNamespaced({ group, resource }: { readonly group: string; readonly resource: string }): boolean {
    const key = `${group}/${resource}`;
    const known = this.#seen.get(key) ?? this.#served.get(key) ?? this.#definitions.get(key) ?? builtInOf(group, resource);
    return known?.namespaced ?? true;
  }

  #of({ group, resource, namespaced, version, kind }: FileFound): Seen {
    const key = `${group}/${resource}`;
    const seen = this.#seen.get(key) ?? {
      group,
      resource,
      version: null,
      kind: null,
      namespaced,
      lists: new Map(),
      singles: 0,
      counted: null,
    };
    seen.version ??= version;
    seen.kind ??= kind;
    this.#seen.set(key, seen);
    return seen;
  }

  /** The first version that discovery names is the preferred one. */
  #serve(resource: ApiResource): void {
    const key = `${resource.group}/${resource.resource}`;
    if (!this.#served.has(key)) this.#served.set(key, resource);
  }

  #rowsOf(seen: Seen): ResourceOutcome[] {
    const { lists, singles, namespaced, counted } = seen;
    const of = this.#nameOf(seen);
    if (of === null) return [];
    if (counted !== null) {
      const isAll = counted === singles;
      return [
        row(of, null, isAll ? 'ok' : 'partial', { items: singles, ...(isAll ? {} : { message: `${singles} of ${counted} objects` }) }),
      ];
    }
    const whole = lists.get('');
    if (!namespaced) {
      if (whole !== undefined)
        return [
          row(of, null, whole.whole ? 'ok' : 'partial', {
            items: whole.items,
            ...(whole.whole ? {} : { message: 'some of it could not be read' }),
          }),
        ];
      return [row(of, null, 'partial', { items: singles, message: SINGLES })];
    }
    const named = [...lists].map(([namespace, { items, whole: isWhole }]) =>
      row(of, namespace, isWhole ? 'ok' : 'partial', { items, ...(isWhole ? {} : { message: 'some of it could not be read' }) }),
    );
    const message = lists.size === 0 ? SINGLES : `only in ${lists.size} ${lists.size === 1 ? 'namespace' : 'namespaces'}`;
    return [row(of, null, 'partial', { message }), ...named];
  }

  /** As its objects, discovery, a definition or Kubernetes name it; null where nothing does. */
  #nameOf(seen: Seen): Of | null {
    const { group, resource, namespaced } = seen;
    const key = `${group}/${resource}`;
    const known = this.#served.get(key);
    const definition = this.#definitions.get(key);
    const builtIn = builtInOf(group, resource);
    const kind = seen.kind ?? known?.kind ?? definition?.kind ?? builtIn?.kind;
    const version = seen.version ?? known?.version ?? definition?.versions[0] ?? builtIn?.apiVersions[0]?.split('/').at(-1);
    if (kind === undefined || version === undefined) return null;
    return { group, version, resource, kind, namespaced, ...(known === undefined ? {} : { served: true }) };
  }
}

function untoldAs(options: { readonly cut: boolean; readonly name: string; readonly collectsAll: boolean }): [CaptureOutcome, string] {
  const { cut, name, collectsAll } = options;
  if (cut) return ['cancelled', 'the archive is cut'];
  return collectsAll ? ['partial', `no object of it, and ${name} does not say what it listed`] : ['excluded', `${name} did not collect it`];
}

function builtInOf(group: string, resource: string): BuiltInKind | undefined {
  return builtInKinds.find((kind) => kind.group === group && kind.plural === resource);
}

type Of = Pick<ResourceOutcome, 'group' | 'version' | 'resource' | 'kind' | 'namespaced' | 'singular' | 'shortNames' | 'served'>;

function row(of: Of, namespace: string | null, outcome: CaptureOutcome, more: Pick<ResourceOutcome, 'items' | 'message'>): ResourceOutcome {
  return { type: 'resource', snapshot: 0, ...of, namespace, outcome, ...more };
}

/** As discovery names it. */
function served({ group, version, resource, kind, namespaced, singular, shortNames }: ApiResource): Of {
  return { group, version, resource, kind, namespaced, singular, shortNames, served: true };
}

/** `PodList` holds `Pod`s; of a plain `List` only the items know. */
export function kindOfList(kind: string | undefined): string | null {
  return kind === undefined || kind === 'List' || !kind.endsWith('List') ? null : kind.slice(0, -'List'.length);
}

export function versionOf(apiVersion: string | undefined): string | null {
  return stringField({ apiVersion }, 'apiVersion')?.split('/').at(-1) || null;
}
