/** Objects damaged at random: no judgement throws, none has another shape, and none is a guess. */
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../records/record.ts';
import { HEALTH_STATUSES } from './health.ts';
import type { HealthFacts, Neighbour } from './input.ts';
import { asking, customAsks, judge } from './judge.ts';
import { kindHealths } from './kinds/all.ts';
import { NOW, patched, type RealObjects, realObjects } from './testing/real-objects.ts';

let real: RealObjects;
beforeAll(async () => {
  real = await realObjects();
});

const RUNS = 10_000;

/** What may stand where something else should. */
const odd: fc.Arbitrary<JsonValue> = fc.oneof(
  fc.constantFrom<JsonValue>(null, true, false, 0, -1, 1e308, 2 ** 53, '', ' ', '__proto__', 'True', 'Unknown', [], {}, [null], [[]], [{}]),
  fc.constantFrom<JsonValue>(
    '0000-00-00T00:00:00Z',
    '9999-12-31T23:59:59Z',
    '-271821-04-20T00:00:00Z',
    '2026-13-45',
    '1e999',
    'x'.repeat(20_000),
  ),
  fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
);

const neighbour: fc.Arbitrary<Neighbour> = fc.record({
  ...{ kind: fc.constantFrom('Pod', 'Job', 'ReplicaSet'), name: fc.string(), status: fc.constantFrom(null, ...HEALTH_STATUSES) },
  ...{ reason: fc.option(fc.string()), message: fc.option(fc.string()), phase: fc.constantFrom(null, 'Failed', 'Running') },
});

const facts: fc.Arbitrary<HealthFacts> = fc.record(
  {
    controller: fc.option(neighbour),
    worst: fc.option(neighbour),
    newest: fc.option(neighbour),
    warnings: fc.array(
      fc.record({ reason: fc.option(fc.string()), message: fc.option(fc.string()), lastAt: fc.option(fc.constantFrom(0, NOW, -1e15)) }),
      { maxLength: 3 },
    ),
    missing: fc.array(fc.record({ kind: fc.string(), name: fc.string(), key: fc.option(fc.string()), path: fc.string() }), {
      maxLength: 2,
    }),
    users: fc.nat(3),
    storageClass: fc.option(fc.record({ name: fc.string(), bindingMode: fc.option(fc.constant('WaitForFirstConsumer')) })),
    endpoints: fc.option(
      fc.record({
        ...{ ready: fc.nat(2), notReady: fc.nat(2), worst: fc.option(neighbour), selected: fc.option(fc.nat(2)) },
        workloads: fc.array(
          fc.tuple(neighbour, fc.option(fc.nat(2))).map(([one, desired]) => ({ ...one, desired })),
          { maxLength: 2 },
        ),
      }),
    ),
  },
  { requiredKeys: [] },
);

const now = fc.constantFrom(Number.NEGATIVE_INFINITY, 0, NOW, 8.64e15);

/** Replaces, or takes away, what stands at a random place. */
function damaged(value: JsonValue, picks: readonly number[], put: JsonValue | undefined): JsonValue {
  const [pick, ...rest] = picks;
  if (pick === undefined || typeof value !== 'object' || value === null) return put ?? null;
  const keys = Object.keys(value);
  const key = keys[pick % Math.max(1, keys.length)];
  if (key === undefined) return put ?? null;
  const child = (value as Record<string, JsonValue>)[key] as JsonValue;
  const isLast = rest.length === 0 || typeof child !== 'object' || child === null;
  if (isLast && put === undefined) return Object.fromEntries(Object.entries(value).filter(([one]) => one !== key));
  const changed = isLast ? (put as JsonValue) : damaged(child, rest, put);
  return Array.isArray(value)
    ? value.map((one, index) => (String(index) === key ? changed : (one as JsonValue)))
    : { ...value, [key]: changed };
}

test('no damage makes a judgement fail, or anything but a judgement', () => {
  const places = fc.array(fc.array(fc.nat(), { minLength: 1, maxLength: 7 }), { minLength: 1, maxLength: 4 });
  const oneOf = fc.nat();
  fc.assert(
    fc.property(oneOf, places, fc.option(odd, { nil: undefined }), facts, now, (index, picks, put, known, at) => {
      const { key, object } = real.all[index % real.all.length] ?? real.find('Pod');
      const broken = picks.reduce<JsonValue>((value, one) => damaged(value, one, put), object);
      if (typeof broken !== 'object' || broken === null || Array.isArray(broken)) return;
      const judged = judge({ key, object: broken, now: at, facts: known });
      if (judged === null) return;
      expect(HEALTH_STATUSES).toContain(judged.status);
      expect(judged.message?.length ?? 0).toBeLessThanOrEqual(1000);
      expect(judged.reason?.length ?? 0).toBeLessThanOrEqual(100);
      expect(judged.until === null || Number.isFinite(judged.until)).toBe(true);
      if (judged.status !== 'HEALTHY') expect(judged.message).toBeTruthy();
    }),
    { numRuns: RUNS },
  );
});

/** Kinds that are well, or wait, by what is not in their status. */
const SPEAK_WITHOUT_STATUS = new Set(['CronJob', 'CertificateSigningRequest']);

test('without a status nothing is called well or ill', () => {
  const gone: JsonObject = { metadata: { deletionTimestamp: null, finalizers: null }, status: null };
  const said = new Set<string>();
  for (const { key, object } of real.all) {
    if (SPEAK_WITHOUT_STATUS.has(key.kind) || (key.kind === 'Service' && (object['spec'] as JsonObject)['type'] === 'ExternalName'))
      continue;
    const judged = judge({ key, object: patched(object, gone) as JsonObject, now: NOW, facts: {} });
    said.add(judged?.status ?? '-');
    if (judged !== null) expect([key.kind, judged.status]).toEqual([key.kind, 'UNKNOWN']);
  }
  expect([...said].toSorted()).toEqual(['-', 'UNKNOWN']);
});

test('what a kind is asked with comes after what it controls', () => {
  const order = asking.map(({ kind }) => kind.kind);
  const before = (one: string, other: string): boolean => order.indexOf(one) < order.indexOf(other);
  expect(before('Pod', 'ReplicaSet') && before('ReplicaSet', 'Deployment') && before('Pod', 'Job') && before('Job', 'CronJob')).toBe(true);
  expect(before('Pod', 'Service') && before('Deployment', 'Service') && before('Service', 'Ingress')).toBe(true);
  expect(customAsks).toEqual(['worst']);
  expect(new Set(kindHealths.map(({ kind }) => `${kind.kind}.${kind.group}`)).size).toBe(kindHealths.length);
});
