/** One frozen moment of a cluster, captured by several tools: every object must come out the same, whoever captured it. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import type { SnapshotRecord } from '../records/record.ts';
import { countByKind, ofType, parsed, readAll } from './testing/tar.ts';

const FROZEN = join(import.meta.dirname, '../../fixtures/frozen');

interface Truth {
  documents: number;
  byKind: Record<string, number>;
  missingKinds: string[];
  logs: { files: number; previous: number; empty: number; pods: Record<string, number> };
  comparison: { documentsCompared: number; identical: number; objectsThatDifferBeyondManagedFields: Record<string, number> };
}

const truthOf = (file: string): Truth => JSON.parse(readFileSync(join(FROZEN, `${file}.truth.json`), 'utf8')) as Truth;

type Parsed = ReturnType<typeof parsed>;

function byUid(records: readonly SnapshotRecord[]): Map<string, Parsed> {
  const objects = ofType(records, 'object').map((record) => parsed(record));
  return new Map(objects.map((object) => [`${object.apiVersion.split('/')[0]}/${object.kind}/${object.metadata.uid}`, object]));
}

/** How many equal the frozen capture's, and of which kinds are those that do not. */
async function compared(
  records: readonly SnapshotRecord[],
  normalise: (object: Parsed) => unknown,
): Promise<{ compared: number; equal: number; differing: Record<string, number> }> {
  const frozen = byUid((await readAll(join(FROZEN, 'demo-frozen.tar.gz'))).records);
  const pairs = [...byUid(records)].flatMap(([uid, object]) => {
    const other = frozen.get(uid);
    return other === undefined ? [] : [{ object, isEqual: isDeepStrictEqual(normalise(object), normalise(other)) }];
  });
  const differing = pairs.filter(({ isEqual }) => !isEqual).map(({ object }) => `${object.apiVersion.split('/')[0]}/${object.kind}`);
  return {
    compared: pairs.length,
    equal: pairs.length - differing.length,
    differing: Object.fromEntries([...new Set(differing)].map((kind) => [kind, differing.filter((other) => other === kind).length])),
  };
}

test('support-bundle.tar.gz gives what demo-frozen gives, less what its truth file lists', async () => {
  const truth = truthOf('support-bundle.tar.gz');
  const { records, format } = await readAll(join(FROZEN, 'support-bundle.tar.gz'));
  expect(format).toBe('troubleshoot');
  expect(ofType(records, 'object')).toHaveLength(truth.documents);
  expect(countByKind(records)).toEqual(truth.byKind);
  const { comparison } = truth;
  expect(await compared(records, (object) => object)).toEqual({
    compared: comparison.documentsCompared,
    equal: comparison.identical,
    differing: comparison.objectsThatDifferBeyondManagedFields,
  });
});

test('support-bundle.tar.gz: each log once, and why others are not there', async () => {
  const { logs } = truthOf('support-bundle.tar.gz');
  const { records } = await readAll(join(FROZEN, 'support-bundle.tar.gz'));
  const parts = ofType(records, 'log').filter(({ part }) => part > 0);
  expect(parts).toHaveLength(logs.files);
  expect(parts.filter(({ previous }) => previous)).toHaveLength(logs.previous);
  expect(parts.filter(({ chunk }) => chunk.length === 0)).toHaveLength(logs.empty);
  const perPod = new Map<string, number>();
  for (const { namespace, pod } of parts) perPod.set(`${namespace}/${pod}`, (perPod.get(`${namespace}/${pod}`) ?? 0) + 1);
  expect(Object.fromEntries(perPod)).toEqual(logs.pods);
  const untold = ofType(records, 'log').filter(({ part }) => part === 0);
  expect(untold.map(({ container, outcome }) => [container, outcome]).sort()).toEqual([
    ['api', 'not_started'],
    ['checkout', 'not_started'],
    ['checkout', 'not_started'],
    ['orders-sync', 'not_started'],
    ['resizer', 'not_started'],
    ['search', 'failed'],
    ['search', 'failed'],
  ]);
});

test('support-bundle.tar.gz: what the tool never collects proves nothing, what it lists in every namespace does', async () => {
  const truth = truthOf('support-bundle.tar.gz');
  const { records } = await readAll(join(FROZEN, 'support-bundle.tar.gz'));
  const outcomes = ofType(records, 'resource');
  const outcomeOf = (name: string): string[] => [
    ...new Set(outcomes.filter(({ group, kind }) => `${group || 'core'}/${kind}` === name).map(({ outcome }) => outcome)),
  ];
  for (const kind of truth.missingKinds) expect([kind, outcomeOf(kind)]).toEqual([kind, ['excluded']]);
  for (const kind of Object.keys(truth.byKind)) expect([kind, outcomeOf(kind)]).toEqual([kind, ['ok']]);
  expect(outcomes).toContainEqual(expect.objectContaining({ group: 'metrics.k8s.io', resource: '*', outcome: 'unavailable' }));
  expect(outcomes.find(({ resource }) => resource === 'pods')).toMatchObject({
    namespace: null,
    items: 46,
    served: true,
    shortNames: ['po'],
  });
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ tool: 'troubleshoot v0.133.0', serverVersion: { gitVersion: 'v1.37.2' } });
  expect(ofType(records, 'document').map(({ name }) => name)).toEqual(
    expect.arrayContaining(['secrets/data/postgres-auth/password.json', 'configmaps/shop/cart-config.json', 'analysis.json']),
  );
});

