/** What the API server serves, and which of its groups do not answer. */
import PQueue from 'p-queue';
import type { ApiServer } from '../http/api-server.ts';
import { ApiFault, UNAUTHORIZED } from '../http/fault.ts';
import { DISCOVERY_TYPES, isAggregated, parseAggregated } from './aggregated.ts';
import { type ApiResource, groupVersionText } from './api-resource.ts';
import type { GroupAndVersion, GroupVersion } from './group-version.ts';
import { askGroupVersion, groupVersions } from './plain.ts';

export interface Discovery {
  /** Each resource once, in its preferred version, in the server's order; what cannot be listed too. */
  readonly resources: readonly ApiResource[];
  readonly failures: readonly GroupVersion[];
  /** discovery.json of a bundle (docs/bundle.md). */
  readonly document: Readonly<Record<string, unknown>>;
}

/** So many groups are asked at once where each is asked for itself. */
const AT_ONCE = 8;

/** Throws ApiFault where the server does not say which groups it has. */
export async function discover(server: ApiServer): Promise<Discovery> {
  const [api, apis] = [await server.json({ path: '/api' }), await server.json({ path: '/apis' })];
  const known = await askAggregated(server);
  const wanted = groupVersions(api, apis);
  const missing = [...wanted, ...known.stale].filter(
    (one, index, all) => !known.answered.has(groupVersionText(one)) && all.findIndex((other) => isSame(one, other)) === index,
  );
  const isStale = (one: GroupAndVersion): boolean => known.stale.some((other) => isSame(one, other));
  const asked = await inTurn(missing, (one) => askGroupVersion(server, { ...one, isStale: isStale(one) }));
  const all = inOrder(wanted, [...known.answered.values(), ...asked]);
  return {
    resources: preferred(all),
    failures: all.filter(({ failure }) => failure !== undefined),
    document: discoveryDocument({ api, apis, all }),
  };
}

interface Known {
  readonly answered: ReadonlyMap<string, GroupVersion>;
  /** What the server has of these is old, or nothing. */
  readonly stale: readonly GroupAndVersion[];
}

/** Nothing where the server knows no newer form, or has trouble with it: the older one tells the same. */
async function askAggregated(server: ApiServer): Promise<Known> {
  const answered = new Map<string, GroupVersion>();
  const stale: GroupAndVersion[] = [];
  try {
    for (const path of ['/api', '/apis']) {
      const answer = await server.json({ path, accept: DISCOVERY_TYPES, retry: 'connection' });
      if (!isAggregated(answer)) continue;
      for (const one of parseAggregated(answer)) {
        if (one.list === 'stale') stale.push(one);
        else answered.set(groupVersionText(one), one);
      }
    }
  } catch (error) {
    if (!(error instanceof ApiFault) || error.httpStatus === UNAUTHORIZED) throw error;
  }
  return { answered, stale };
}

/** A server may name the versions of a group in one place and not in the other; what it lists as groups comes first, in its order. */
function inOrder(wanted: readonly GroupAndVersion[], all: readonly GroupVersion[]): GroupVersion[] {
  const byName = new Map(all.map((one) => [groupVersionText(one), one]));
  const first = wanted.flatMap((one) => byName.get(groupVersionText(one)) ?? []);
  return [...first, ...all.filter((one) => !first.includes(one))];
}

/** The first version of its group that has a resource is the preferred one; one that can be listed goes before one that cannot. */
function preferred(all: readonly GroupVersion[]): ApiResource[] {
  const chosen = new Map<string, ApiResource>();
  for (const resource of all.flatMap(({ resources }) => resources)) {
    const name = `${resource.group}/${resource.resource}`;
    const before = chosen.get(name);
    if (before === undefined || (!before.verbs.includes('list') && resource.verbs.includes('list'))) chosen.set(name, resource);
  }
  return [...chosen.values()];
}

function discoveryDocument(options: {
  readonly api: unknown;
  readonly apis: unknown;
  readonly all: readonly GroupVersion[];
}): Record<string, unknown> {
  const { api, apis, all } = options;
  return {
    api,
    apis,
    resourceLists: all.flatMap((one) =>
      one.list === null ? [] : [{ kind: 'APIResourceList', apiVersion: 'v1', groupVersion: groupVersionText(one), resources: one.list }],
    ),
    failures: all.flatMap((one) =>
      one.failure === undefined
        ? []
        : [{ groupVersion: groupVersionText(one), httpStatus: one.failure.httpStatus ?? null, message: one.failure.message }],
    ),
  };
}

async function inTurn<Item, Result>(items: readonly Item[], ask: (item: Item) => Promise<Result>): Promise<Result[]> {
  return await new PQueue({ concurrency: AT_ONCE }).addAll(items.map((item) => () => ask(item)));
}

function isSame(one: GroupAndVersion, other: GroupAndVersion): boolean {
  return one.group === other.group && one.version === other.version;
}
