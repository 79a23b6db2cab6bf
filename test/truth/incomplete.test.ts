/** Captures that are cut, broken off or were denied much: what came is kept, what did not is never called missing. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Asked, askFixture } from './ask.ts';
import { FIXTURES, readTruth, truthAt } from './truth-file.ts';

interface Gap {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly outcome: string;
  readonly httpStatus: number | null;
}

const COMPLETENESS = 'completeness { complete gaps { group kind namespace outcome httpStatus message } }';

async function presences(asked: Asked): Promise<Record<string, number>> {
  const { objects } = await asked.ask<{ objects: { items: { presence: string }[] } }>(
    '{ objects(presence: [PRESENT, MISSING, NOT_CAPTURED, DELETED, EXTERNAL]) { items { presence } } }',
  );
  const counts: Record<string, number> = {};
  for (const { presence } of objects.items) counts[presence] = (counts[presence] ?? 0) + 1;
  return counts;
}

describe('demo-truncated', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askFixture({ location: join(FIXTURES, 'demo-truncated.tar.gz') });
  });
  afterAll(() => asked.close());

  test('its 445 whole objects are there, and it says that it is cut', async () => {
    const { objects, snapshots } = await asked.ask<{
      objects: { totalCount: number };
      snapshots: { finished: boolean; problems: { code: string; message: string }[] }[];
    }>('{ objects { totalCount } snapshots { finished problems { code message } } }');
    expect(objects.totalCount).toBe(445);
    expect(snapshots[0]?.finished).toBe(false);
    expect(snapshots[0]?.problems.map(({ message }) => message).join('\n')).toMatch(/cut|ends early/);
  });

  test('nothing is called missing', async () => {
    expect((await presences(asked))['MISSING']).toBeUndefined();
  });
});

describe('demo-broken-off', () => {
  let asked: Asked;
  beforeAll(async () => {
    asked = await askFixture({ location: join(FIXTURES, 'demo-broken-off.tar.gz') });
  });
  afterAll(() => asked.close());

  test('nothing is called missing, and every list is partial or was never begun', async () => {
    expect((await presences(asked))['MISSING']).toBeUndefined();
    const { pods, secrets } = await asked.ask<
      Record<'pods' | 'secrets', { totalCount: number; completeness: { complete: boolean; gaps: Gap[] } }>
    >(`{ pods { totalCount ${COMPLETENESS} } secrets { totalCount ${COMPLETENESS} } }`);
    expect(pods).toMatchObject({ totalCount: 46, completeness: { complete: false, gaps: [{ kind: 'Pod', outcome: 'PARTIAL' }] } });
    expect(secrets).toMatchObject({ totalCount: 0, completeness: { complete: false, gaps: [{ kind: 'Secret', outcome: 'CANCELLED' }] } });
  });
});

describe('demo-partial', () => {
  const truth = readTruth('demo-partial');
  let asked: Asked;
  beforeAll(async () => {
    asked = await askFixture({ location: join(FIXTURES, 'demo-partial.tar.gz') });
  });
  afterAll(() => asked.close());

  test('each list that was not ok is a gap, with its outcome, and no other is', async () => {
    const { snapshots } = await asked.ask<{ snapshots: { completeness: { gaps: Gap[] } }[] }>(`{ snapshots { ${COMPLETENESS} } }`);
    const told = truthAt(truth, 'notOkOutcomes') as { group: string; resource: string; namespace: string | null; outcome: string }[];
    // Events are excluded under their second group only; denied rows of ConfigMaps come with one for each namespace.
    const expected = told.filter(({ group }) => group !== 'events.k8s.io');
    const outcomes = (rows: readonly { group: string; namespace: string | null; outcome: string }[]): string[] =>
      rows.map(({ group, namespace, outcome }) => `${group} ${namespace} ${outcome.toLowerCase()}`).sort();
    expect(outcomes(snapshots[0]?.completeness.gaps ?? [])).toEqual(outcomes(expected));
  });

  test('what was denied is not captured, and reached from what names it', async () => {
    const { pod, node, secrets } = await asked.ask<{
      pod: { node: { name: string; presence: string }; secrets: { items: { name: string; presence: string }[] } };
      node: { presence: string; pods: { items: { name: string }[] } };
      secrets: { items: unknown[]; completeness: { complete: boolean; gaps: Gap[] } };
    }>(
      `{ pod(namespace: "data", name: "postgres-0") { node { name presence } secrets { items { name presence } } }
         node(name: "worker-b1") { presence pods { items { name } } }
         secrets { items { name } ${COMPLETENESS} } }`,
    );
    expect(pod.node.presence).toBe('NOT_CAPTURED');
    expect(pod.secrets.items).toContainEqual({ name: 'postgres-auth', presence: 'NOT_CAPTURED' });
    expect(node.presence).toBe('NOT_CAPTURED');
    expect(node.pods.items.length).toBeGreaterThan(0);
    expect(secrets.items).toEqual([]);
    expect(secrets.completeness.complete).toBe(false);
    expect(secrets.completeness.gaps).toContainEqual(
      expect.objectContaining({ kind: 'Secret', namespace: null, outcome: 'DENIED', httpStatus: 403 }),
    );
  });
});
