/** The graph over crafted objects: cycles, depth, kinds, flaws, and chains in either direction. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importObjects } from '../../test/support/imported.ts';
import type { JsonObject } from '../records/record.ts';
import type { ObjectRow, Reader } from '../store/reader.ts';
import { ownerChain } from './owner-chain.ts';
import { descendants, related } from './related.ts';
import { shortestPath } from './shortest-path.ts';
import { walk } from './walk.ts';

interface OwnerText {
  readonly name: string;
  readonly kind?: string;
  readonly uid?: string;
  readonly controller?: boolean;
}

function configMap(name: string, owners: readonly OwnerText[] = []): JsonObject {
  const ownerReferences = owners.map(({ name: owner, kind = 'ConfigMap', uid = `uid-${owner}`, controller = true }) => ({
    apiVersion: 'v1',
    kind,
    name: owner,
    uid,
    controller,
  }));
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'ns', uid: `uid-${name}`, ownerReferences } };
}

function pod(name: string, maps: readonly string[], owners: readonly OwnerText[] = []): JsonObject {
  const { metadata } = configMap(name, owners) as { metadata: JsonObject };
  const volumes = maps.flatMap((map) => [1, 2].map((index) => ({ name: `${map}-${index}`, configMap: { name: map } })));
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { nodeName: 'n1', containers: [{ name: 'main', image: 'app:1' }], volumes } };
}

const objects = [
  configMap('root'),
  configMap('middle', [{ name: 'root' }]),
  configMap('leaf', [{ name: 'middle' }, { name: 'a', controller: false }]),
  configMap('a', [{ name: 'b' }]),
  configMap('b', [{ name: 'c' }]),
  configMap('c', [{ name: 'a' }]),
  configMap('self', [{ name: 'self' }]),
  configMap('wrong', [{ name: 'root', uid: 'another' }]),
  configMap('orphan', [{ name: 'gone' }]),
  configMap('shared'),
  configMap('far'),
  pod('p1', ['shared'], [{ name: 'leaf' }]),
  pod('p2', ['shared', 'far']),
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'lone', namespace: 'ns', uid: 'uid-lone' }, spec: {} },
];
const resources = [
  { group: '', version: 'v1', resource: 'configmaps', kind: 'ConfigMap', namespaced: true },
  { group: '', version: 'v1', resource: 'pods', kind: 'Pod', namespaced: true },
  { group: '', version: 'v1', resource: 'services', kind: 'Service', namespaced: true },
];

let imported: Imported;
let reader: Reader;

beforeAll(async () => {
  imported = await importObjects({ objects, resources });
  reader = imported.reader;
});
afterAll(() => imported.close());

async function row(name: string, kind = 'ConfigMap'): Promise<ObjectRow> {
  const [found] = await reader.find([{ group: '', kind, namespace: 'ns', name }]);
  if (!found) throw new Error(`There is no ${kind} ${name}.`);
  return found;
}

async function chainOf(name: string, kind?: string): Promise<string[]> {
  const { id } = await row(name, kind);
  return ((await ownerChain(reader, [id])).get(id) ?? []).map((object) => object.name);
}

const namesOf = (edges: readonly { readonly object: ObjectRow }[]) => edges.map(({ object }) => object.name).sort();

describe('owner chains', () => {
  test.each([
    ['p1', 'Pod', ['leaf', 'middle', 'root']],
    ['root', 'ConfigMap', []],
    ['a', 'ConfigMap', ['b', 'c']],
    ['c', 'ConfigMap', ['a', 'b']],
    ['self', 'ConfigMap', []],
    ['wrong', 'ConfigMap', []],
    ['orphan', 'ConfigMap', ['gone']],
  ])('of %s', async (name, kind, chain) => {
    expect(await chainOf(name, kind)).toEqual(chain);
  });

  test('of many at once are those of each', async () => {
    const rows = await Promise.all(['leaf', 'a', 'b', 'self'].map((name) => row(name)));
    const chains = await ownerChain(
      reader,
      rows.map(({ id }) => id),
    );
    expect(rows.map(({ id }) => chains.get(id)?.map((object) => object.name))).toEqual([['middle', 'root'], ['b', 'c'], ['c', 'a'], []]);
  });
});

describe('descendants', () => {
  test.each([
    ['root', Number.POSITIVE_INFINITY, ['leaf', 'middle', 'p1']],
    ['root', 1, ['middle']],
    ['root', 2, ['leaf', 'middle']],
    ['a', Number.POSITIVE_INFINITY, ['b', 'c', 'leaf', 'p1']],
    ['self', Number.POSITIVE_INFINITY, []],
  ])('of %s, %d deep', async (name, maxDepth, expected) => {
    const { id } = await row(name);
    expect(namesOf(await descendants(reader, { parents: [id], maxDepth }))).toEqual(expected);
  });

  test('of kinds that lie behind others', async () => {
    const { id } = await row('root');
    const edges = await descendants(reader, { parents: [id], maxDepth: 9, kinds: [{ group: '', kind: 'Pod' }] });
    expect(namesOf(edges)).toEqual(['p1']);
    expect(edges[0]?.references.map(({ relation }) => relation)).toEqual(['owner', 'owner', 'owner']);
  });
});

test('pointers between two objects make one edge', async () => {
  const { id } = await row('p1', 'Pod');
  const edges = await walk(reader, { parents: [id], walk: { hops: [{ relation: 'pod-config-map', direction: 'forward' }] } });
  expect(edges.map(({ object, references }) => [object.name, references.map(({ path }) => path)])).toEqual([
    ['shared', ['spec.volumes[0].configMap.name', 'spec.volumes[1].configMap.name']],
  ]);
});

test('a walk of several hops carries the pointers on the way, and each parent has its own', async () => {
  const parents = [await row('p1', 'Pod'), await row('p2', 'Pod')];
  const hops = [
    { relation: 'pod-config-map', direction: 'forward' },
    { relation: 'pod-config-map', direction: 'reverse' },
  ] as const;
  const edges = await walk(reader, { parents: parents.map(({ id }) => id), walk: { hops } });
  const reached = parents.map(({ id }) => namesOf(edges.filter(({ parent }) => parent === id)));
  expect(reached).toEqual([
    ['p1', 'p2'],
    ['p1', 'p2'],
  ]);
});

test('a closure ends where it began', async () => {
  const { id } = await row('a');
  const closure = { relation: 'owner', direction: 'forward' } as const;
  const kinds = [{ group: '', kind: 'ConfigMap' }];
  expect(namesOf(await walk(reader, { parents: [id], walk: { closure, kinds, controllersOnly: true } }))).toEqual(['b', 'c']);
  expect(namesOf(await walk(reader, { parents: [id], walk: { closure, kinds, controllersOnly: true, topmost: true } }))).toEqual(['c']);
});

test('related goes either way, as far as it is told', async () => {
  const { id } = await row('shared');
  const around = async (maxDepth: number) =>
    namesOf(await related(reader, { parents: [id], directions: ['forward', 'reverse'], maxDepth, relations: ['pod-config-map'] }));
  expect(await around(1)).toEqual(['p1', 'p2']);
  expect(await around(2)).toEqual(['far', 'p1', 'p2']);
  expect(await around(9)).toEqual(['far', 'p1', 'p2']);
});

describe('the shortest path', () => {
  const path = async (from: ObjectRow, to: ObjectRow, maxDepth = 12, relations?: readonly string[]) => {
    const steps = await shortestPath(reader, { from: from.id, to: to.id, maxDepth, ...(relations === undefined ? {} : { relations }) });
    return steps?.map(({ object }) => object.name) ?? null;
  };

  test('leads along and against pointers', async () => {
    expect(await path(await row('root'), await row('far'), 12, ['owner', 'pod-config-map'])).toEqual([
      'middle',
      'leaf',
      'p1',
      'shared',
      'p2',
      'far',
    ]);
    expect(await path(await row('far'), await row('root'), 12, ['owner', 'pod-config-map'])).toEqual([
      'p2',
      'shared',
      'p1',
      'leaf',
      'middle',
      'root',
    ]);
  });

  test('takes the shorter way where there are two', async () => {
    expect(await path(await row('p1', 'Pod'), await row('p2', 'Pod'))).toHaveLength(2);
  });

  test('says every pointer between two objects', async () => {
    const [step] = (await shortestPath(reader, { from: (await row('shared')).id, to: (await row('p1', 'Pod')).id, maxDepth: 1 })) ?? [];
    expect(step?.references.map(({ path: at }) => at)).toEqual(['spec.volumes[0].configMap.name', 'spec.volumes[1].configMap.name']);
  });

  test('is empty from an object to itself, and null where there is none so short', async () => {
    expect(await path(await row('root'), await row('root'))).toEqual([]);
    expect(await path(await row('root'), await row('far'), 5, ['owner', 'pod-config-map'])).toBeNull();
    expect(await path(await row('root'), await row('lone', 'Service'))).toBeNull();
  });
});
