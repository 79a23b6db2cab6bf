import { expect, test } from 'vitest';
import type { JsonObject } from '../../../records/record.ts';
import { importRecords, object, outcome, pointersOf } from '../../testing/import-records.ts';

const GROUP = 'rbac.authorization.k8s.io';
const definition = (plural: string, kind: string, scope: string) =>
  object('apiextensions.k8s.io/v1', 'CustomResourceDefinition', `${plural}.example.com`, {
    spec: { group: 'example.com', scope, names: { kind, plural, singular: kind.toLowerCase() }, versions: [{ name: 'v1', served: true }] },
  });
const records = [
  definition('shops', 'Shop', 'Namespaced'),
  definition('regions', 'Region', 'Cluster'),
  object('example.com/v1', 'Shop', 'a/main'),
  object('example.com/v1', 'Shop', 'b/main'),
  object('example.com/v1', 'Region', 'north'),
  outcome('example.com/v1', 'shops', 'Shop', 'ok', { served: true }),
  outcome('v1', 'secrets', 'Secret', 'denied', { served: true }),
];
const rule = (resources: string[], resourceNames: unknown[], apiGroups = ['example.com']): JsonObject => ({
  apiGroups,
  resources,
  verbs: ['get'],
  resourceNames: resourceNames as string[],
});

async function namedBy(kind: 'Role' | 'ClusterRole', ...rules: JsonObject[]): Promise<readonly string[]> {
  const reader = await importRecords([...records, object(`${GROUP}/v1`, kind, kind === 'Role' ? 'a/it' : 'it', { rules })]);
  const pointers = await pointersOf(reader, { group: GROUP, kind, namespace: kind === 'Role' ? 'a' : null, name: 'it' });
  return pointers.map((line) => line.replace('role-named-', ''));
}

test('a Role names those of its namespace, each resource once', async () => {
  expect(await namedBy('Role', rule(['shops', 'shops/status'], ['main', 'gone']), rule(['regions'], ['north']))).toEqual([
    'custom-object → Shop/main OK',
    'custom-object → Shop/gone MISSING',
  ]);
});

test('a ClusterRole names those that lie in no namespace', async () => {
  expect(await namedBy('ClusterRole', rule(['shops', 'regions'], ['main', 'north']))).toEqual([
    'custom-object → Region/main NOT_CAPTURED',
    'custom-object → Region/north OK',
  ]);
});

test('neither wildcards, nor other groups, nor kinds that nothing names, nor what is malformed', async () => {
  expect(
    await namedBy(
      'Role',
      rule(['*'], ['main']),
      rule(['shops'], ['main'], ['*']),
      rule(['shops'], ['main'], ['example.org']),
      rule(['unknown'], ['main']),
      rule(['shops'], [7, '', null]),
    ),
  ).toEqual([]);
});

test('beside built-in ones', async () => {
  expect(await namedBy('Role', rule(['secrets', 'shops'], ['main'], ['', 'example.com']))).toEqual([
    'object → Secret/main NOT_CAPTURED',
    'custom-object → Shop/main OK',
  ]);
});
