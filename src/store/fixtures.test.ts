/** The demo captures through the Reader, against the numbers of their truth files, which a script of its own counted from the JSON lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { kindName } from '../kube/kind.ts';
import { ReferenceFlag } from '../relations/rule.ts';
import { importCached } from './cache.ts';
import { openSnapshot } from './open-snapshot.ts';
import { packageRoot } from './package-root.ts';
import type { Edge, ObjectRow, Reader } from './reader.ts';
import { temporaryFolder } from './testing/import-records.ts';

const BUNDLES = ['demo', 'demo-partial', 'demo-broken-off', 'demo-later'] as const;

/** `{refs: 3, ok: 2, missing: 1}`; what else a truth file says there is left out. */
type Counts = Readonly<Record<string, number>>;
interface Truth {
  readonly [section: string]: { readonly [fact: string]: unknown };
}

interface Fixture {
  readonly reader: Reader;
  readonly truth: Truth;
  readonly all: readonly ObjectRow[];
  readonly pointers: readonly (Edge & { readonly source: ObjectRow })[];
}

async function open(name: string): Promise<Fixture> {
  const folder = join(packageRoot(), 'fixtures');
  const { snapshots } = await importCached({
    location: join(folder, `${name}.tar.gz`),
    cacheFolder: temporaryFolder(),
    signal: new AbortController().signal,
  });
  const reader = openSnapshot(snapshots[0]?.path ?? '');
  const truth = JSON.parse(readFileSync(join(folder, `${name}.truth.json`), 'utf8')) as Truth;
  const all = (await reader.list({ filter: { presence: ['PRESENT'] } })).rows;
  const byId = new Map(all.map((row) => [row.id, row]));
  const edges = await reader.edges({ parents: all.map(({ id }) => id), direction: 'forward', flawed: true });
  const pointers = edges.flatMap((edge) => {
    const source = byId.get(edge.parent);
    return source === undefined ? [] : [{ ...edge, source }];
  });
  return { reader, truth, all, pointers };
}

/** Written pointers of a relation, counted by status, in the words of the truth files: a key that is missing is in a target that is there. */
function count({ pointers }: Fixture, relation: string, of: (edge: Fixture['pointers'][number]) => boolean = () => true): Counts {
  const counts: Record<string, number> = {};
  for (const edge of pointers) {
    const { reference } = edge;
    if (
      reference.relation !== relation ||
      (reference.flags & ReferenceFlag.defaulted) !== 0 ||
      reference.status === 'EXTERNAL' ||
      !of(edge)
    )
      continue;
    const status = reference.status === 'KEY_MISSING' ? 'ok' : reference.status.toLowerCase();
    counts[status] = (counts[status] ?? 0) + 1;
  }
  return counts;
}

function counts(facts: unknown): Counts {
  const words = Object.entries((facts ?? {}) as Record<string, unknown>).filter(
    ([word, value]) => /^[a-z_]+$/.test(word) && !['refs', 'pairs', 'controller'].includes(word) && typeof value === 'number',
  );
  return Object.fromEntries(words) as Counts;
}

const isPod = ({ source }: { readonly source: ObjectRow }): boolean => source.kind === 'Pod';

