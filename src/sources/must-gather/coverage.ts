/** What a must-gather's files prove: a list its namespace, or the cluster; single objects nothing but themselves. */
import { builtInKinds } from '../../kube/built-in-kinds.ts';
import { arrayField, stringField } from '../../records/json-fields.ts';
import type { CaptureOutcome, ResourceOutcome } from '../../records/record.ts';
import { parseAggregated } from '../cluster/discovery/aggregated.ts';
import type { ApiResource } from '../cluster/discovery/api-resource.ts';

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
}

export interface FileFound {
  readonly group: string;
  readonly resource: string;
  readonly namespaced: boolean;
  /** Of the list or its objects; null where nothing says it. */
  readonly version: string | null;
  readonly kind: string | null;
}

const NOT_COLLECTED = 'the must-gather did not collect it';
const SINGLES = 'single objects: nothing says that they are all';

export class MustGatherCoverage {
  readonly #seen = new Map<string, Seen>();
  readonly #served = new Map<string, ApiResource>();
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

  /** `aggregated-discovery-api.yaml` and `-apis.yaml`. What is of another shape is as good as absent. */
  discovery(document: unknown): void {
    for (const found of parseAggregated({ items: arrayField(document, 'items') })) {
      if (found.list === 'stale') this.#stale.push(found);
      else for (const resource of found.resources) if (resource.verbs.includes('list')) this.#serve(resource);
    }
  }

  outcomes(cut: boolean): ResourceOutcome[] {
    const told = [...this.#seen.values()].flatMap((seen) => this.#rowsOf(seen));
    const untold = [...this.#served].filter(([key]) => !this.#seen.has(key));
    return [
      ...told,
      ...untold.map(([, resource]) =>
        row(served(resource), null, cut ? 'cancelled' : 'excluded', { message: cut ? 'the archive is cut' : NOT_COLLECTED }),
      ),
      ...this.#stale.map(({ group, version }) =>
        row({ group, version, resource: '*', kind: '*' }, null, 'unavailable', { message: 'its discovery was stale' }),
      ),
    ];
  }

  #of({ group, resource, namespaced, version, kind }: FileFound): Seen {
    const key = `${group}/${resource}`;
    const seen = this.#seen.get(key) ?? { group, resource, version: null, kind: null, namespaced, lists: new Map(), singles: 0 };
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
    const { group, resource, lists, singles, namespaced } = seen;
    const known = this.#served.get(`${group}/${resource}`);
    const builtIn = builtInKinds.find((kind) => kind.group === group && kind.plural === resource);
    const kind = seen.kind ?? known?.kind ?? builtIn?.kind;
    const version = seen.version ?? known?.version ?? builtIn?.apiVersions[0]?.split('/').at(-1);
    if (kind === undefined || version === undefined) return [];
    const of = { group, version, resource, kind, namespaced, ...(known === undefined ? {} : { served: true }) };
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
