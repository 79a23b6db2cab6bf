/** The resolving in SQL against a plain one in memory, over generated captures: the same status for every pointer. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kindName } from '../../../kube/kind.ts';
import type { JsonObject, SnapshotRecord } from '../../../records/record.ts';
import type { Extractor } from '../../../relations/extractor.ts';
import { type ReferenceDraft, ReferenceFlag } from '../../../relations/rule.ts';
import type { ReferenceStatus } from '../../reader.ts';
import { importRecords, object, outcome } from '../../testing/import-records.ts';

const KINDS = [
  { apiVersion: 'v1', group: '', kind: 'ConfigMap', plural: 'configmaps', namespaced: true },
  { apiVersion: 'v1', group: '', kind: 'Node', plural: 'nodes', namespaced: false },
  { apiVersion: 'apps/v1', group: 'apps', kind: 'Deployment', plural: 'deployments', namespaced: true },
  { apiVersion: 'example.com/v1', group: 'example.com', kind: 'Widget', plural: 'widgets', namespaced: true },
] as const;
const UNKNOWN = {
  apiVersion: 'nowhere.example.com/v1',
  group: 'nowhere.example.com',
  kind: 'Ghost',
  plural: 'ghosts',
  namespaced: true,
} as const;
type TestKind = (typeof KINDS)[number] | typeof UNKNOWN;

interface Thing {
  readonly kind: (typeof KINDS)[number];
  readonly namespace: string | null;
  readonly name: string;
  readonly uid: string;
  readonly pointers: readonly Pointer[];
}
interface Pointer {
  readonly kind: TestKind;
  readonly name: string;
  readonly uid: string;
  readonly owner: boolean;
  readonly optional: boolean;
}
interface Capture {
  readonly things: readonly Thing[];
  readonly outcomes: Readonly<Record<string, { readonly all: 'ok' | 'denied' | null; readonly inA: 'ok' | 'denied' | null }>>;
  readonly discovery: boolean;
}

const name = fc.constantFrom('x', 'y', 'z');
const pointer = fc.record({
  kind: fc.constantFrom<TestKind>(...KINDS, UNKNOWN),
  name,
  uid: fc.constantFrom('', 'u0', 'u1', 'u2', 'u3', 'u4', 'u5', 'none'),
  owner: fc.boolean(),
  optional: fc.boolean(),
});
const thing = fc
  .record({ kind: fc.constantFrom(...KINDS), namespace: fc.constantFrom('a', 'b'), name, pointers: fc.array(pointer, { maxLength: 4 }) })
  .map((made) => ({ ...made, namespace: made.kind.namespaced ? made.namespace : null }));
const word = fc.constantFrom('ok' as const, 'denied' as const, null);
const capture: fc.Arbitrary<Capture> = fc
  .record({
    things: fc.uniqueArray(thing, {
      minLength: 1,
      maxLength: 8,
      selector: ({ kind, namespace, name: own }) => `${kindName(kind)} ${namespace} ${own}`,
    }),
    outcomes: fc.record({
      ConfigMap: fc.record({ all: word, inA: word }),
      Node: fc.record({ all: word, inA: fc.constant(null) }),
      Deployment: fc.record({ all: word, inA: word }),
      Widget: fc.record({ all: word, inA: word }),
    }),
    discovery: fc.boolean(),
  })
  .map((made) => ({ ...made, things: made.things.map((one, index) => ({ ...one, uid: `u${index}` })) }));

/** Pointers as the test made them: what matters here is only what becomes of them. */
const extractor: Extractor = {
  extract: ({ object: source, namespace }) => ({
    references: ((source['pointers'] ?? []) as unknown as Pointer[]).map((one, index): ReferenceDraft => {
      return {
        relation: 'points',
        path: one.owner ? 'metadata.ownerReferences[].name' : 'pointers[].name',
        indexes: [index],
        group: one.kind.group,
        kind: one.kind.kind,
        namespace,
        name: one.name,
        flags: one.optional ? ReferenceFlag.optional : 0,
        written: { ...one },
        ...(one.uid === '' ? {} : { uid: one.uid }),
      };
    }),
    selectors: [],
  }),
  relations: [{ relation: 'points', selects: false }],
  hash: 'test',
  recipe: null,
};

