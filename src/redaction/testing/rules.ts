/** Rules as users could write them, each as YAML and as the oracle takes it. */
import fc from 'fast-check';
import type { OracleRule, OracleStep } from './rule-oracle.ts';

const child = (text: string, accepts: OracleStep['accepts']): OracleStep => ({ text, takes: 'children', accepts });
const isKey =
  (name: string): OracleStep['accepts'] =>
  (key) =>
    key === name;
const isField = (value: unknown, name: string, wanted: string): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.hasOwn(value, name) &&
  (value as Record<string, unknown>)[name] === wanted;

const steps = fc.constantFrom<OracleStep>(
  ...['data', 'spec', 'metadata', 'env', 'name', 'value', 'items', 'kind', 'annotations', 'password'].map((name) =>
    child(`.${name}`, isKey(name)),
  ),
  child("['*a*']", (key) => typeof key === 'string' && key.includes('a')),
  child('.?ame', (key) => typeof key === 'string' && /^.ame$/su.test(key)),
  child("['na[a-m]e','spec']", (key) => typeof key === 'string' && (/^na[a-m]e$/.test(key) || key === 'spec')),
  child('.*', () => true),
  child('[*]', () => true),
  child('[0]', (key) => key === 0),
  child('[-1]', (key, _child, siblings) => key === siblings - 1),
  child('[0:2]', (key) => typeof key === 'number' && key < 2),
  child('[?(@.name=="KEY")]', (key, item) => typeof key === 'number' && isField(item, 'name', 'KEY')),
  { text: '..*', takes: 'descendants', accepts: () => true },
  { text: '..name', takes: 'descendants', accepts: isKey('name') },
  { text: "..['*value']", takes: 'descendants', accepts: (key) => typeof key === 'string' && key.endsWith('value') },
);

const IDENTITY = new Set(['.kind', '.metadata.name']);
const some = (...values: string[]): fc.Arbitrary<string[] | null> =>
  fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 2 }), { nil: null, freq: 1 });

/** Of a pattern the oracle makes a RegExp: only what means the same to both. */
export function oracleRules(patterns: readonly (string | null)[]): fc.Arbitrary<OracleRule> {
  return fc
    .record<OracleRule>({
      kinds: some('Pod', 'ConfigMap', 'Secret', 'List'),
      names: some('cart', 'shop', 'KEY'),
      steps: fc.array(steps, { minLength: 1, maxLength: 3 }),
      pattern: fc.constantFrom(...patterns),
    })
    .filter(({ steps: path }) => !IDENTITY.has(path.map(({ text }) => text).join('')));
}

export function ruleYaml({ kinds, names, steps: path, pattern }: OracleRule, name: string): string {
  const fields = {
    name,
    path: `$${path.map(({ text }) => text).join('')}`,
    ...(kinds && { kinds }),
    ...(names && { names }),
    ...(pattern && { pattern }),
  };
  return `rules: [${JSON.stringify(fields)}]`;
}
