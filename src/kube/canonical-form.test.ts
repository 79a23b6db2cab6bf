import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import type { JsonObject, JsonValue } from '../records/record.ts';
import { builtInKinds } from './built-in-kinds.ts';
import { toCanonicalForm } from './canonical-form.ts';
import { canonicalKind } from './canonical-kind.ts';
import { conversions } from './conversions/conversions.ts';
import { kindName } from './kind.ts';

interface ConversionExample {
  readonly name: string;
  readonly from: JsonObject;
  readonly to: JsonObject;
}

const conversionExamples = ['networking', 'workloads', 'cluster'].flatMap(
  (file) => load(readFileSync(new URL(`./conversions/examples/${file}.yaml`, import.meta.url), 'utf8')) as ConversionExample[],
);

test.each(conversionExamples)('$name', ({ from, to }) => {
  const { object, status } = toCanonicalForm(frozen(from));
  expect(status).toBe('converted');
  expect(object).toEqual(to);
});

test('every conversion has an example', () => {
  const exemplified = new Set(conversionExamples.map(({ from }) => `${String(from['apiVersion'])}/${String(from['kind'])}`));
  for (const { from } of conversions)
    expect(
      from.filter((name) => exemplified.has(name)),
      `one of ${from}`,
    ).not.toEqual([]);
});

test('every conversion leads to the newest version of a built-in kind', () => {
  for (const name of conversions.flatMap(({ from }) => from)) {
    const [group = '', version = '', kind = ''] = name.split('/');
    const { object, key, status } = toCanonicalForm({ apiVersion: `${group}/${version}`, kind });
    expect(status, name).toBe('converted');
    const builtIn = builtInKinds.find((candidate) => kindName(candidate) === kindName(key));
    expect(object['apiVersion']).toBe(builtIn?.apiVersions[0]);
    expect(object['kind']).toBe(builtIn?.kind);
    expect(canonicalKind(group, kind)).toEqual(key);
  }
});

test('a canonical object is given back as it is', () => {
  for (const { apiVersions, group, kind } of builtInKinds) {
    for (const apiVersion of apiVersions) {
      const object = { apiVersion, kind };
      const form = toCanonicalForm(object);
      expect(form).toEqual({ object, key: { group, kind }, status: 'canonical' });
      expect(form.object).toBe(object);
    }
  }
});

test.each([
  ['a custom kind', 'example.com/v1', 'Shop', { group: 'example.com', kind: 'Shop' }, 'canonical'],
  [
    'a custom kind called as a built-in one',
    'config.openshift.io/v1',
    'Ingress',
    { group: 'config.openshift.io', kind: 'Ingress' },
    'canonical',
  ],
  ['a version of the future', 'apps/v7', 'Deployment', { group: 'apps', kind: 'Deployment' }, 'unknown_version'],
  [
    'a claim of classic resource allocation',
    'resource.k8s.io/v1alpha2',
    'ResourceClaim',
    { group: 'resource.k8s.io', kind: 'ResourceClaim' },
    'unknown_version',
  ],
  ['a version with slashes', 'apps/v1/x', 'Deployment', { group: 'apps', kind: 'Deployment' }, 'unknown_version'],
  ['a name of Object.prototype', 'v1', 'constructor', { group: '', kind: 'constructor' }, 'canonical'],
])('%s', (_, apiVersion, kind, key, status) => {
  const object = { apiVersion, kind, spec: {} };
  expect(toCanonicalForm(object)).toEqual({ object, key, status });
});

test('what has no kind is left alone', () => {
  for (const object of [{}, { kind: 5, apiVersion: ['v1'] }] as JsonObject[]) {
    expect(toCanonicalForm(object)).toEqual({ object, key: { group: '', kind: '' }, status: 'canonical' });
  }
});

test('wrong types, wherever they stand, neither throw nor change what was given', () => {
  const examples = conversionExamples.map(({ from }) => from);
  const wrong = fc.constantFrom<JsonValue>(null, 0, 1.5, '', 'x', true, [], {}, [null], [1, 'a'], { a: 1 }, { name: {} });
  fc.assert(
    fc.property(fc.constantFrom(...examples), fc.nat(), wrong, (example, place, value) => {
      const damaged = frozen(replaceNth(example, place, value) as JsonObject);
      const before = JSON.stringify(damaged);
      const { object, key } = toCanonicalForm(damaged);
      expect(JSON.stringify(damaged)).toBe(before);
      expect(typeof object).toBe('object');
      expect(key.kind).not.toBe('');
    }),
    { numRuns: 3000 },
  );
});

test('a conversion run on its own result changes nothing: what is canonical stays so', () => {
  for (const { from } of conversionExamples) {
    const { object } = toCanonicalForm(from);
    expect(toCanonicalForm(object)).toMatchObject({ status: 'canonical', object });
  }
});

function frozen<T extends JsonValue>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const child of Object.values(value)) frozen(child as JsonValue);
  return Object.freeze(value);
}

/** A copy with the n-th value below spec, status and the like replaced; apiVersion and kind stay. */
function replaceNth(object: JsonObject, place: number, value: JsonValue): JsonValue {
  const copy = structuredClone(object);
  const places: { holder: JsonObject | JsonValue[]; key: string }[] = [];
  const visit = (holder: JsonObject | JsonValue[]): void => {
    for (const [key, child] of Object.entries(holder)) {
      if (holder !== copy || (key !== 'apiVersion' && key !== 'kind')) places.push({ holder, key });
      if (typeof child === 'object' && child !== null) visit(child as JsonObject);
    }
  };
  visit(copy);
  const target = places[place % Math.max(1, places.length)];
  if (target !== undefined) (target.holder as JsonObject)[target.key] = value;
  return copy;
}