function recordsOf({ things, outcomes, discovery }: Capture): SnapshotRecord[] {
  const objects = things.map(({ kind, namespace, name: own, uid, pointers }) =>
    object(kind.apiVersion, kind.kind, namespace === null ? own : `${namespace}/${own}`, {
      metadata: { uid },
      pointers: pointers as unknown as JsonObject[],
    }),
  );
  const rows = KINDS.flatMap(({ apiVersion, plural, kind, namespaced }) => {
    const { all, inA } = outcomes[kind] ?? { all: null, inA: null };
    const served = { namespaced, ...(discovery ? { served: true } : {}) };
    return [
      ...(all === null && !discovery ? [] : [outcome(apiVersion, plural, kind, all ?? 'cancelled', served)]),
      ...(inA === null ? [] : [outcome(apiVersion, plural, kind, inA, { ...served, namespace: 'a' })]),
    ];
  });
  return [...objects, ...rows];
}

/** A name alone, of a kind that lies in namespaces, in an object that does not: it names nothing. */
function isPlaceless(made: Capture, source: Thing, { kind, uid, owner }: Pointer): boolean {
  return !owner && uid === '' && !source.kind.namespaced && kind.namespaced && isScopeKnown(made, kind);
}

/** The contract, read once more and written down as plainly as can be. */
function expectedStatus(made: Capture, source: Thing, pointer: Pointer): ReferenceStatus {
  const { kind, name: named, uid } = pointer;
  const namespace = kind.namespaced ? source.namespace : null;
  const target = made.things.find((one) => one.kind.kind === kind.kind && one.namespace === namespace && one.name === named);
  const holder = uid === '' ? undefined : made.things.find((one) => one.uid === uid);
  const flaw = holder !== undefined && holder === target ? null : expectedFlaw({ made, source, pointer, namespace, target, holder });
  return flaw ?? (target === undefined ? expectedAbsence(made, pointer, namespace) : 'OK');
}

function expectedFlaw(options: {
  made: Capture;
  source: Thing;
  pointer: Pointer;
  namespace: string | null;
  target: Thing | undefined;
  holder: Thing | undefined;
}): ReferenceStatus | null {
  const { made, source, pointer, namespace, target, holder } = options;
  const isKnown = pointer.kind !== UNKNOWN;
  const ownerIsNamespaced = holder === undefined ? pointer.kind.namespaced && isScopeKnown(made, pointer.kind) : holder.namespace !== null;
  if (pointer.owner && !source.kind.namespaced && ownerIsNamespaced) return 'NAMESPACED_OWNER_OF_CLUSTER_SCOPED';
  if (holder !== undefined && holder.kind.kind !== pointer.kind.kind) return 'KIND_MISMATCH';
  if (holder !== undefined) return holder.namespace === namespace ? 'NAME_MISMATCH' : 'CROSS_NAMESPACE';
  if (target !== undefined) return pointer.uid === '' ? null : 'UID_MISMATCH';
  return !isKnown && made.discovery ? 'KIND_UNKNOWN' : null;
}

/** Built-in kinds are known; of others an object or an outcome must tell. */
function isScopeKnown({ things, outcomes, discovery }: Capture, kind: TestKind): boolean {
  if (kind.kind !== 'Widget') return kind !== UNKNOWN;
  const { all, inA } = outcomes['Widget'] ?? { all: null, inA: null };
  return discovery || all !== null || inA !== null || things.some((one) => one.kind.kind === 'Widget');
}

function expectedAbsence({ outcomes }: Capture, { kind, optional }: Pointer, namespace: string | null): ReferenceStatus {
  const { all, inA } = outcomes[kind.kind] ?? { all: null, inA: null };
  const deciding = (namespace === 'a' ? inA : null) ?? all;
  if (deciding !== 'ok') return 'NOT_CAPTURED';
  return optional ? 'OPTIONAL_MISSING' : 'MISSING';
}

test('every pointer gets the status that the contract says', async () => {
  await fc.assert(
    fc.asyncProperty(capture, async (made) => {
      const reader = await importRecords(recordsOf(made), { extractor });
      for (const source of made.things) {
        const [row] = await reader.find([
          { group: source.kind.group, kind: source.kind.kind, namespace: source.namespace, name: source.name },
        ]);
        const edges = await reader.edges({ parents: [row?.id ?? 0], direction: 'forward', flawed: true });
        expect(edges.map(({ reference }) => reference.status)).toEqual(
          source.pointers.filter((one) => !isPlaceless(made, source, one)).map((one) => expectedStatus(made, source, one)),
        );
        for (const { object: target, reference } of edges) {
          const back = await reader.edges({ parents: [target.id], direction: 'reverse', flawed: true });
          expect(back.filter(({ reference: { path, source: from } }) => path === reference.path && from === reference.source)).toHaveLength(
            1,
          );
        }
      }
    }),
    { numRuns: 150 },
  );
});
