/** One moment of one cluster as other tools captured it: object for object what our own capture gives, less what each truth file lists. */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtInKind } from '../../src/kube/built-in-kinds.ts';
import { toCanonicalForm } from '../../src/kube/canonical-form.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { type Asked, askFixture } from './ask.ts';
import { type Pointer, pointersOf } from './pointers.ts';
import { FIXTURES, readTruth, type Truth, truthAt } from './truth-file.ts';
import { without } from './without.ts';

interface Captured {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string | null;
  readonly name: string;
  readonly uid: string | null;
  readonly json: unknown;
}

let frozen: Asked;
beforeAll(async () => {
  frozen = await askFixture({ location: join(FIXTURES, 'frozen/demo-frozen.tar.gz') });
});
afterAll(() => frozen.close());

describe.each([
  { file: 'support-bundle.tar.gz', complete: false, proves: true },
  { file: 'inspect.tar.gz', complete: false, proves: true },
  // It does not say what it listed: nothing is missing for certain.
  { file: 'crust-gather.tar.gz', complete: false, proves: false },
  { file: 'crust-gather-own.tar.gz', complete: false, proves: false },
  { file: 'cluster-info-dump.tar.gz', complete: false, proves: true },
  { file: 'kubectl-gather.tar.gz', complete: false, proves: true },
  { file: 'kubectl-get-all.yaml.gz', complete: true, proves: true },
  { file: 'kubectl-get-all.json.gz', complete: true, proves: true },
])('$file', ({ file, complete, proves }) => {
  const truth = readTruth(`frozen/${file}`);
  const missingKinds = (truthAt(truth, 'missingKinds') as string[]).map(splitKind);
  let other: Asked;

  beforeAll(async () => {
    other = await askFixture({ location: join(FIXTURES, 'frozen', file), complete });
  });
  afterAll(() => other.close());

  test('the same objects, each once', async () => {
    const extra = Object.keys(truthAt(truth, 'kindsNotInFrozen') as object);
    const expected = (await captured(frozen)).filter(
      ({ group, kind }) => !missingKinds.some((key) => key.group === group && key.kind === kind),
    );
    const found = (await captured(other)).filter((object) => !extra.includes(kindText(object)));
    expect(found.map(identity)).toEqual(expected.map(identity));
    const differences = differencesOf(truth);
    for (const [index, object] of found.entries()) {
      const paths = differences.get(kindText(object)) ?? [];
      expect(without(inCore(object.json), paths)).toEqual(without(expected[index]?.json, paths));
    }
  });

  test('what the tool never collects is not captured, never missing', async () => {
    for (const { group, kind } of missingKinds) {
      const name = group === '' ? kind : `${kind}.${group}`;
      const query =
        'query ($kinds: [String!]) { objects(kinds: $kinds, presence: [PRESENT, MISSING, NOT_CAPTURED, DELETED]) { items { presence } completeness { complete } } }';
      const asked = other.ask<{ objects: { items: { presence: string }[]; completeness: { complete: boolean } } }>(query, {
        kinds: [name],
      });
      if (builtInKind({ group, kind }) === undefined && !(await isKnown(asked))) continue;
      const { objects } = await asked;
      expect(objects.items.filter(({ presence }) => presence !== 'NOT_CAPTURED')).toEqual([]);
      expect(objects.completeness.complete).toBe(false);
    }
  });

  test('the same pointers with the same statuses, where the capture could prove them', async () => {
    const isMissing = ({ group, kind }: { group: string; kind: string }): boolean =>
      missingKinds.some((key) => key.group === group && key.kind === kind);
    const statuses = (pointers: readonly Pointer[]): Record<string, string> =>
      Object.fromEntries(pointers.map((pointer) => [pointerText(pointer), pointer.status]));
    const expected = (await pointersOf(frozen))
      // A template that nobody captured is not known to be selected.
      .filter(({ source, relation, target }) => !isMissing(source) && !(relation === 'service-workload' && isMissing(target)))
      .map((pointer) =>
        isMissing(pointer.target) || (!proves && /MISSING$/.test(pointer.status) && pointer.status !== 'KEY_MISSING')
          ? { ...pointer, status: 'NOT_CAPTURED' }
          : pointer,
      );
    const found = (await pointersOf(other)).filter(({ source }) => source.kind !== 'ComponentStatus');
    expect(statuses(found)).toEqual(statuses(expected));
  });
});

/** Of a custom kind whose definition was not captured either, nothing at all is known. */
async function isKnown(asked: Promise<unknown>): Promise<boolean> {
  try {
    await asked;
    return true;
  } catch (error) {
    if (/There is no kind/.test(String(error))) return false;
    throw error;
  }
}

/** An Event that came in the form of its other group, in that of the core group. */
function inCore(json: unknown): unknown {
  const object = json as JsonObject;
  if (object['apiVersion'] !== 'events.k8s.io/v1') return json;
  const { object: event } = toCanonicalForm(object);
  // The core group writes these where they are empty, the other leaves them out.
  return { reportingInstance: '', reportingComponent: '', ...event };
}

async function captured(asked: Asked): Promise<readonly Captured[]> {
  const { objects } = await asked.ask<{ objects: { items: Captured[] } }>('{ objects { items { group kind namespace name uid json } } }');
  return [...objects.items].sort((a, b) => (identity(a) < identity(b) ? -1 : 1));
}

function identity({ group, kind, namespace, name, uid }: Captured): string {
  return [group, kind, namespace, name, uid].join(' ');
}

function kindText({ group, kind }: { readonly group: string; readonly kind: string }): string {
  return `${group === '' ? 'core' : group}/${kind}`;
}

function splitKind(text: string): { group: string; kind: string } {
  const [group = '', kind = ''] = text.split('/');
  return { group: group === 'core' ? '' : group, kind };
}

function pointerText({ source, relation, path, target }: Pointer): string {
  return [kindText(source), source.namespace, source.name, relation, path, kindText(target), target.namespace, target.name].join(' ');
}

/** `spec.a.[].b absent` and `… changed` of the truth file as paths to leave out of the comparison, by kind. */
function differencesOf(truth: Truth): ReadonlyMap<string, readonly string[]> {
  const differences = truthAt(truth, 'comparison.differences') as Record<string, Record<string, number>>;
  const paths = Object.entries(differences).map(
    ([kind, found]) => [kind, Object.keys(found).map((text) => text.replace(/ \w+$/, ''))] as const,
  );
  return new Map([...paths, ['core/Secret', ['data', 'metadata.managedFields', 'metadata.annotations']]]);
}