test.each(['kubectl-get-all.yaml.gz', 'kubectl-get-all.json.gz'])(
  '%s gives what demo-frozen gives, less what its truth file lists',
  async (file) => {
    const truth = truthOf(file);
    const { records, format } = await readAll(join(FROZEN, file), { complete: true });
    expect(format).toBe('objects');
    expect(ofType(records, 'object')).toHaveLength(truth.documents);
    expect(countByKind(records)).toEqual(truth.byKind);
    const { comparison } = truth;
    expect(await compared(records, comparable)).toEqual({
      compared: comparison.documentsCompared,
      equal: comparison.documentsCompared - 1,
      differing: comparison.objectsThatDifferBeyondManagedFields,
    });
    const outcomes = ofType(records, 'resource');
    expect(outcomes.map(({ group, kind, items }) => [`${group || 'core'}/${kind}`, items])).toEqual(
      expect.arrayContaining(Object.entries(truth.byKind)),
    );
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['ok']));
    expect(records.at(-1)).toMatchObject({ type: 'end', finished: true, complete: true });
  },
);

test('rancher-support-bundle.zip: what the tool did to values is undone, but for what cannot be told apart', async () => {
  const truth = truthOf('rancher-support-bundle.zip');
  const { records, format } = await readAll(join(FROZEN, 'rancher-support-bundle.zip'));
  expect(format).toBe('rancher');
  expect(ofType(records, 'object')).toHaveLength(truth.documents);
  expect(countByKind(records)).toEqual(truth.byKind);
  // null, empty and left out are the same to Kubernetes.
  const { differing } = await compared(records, (object) => filled(withoutManagedFields(object)));
  expect(differing).toEqual({ 'apiextensions.k8s.io/CustomResourceDefinition': 1 });
  const parts = ofType(records, 'log').filter(({ part }) => part > 0);
  expect(parts).toHaveLength(truth.logs.files - truth.logs.empty);
  expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ tool: 'support-bundle-kit 0.1.0', serverVersion: { gitVersion: 'v1.37.2' } });
});

test('rancher-support-bundle-stale-group.zip: no object, the logs, and what the tool says of it', async () => {
  const { records, format } = await readAll(join(FROZEN, 'rancher-support-bundle-stale-group.zip'));
  expect(format).toBe('rancher');
  expect(ofType(records, 'object')).toEqual([]);
  expect(ofType(records, 'log').length).toBeGreaterThan(20);
  expect(ofType(records, 'problem').map(({ message }) => message)).toContainEqual(
    expect.stringContaining('Unable to fetch cluster resources: unable to retrieve'),
  );
});

function withoutManagedFields(object: Parsed): unknown {
  const { managedFields: _managedFields, resourceVersion, ...metadata } = object.metadata as Record<string, unknown>;
  return { ...object, metadata: { ...metadata, resourceVersion } };
}

/** Without what is null or empty, and without an empty object or list in its place. */
function filled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => filled(item) ?? '');
  if (typeof value !== 'object' || value === null) return value === null || value === '' ? undefined : value;
  const entries = Object.entries(value).flatMap(([key, inner]) => {
    const found = filled(inner);
    return found === undefined || (Array.isArray(found) && found.length === 0) ? [] : [[key, found] as const];
  });
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

test('a stream of objects proves no absence unless the user says so', async () => {
  const { records } = await readAll(join(FROZEN, 'kubectl-get-all.yaml.gz'));
  expect(new Set(ofType(records, 'resource').map(({ outcome }) => outcome))).toEqual(new Set(['partial']));
  expect(records.at(-1)).toMatchObject({ type: 'end', finished: true, complete: false });
});

/** kubectl leaves managedFields out, and prints in clear what the frozen capture redacted. */
function comparable(object: Parsed): unknown {
  const { managedFields: _managedFields, annotations, ...metadata } = object.metadata as Record<string, unknown>;
  if (object.kind !== 'Secret') return { ...object, metadata: { ...metadata, annotations } };
  return { ...object, metadata: { ...metadata, annotations: Object.keys(annotations ?? {}) }, data: Object.keys(object['data'] ?? {}) };
}
