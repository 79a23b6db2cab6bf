/** Relation rules of users through GraphQL: fields on built-in and custom kinds, completeness, and snapshots with and without them. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, test } from 'vitest';
import { dataOf } from '../../test/support/api/ask.ts';
import { type Imported, importObjects, type ResourceFacts } from '../../test/support/imported.ts';
import type { JsonObject } from '../records/record.ts';
import type { RelationRule } from '../relations/rule.ts';
import { readRelationRules } from '../relations/user-rules/read-relation-rules.ts';
import { openSnapshot } from '../store/open-snapshot.ts';
import { createApi } from './create-api.ts';
import { createTakenFields } from './schema/taken-fields.ts';

const opened: Imported[] = [];
afterAll(() => {
  for (const snapshot of opened) snapshot.close();
});

function rulesOf(...lines: readonly string[]): readonly RelationRule[] {
  const taken = createTakenFields();
  const text = `rules:\n${lines.map((line) => `  - {${line}}\n`).join('')}`;
  return readRelationRules({ text, file: 'rules.yaml', before: [], clashOf: (rule) => taken.add(rule) });
}

const SHOP_SECRET = 'relation: shop-secret, from: Shop.example.com, path: spec.secret, target: Secret';
const shopRules = rulesOf(
  `${SHOP_SECRET}, forward: {name: shopSecret, one: true}, reverse: {name: shops}`,
  'relation: shop-part, from: Shop.example.com, path: "spec.parts[].ref", pattern: "(?<namespace>[^/]+)/(?<name>[^/]+)", target: Part.example.com, forward: {name: parts}, reverse: {name: shops}',
  'relation: pod-shop, from: PodSpec, path: schedulerName, target: Shop.example.com, forward: {name: shop, one: true}, reverse: {name: pods, workloads: workloads}',
  'relation: shop-workload, from: Shop.example.com, path: spec.sharedSecret, target: Secret, reverse: {name: workloads}',
  'relation: shop-bucket, from: Shop.example.com, path: spec.bucket, target: Host.external',
);

const facts = (kind: string, resource: string, group = '', more: Partial<ResourceFacts> = {}): ResourceFacts => {
  return { group, version: 'v1', resource, kind, namespaced: true, ...more };
};
const resources = [
  facts('Secret', 'secrets'),
  facts('Pod', 'pods'),
  facts('Deployment', 'deployments', 'apps'),
  facts('Shop', 'shops', 'example.com'),
  facts('Part', 'parts', 'example.com', { outcome: 'denied' }),
];
const object = (kind: string, name: string, rest: JsonObject = {}, apiVersion = 'v1'): JsonObject => {
  return { apiVersion, kind, metadata: { name, namespace: 'shop' }, ...rest };
};
const objects = [
  object('Secret', 'tls'),
  object('Secret', 'shared'),
  object('Pod', 'web', { spec: { schedulerName: 'main', containers: [] } }),
  object('Deployment', 'web', { spec: { template: { spec: { schedulerName: 'main' } } } }, 'apps/v1'),
  object(
    'Shop',
    'main',
    { spec: { secret: 'tls', sharedSecret: 'shared', bucket: 's3.example.com', parts: [{ ref: 'depot/wheel' }, { ref: 'no pointer' }] } },
    'example.com/v1',
  ),
  object('Shop', 'closed', { spec: { secret: 'gone' } }, 'example.com/v1'),
];

async function snapshot(name: string, userRules: readonly RelationRule[], more: readonly ResourceFacts[] = resources): Promise<Imported> {
  const made = await importObjects({ name, objects, resources: more, userRules });
  opened.push(made);
  return made;
}

test('fields on built-in and custom kinds, in both directions', async () => {
  const api = createApi({ snapshots: [(await snapshot('ruled', shopRules)).reader] });
  const query = `{
    shops_example_com { items { name shopSecret { name presence } parts { items { id namespace name presence } } pods { items { name } } workloads { items { kind name } }
      references { items { relation status written } } } }
    parts_example_com(presence: [NOT_CAPTURED]) { items { namespace name shops { items { name } } } }
    pods { items { shop { name presence } } }
    secrets { items { name shops { items { name } } workloads { items { kind name } } } }
    danglingReferences(statuses: [MISSING]) { items { relation source { name } target { kind name } status } }
    object(kind: "Host.external", name: "s3.example.com") { referencedBy { items { relation source { name } } } }
  }`;
  const data = await dataOf(api, query);
  expect(data['shops_example_com']).toMatchObject({
    items: [
      {
        name: 'closed',
        shopSecret: { name: 'gone', presence: 'MISSING' },
        parts: { items: [] },
      },
      {
        name: 'main',
        shopSecret: { name: 'tls', presence: 'PRESENT' },
        parts: { items: [{ namespace: 'depot', name: 'wheel', presence: 'NOT_CAPTURED' }] },
        pods: { items: [{ name: 'web' }] },
        workloads: { items: [{ kind: 'Deployment', name: 'web' }] },
        references: {
          items: expect.arrayContaining([
            { relation: 'shop-secret', status: 'OK', written: 'tls' },
            { relation: 'shop-part', status: 'NOT_CAPTURED', written: 'depot/wheel' },
            { relation: 'shop-bucket', status: 'EXTERNAL', written: 's3.example.com' },
          ]),
        },
      },
    ],
  });
  expect(data['parts_example_com']).toEqual({ items: [{ namespace: 'depot', name: 'wheel', shops: { items: [{ name: 'main' }] } }] });
  expect(data['pods']).toEqual({ items: [{ shop: { name: 'main', presence: 'PRESENT' } }] });
  expect(data['secrets']).toEqual({
    items: [
      { name: 'shared', shops: { items: [] }, workloads: { items: [{ kind: 'Shop', name: 'main' }] } },
      { name: 'tls', shops: { items: [{ name: 'main' }] }, workloads: { items: [] } },
    ],
  });
  expect(data['danglingReferences']).toEqual({
    items: [{ relation: 'shop-secret', source: { name: 'closed' }, target: { kind: 'Secret', name: 'gone' }, status: 'MISSING' }],
  });
  expect(data['object']).toEqual({ referencedBy: { items: [{ relation: 'shop-bucket', source: { name: 'main' } }] } });
});

test('a list against a pointer rests on the kind whose objects point', async () => {
  const denied = resources.map((one) => (one.kind === 'Shop' ? ({ ...one, outcome: 'denied' } as const) : one));
  const query = `{ secret(namespace: "shop", name: "shared") {
    shops { completeness { complete gaps { kind outcome } } }
    referencedBy(relations: ["shop-secret"]) { completeness { complete } } } }`;
  const complete = async (facts_: readonly ResourceFacts[]) =>
    dataOf(createApi({ snapshots: [(await snapshot('rests', shopRules, facts_)).reader] }), query);
  expect(await complete(resources)).toMatchObject({ secret: { shops: { completeness: { complete: true, gaps: [] } } } });
  expect(await complete(denied)).toEqual({
    secret: {
      shops: { completeness: { complete: false, gaps: [{ kind: 'Shop', outcome: 'DENIED' }] } },
      referencedBy: { completeness: { complete: false } },
    },
  });
});

test('from a cluster-scoped kind, a name without a namespace is no pointer', async () => {
  const zone = { apiVersion: 'example.com/v1', kind: 'Zone', metadata: { name: 'east' }, spec: { secret: 'tls', node: 'n1' } };
  const userRules = rulesOf(
    'relation: zone-secret, from: Zone.example.com, path: spec.secret, target: Secret, forward: {name: zoneSecret, one: true}',
    'relation: zone-node, from: Zone.example.com, path: spec.node, target: Node, forward: {name: zoneNode, one: true}',
  );
  const zones = [
    ...resources,
    facts('Node', 'nodes', '', { namespaced: false }),
    facts('Zone', 'zones', 'example.com', { namespaced: false }),
  ];
  const made = await importObjects({ objects: [...objects, zone], resources: zones, userRules, name: 'zones' });
  opened.push(made);
  const query = `{ zones_example_com { items { zoneSecret { name } zoneNode { name presence } references { items { relation } } } }
    danglingReferences(relations: ["zone-secret", "zone-node"]) { items { relation } } secrets(presence: [MISSING, NOT_CAPTURED]) { totalCount } }`;
  expect(await dataOf(createApi({ snapshots: [made.reader] }), query)).toEqual({
    zones_example_com: {
      items: [{ zoneSecret: null, zoneNode: { name: 'n1', presence: 'MISSING' }, references: { items: [{ relation: 'zone-node' }] } }],
    },
    danglingReferences: { items: [{ relation: 'zone-node' }] },
    secrets: { totalCount: 0 },
  });
});

describe('snapshots with and without a rule in one server', () => {
  const query = '{ snapshots { name secrets { items { shops { items { name } } } } } }';

  test('the field of the one without fails: none is not known', async () => {
    const [ruled, plain] = [await snapshot('ruled', shopRules), await snapshot('plain', [])];
    const api = createApi({ snapshots: [ruled.reader, plain.reader], defaultSnapshot: 'plain' });
    const { data, errors } = await api.execute({ query });
    expect(JSON.parse(JSON.stringify(data))).toMatchObject({
      snapshots: expect.arrayContaining([
        { name: 'plain', secrets: { items: [{ shops: null }, { shops: null }] } },
        { name: 'ruled', secrets: { items: [{ shops: { items: [] } }, { shops: { items: [{ name: 'main' }] } }] } },
      ]),
    });
    expect(errors?.map(({ extensions }) => extensions['code'])).toContain('SNAPSHOT_INCOMPATIBLE');
    expect(errors?.[0]?.message).toMatch(/^The snapshot "plain" was imported without the rule that gives Secret the field "shops"/);
  });

  test('a field that built-in rules give, too, has what those say', async () => {
    const [ruled, plain] = [await snapshot('ruled', shopRules), await snapshot('plain', [])];
    const api = createApi({ snapshots: [ruled.reader, plain.reader], defaultSnapshot: 'plain' });
    expect(await dataOf(api, '{ secrets { items { name workloads { totalCount completeness { complete } } } } }')).toEqual({
      secrets: {
        items: ['shared', 'tls'].map((name) => ({ name, workloads: { totalCount: 0, completeness: expect.anything() } })),
      },
    });
  });

  test('a relation that only the other knows is none', async () => {
    const [ruled, plain] = [await snapshot('ruled', shopRules), await snapshot('plain', [])];
    const api = createApi({ snapshots: [ruled.reader, plain.reader], defaultSnapshot: 'plain' });
    const { errors } = await api.execute({ query: '{ danglingReferences(relations: ["shop-secret"]) { totalCount } }' });
    expect(errors?.[0]?.message).toContain('There is no relation "shop-secret".');
  });

  test('rules that exclude each other are not served together', async () => {
    const list = await snapshot('list', rulesOf(`${SHOP_SECRET}, forward: {name: keys}`));
    const one = await snapshot('one', rulesOf(`${SHOP_SECRET}, forward: {name: keys, one: true}`));
    expect(() => createApi({ snapshots: [list.reader, one.reader] })).toThrow(
      /^The snapshot "one" was imported under rules that do not fit here\. Relation shop-secret, "forward": the field "keys" is a list of objects on Shop\.example\.com/,
    );
    expect(() => createApi({ snapshots: [one.reader] })).not.toThrow();
  });
});

test('kinds that only a rule names have types and fields: a saved query is valid on every capture', async () => {
  const { reader } = await snapshot('few', shopRules, [facts('Pod', 'pods')]);
  expect(await dataOf(createApi({ snapshots: [reader] }), '{ parts_example_com { items { shops { totalCount } } } }')).toEqual({
    parts_example_com: { items: [] },
  });
});

describe('a snapshot file that somebody else wrote', () => {
  test.each([
    ['no JSON', 'x'],
    ['no list', '{}'],
    ['no rules', '[1]'],
    [
      'a name that is none',
      JSON.stringify([
        { relation: 'a', from: { group: 'b.c', kind: 'D' }, path: 'x', target: { group: '', kind: 'Secret' }, forward: { name: '__type' } },
      ]),
    ],
  ])('%s: it is refused, and says why', async (_what, rules) => {
    const made = await snapshot('made', shopRules);
    const folder = mkdtempSync(join(tmpdir(), 'snapgraph-rules-'));
    const path = join(folder, 'copy.db');
    new Database(made.path).exec(`VACUUM INTO '${path}'`).close();
    new Database(path).exec(`UPDATE snapshot SET user_rules = '${rules}'`).close();
    expect(() => openSnapshot(path)).toThrow(/copy\.db/);
    rmSync(folder, { recursive: true });
  });

  test('of an earlier version, which knew no rules: it is read', async () => {
    const made = await snapshot('made', shopRules);
    const folder = mkdtempSync(join(tmpdir(), 'snapgraph-rules-'));
    const path = join(folder, 'copy.db');
    new Database(made.path).exec(`VACUUM INTO '${path}'`).close();
    new Database(path).exec('ALTER TABLE snapshot DROP COLUMN user_rules').close();
    const reader = openSnapshot(path);
    expect(reader.info.userRules).toEqual([]);
    reader.close();
    rmSync(folder, { recursive: true });
  });
});