test.each(BUNDLES)('%s', async (name) => {
  const fixture = await open(name);
  const { truth, all, reader, pointers } = fixture;
  const kinds: Record<string, number> = {};
  for (const row of all)
    kinds[`${row.group === '' ? 'core' : row.group}/${row.kind}`] =
      (kinds[`${row.group === '' ? 'core' : row.group}/${row.kind}`] ?? 0) + 1;
  expect(kinds).toEqual(truth['objects']?.['byKind']);
  expect(reader.info.objects).toBe(truth['objects']?.['distinct']);

  expect(count(fixture, 'owner')).toEqual(counts(truth['ownerReferences']));
  for (const [relation, kind] of [
    ['pod-config-map', 'ConfigMap'],
    ['pod-secret', 'Secret'],
    ['pod-persistent-volume-claim', 'PersistentVolumeClaim'],
  ] as const) {
    expect(count(fixture, relation, isPod), `Pod → ${kind}`).toEqual(counts(truth['podReferences']?.[kind]));
    expect(
      count(fixture, relation, (edge) => !isPod(edge)),
      `template → ${kind}`,
    ).toEqual(counts(truth['templateReferences']?.[kind]));
  }
  expect(count(fixture, 'pod-node')).toEqual(counts(truth['pods']?.['node']));
  expect(count(fixture, 'event-object')).toEqual(counts(truth['events']?.['object']));
  expect(count(fixture, 'endpoint-slice-service')).toEqual(counts(truth['endpointSlices']?.['service']));
  expect(count(fixture, 'endpoint-slice-target')).toEqual(counts(truth['endpointSlices']?.['targetRefPod']));
  expect(count(fixture, 'endpoint-slice-node')).toEqual(counts(truth['endpointSlices']?.['nodeName']));
  expect(count(fixture, 'binding-role')).toEqual(counts(truth['rbac']?.['role']));
  expect(count(fixture, 'binding-subject')).toEqual(counts(truth['rbac']?.['serviceAccountSubjects']));
  expect(count(fixture, 'claim-volume')).toEqual(counts(truth['storage']?.['pvcToPv']));
  expect(count(fixture, 'volume-claim')).toEqual(counts(truth['storage']?.['pvToClaim']));

  const selected = (relation: string) => pointers.filter(({ reference }) => reference.relation === relation).length;
  expect(selected('service-pod')).toBe(truth['services']?.['servicePodPairsBySelector']);
  expect(selected('pod-disruption-budget-pod')).toBe(truth['podDisruptionBudgets']?.['pairs']);
  expect(selected('network-policy-pod')).toBe(truth['networkPolicies']?.['pairs']);

  const pods = all.filter(({ kind, group }) => kind === 'Pod' && group === '');
  const phases: Record<string, number> = {};
  for (const { phase } of pods) phases[phase ?? ''] = (phases[phase ?? ''] ?? 0) + 1;
  expect(phases).toEqual(truth['pods']?.['byPhase']);
  expect(pods.filter(({ ready }) => ready === true)).toHaveLength(Number(truth['pods']?.['ready']));
  const terminating = await reader.list({ filter: { terminating: true } });
  expect(terminating.rows).toHaveLength(((truth['deletion']?.['terminating'] ?? []) as unknown[]).length);
});

test('the truth files are read: their numbers are not all absent', async () => {
  const fixture = await open('demo');
  expect(counts(fixture.truth['ownerReferences'])).toMatchObject({ ok: 100, cross_namespace: 1, uid_mismatch: 1 });
  expect(count(fixture, 'pod-config-map', isPod)).toEqual({ ok: 64, optional_missing: 1 });
});

test('what could not be listed is NOT_CAPTURED, never MISSING, and its kind says why', async () => {
  const { reader, pointers } = await open('demo-partial');
  const nodes = pointers.filter(({ object }) => kindName(object) === 'Node');
  expect(new Set(nodes.map(({ object }) => object.presence))).toEqual(new Set(['NOT_CAPTURED']));
  const { complete, gaps } = await reader.completeness({ kinds: [{ group: '', kind: 'Node' }], namespace: null });
  expect(complete).toBe(false);
  expect(gaps).toMatchObject([{ kind: 'Node', outcome: 'denied', httpStatus: 403 }]);
  const [node] = nodes;
  const pods = await reader.edges({ parents: [node?.object.id ?? 0], direction: 'reverse', relations: ['pod-node'] });
  expect(pods.length).toBeGreaterThan(0);
  expect(await reader.outcome({ group: '', kind: 'ConfigMap' }, 'shop')).toBe('ok');
  expect(await reader.outcome({ group: '', kind: 'ConfigMap' }, 'payments')).toBe('denied');
});

test('a capture that was broken off proves no absence', async () => {
  const { reader, pointers } = await open('demo-broken-off');
  expect(reader.info.finished).toBe(false);
  expect(pointers.filter(({ reference }) => /MISSING/.test(reference.status) && reference.status !== 'KEY_MISSING')).toEqual([]);
});

test('a cut archive yields its 445 whole objects and says that it is cut', async () => {
  const { snapshots } = await importCached({
    location: join(packageRoot(), 'fixtures', 'demo-truncated.tar.gz'),
    cacheFolder: temporaryFolder(),
    signal: new AbortController().signal,
  });
  expect(snapshots[0]?.info).toMatchObject({ objects: 445, finished: false });
  expect(snapshots[0]?.problems).toBeGreaterThan(0);
});
