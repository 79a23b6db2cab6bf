/** Severities over crafted objects: what ended, what was captured late or not at all, what the pointer's own neighbours say; and groups. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importObjects } from '../../../test/support/imported.ts';
import type { JsonObject } from '../../records/record.ts';
import { allCodedRelations } from '../../relations/coded/all.ts';
import { allRules } from '../../relations/rules/all.ts';
import { findDangling, pageOfDangling } from './find.ts';
import { groupDangling } from './group.ts';
import { SEVERITIES } from './row.ts';
import { danglingRows } from './rows/all.ts';

const object = (apiVersion: string, kind: string, name: string, rest: JsonObject = {}, metadata: JsonObject = {}): JsonObject => ({
  apiVersion,
  kind,
  metadata: { name, namespace: 'ns', uid: `uid-${name}`, ...metadata },
  ...rest,
});

const needs = { containers: [{ name: 'main', image: 'a:1', envFrom: [{ secretRef: { name: 'gone' } }] }] };
const template = { template: { spec: needs } };
const controlledBy = (kind: string, name: string): JsonObject => ({
  ownerReferences: [{ apiVersion: 'apps/v1', kind, name, uid: `uid-${name}`, controller: true }],
});
const webhook = (failurePolicy?: string): JsonObject => ({
  name: 'a.example.com',
  clientConfig: { service: { namespace: 'ns', name: 'hook' } },
  ...(failurePolicy === undefined ? {} : { failurePolicy }),
});
const subject = { subjects: [{ kind: 'ServiceAccount', name: 'nobody', namespace: 'ns' }] };
const binding = (name: string, labels: JsonObject) =>
  object(
    'rbac.authorization.k8s.io/v1',
    'RoleBinding',
    name,
    { ...subject, roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'Role', name: 'there' } },
    { labels },
  );
const owned = (name: string, owners: readonly string[], metadata: JsonObject = {}) =>
  object(
    'v1',
    'ConfigMap',
    name,
    {},
    { ownerReferences: owners.map((owner) => ({ apiVersion: 'v1', kind: 'ConfigMap', name: owner, uid: `uid-${owner}` })), ...metadata },
  );

const objects: readonly JsonObject[] = [
  object('apps/v1', 'Deployment', 'web', { spec: { replicas: 2, ...template } }),
  object('apps/v1', 'ReplicaSet', 'web-1', { spec: { replicas: 0, ...template } }, controlledBy('Deployment', 'web')),
  object('apps/v1', 'ReplicaSet', 'web-2', { spec: { replicas: 2, ...template } }, controlledBy('Deployment', 'web')),
  object('v1', 'Pod', 'web-2-a', { spec: needs, status: { phase: 'Running' } }, controlledBy('ReplicaSet', 'web-2')),
  object('apps/v1', 'StatefulSet', 'asleep', { spec: { replicas: 0, ...template } }),
  object('batch/v1', 'Job', 'done', { spec: template, status: { conditions: [{ type: 'Complete', status: 'True' }] } }),
  object('batch/v1', 'Job', 'runs', { spec: template, status: { conditions: [{ type: 'Complete', status: 'False' }] } }),
  object('v1', 'Pod', 'ended', { spec: needs, status: { phase: 'Failed' } }),
  object('v1', 'Pod', 'pulls', { spec: { imagePullSecrets: [{ name: 'gone' }], priorityClassName: 'gone' }, status: { phase: 'Running' } }),
  object('v1', 'Pod', 'can-do-without', {
    spec: { containers: [{ name: 'm', envFrom: [{ secretRef: { name: 'gone', optional: true } }] }] },
  }),
  object('v1', 'Pod', 'on-a-node', { spec: { nodeName: 'denied' } }),
  object('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', 'hooks', {
    webhooks: [webhook('Ignore'), webhook('Fail'), webhook()],
  }),
  object('rbac.authorization.k8s.io/v1', 'Role', 'there'),
  binding('ours', {}),
  binding('bootstrap', { 'kubernetes.io/bootstrapping': 'rbac-defaults' }),
  owned('kept', ['lost', 'there']),
  owned('collected', ['lost']),
  owned('going', ['lost'], { deletionTimestamp: '2026-01-01T00:00:00Z', finalizers: ['a.example.com/b'] }),
  owned('there', []),
];

const kinds = [
  ['', 'Pod'],
  ['', 'ConfigMap'],
  ['', 'Secret'],
  ['', 'Service'],
  ['', 'ServiceAccount'],
  ['', 'Node'],
  ['apps', 'Deployment'],
  ['apps', 'ReplicaSet'],
  ['apps', 'StatefulSet'],
  ['batch', 'Job'],
  ['scheduling.k8s.io', 'PriorityClass'],
  ['rbac.authorization.k8s.io', 'Role'],
  ['rbac.authorization.k8s.io', 'RoleBinding'],
  ['admissionregistration.k8s.io', 'ValidatingWebhookConfiguration'],
] as const;
const CLUSTER_SCOPED = ['Node', 'PriorityClass', 'ValidatingWebhookConfiguration'];

let imported: Imported;
beforeAll(async () => {
  imported = await importObjects({
    objects: objects.map((value) => (CLUSTER_SCOPED.includes(String(value['kind'])) ? withoutNamespace(value) : value)),
    resources: kinds.map(([group, kind]) => ({
      group,
      version: 'v1',
      resource: `${kind.toLowerCase()}s`,
      kind,
      namespaced: !CLUSTER_SCOPED.includes(kind),
      outcome: kind === 'Node' ? 'denied' : 'ok',
    })),
  });
});
afterAll(() => imported.close());

function withoutNamespace(value: JsonObject): JsonObject {
  const { namespace: _, ...metadata } = value['metadata'] as JsonObject;
  return { ...value, metadata };
}

async function found(kind?: string) {
  const key = kinds.find(([, each]) => each === kind);
  return await findDangling(imported.reader, {
    severities: SEVERITIES,
    ...(key === undefined ? {} : { kinds: [{ group: key[0], kind: key[1] }] }),
  });
}

async function severities(kind: string): Promise<string[]> {
  const list = await found(kind);
  const rows = new Map((await imported.reader.objects(list.map(({ reference }) => reference.source))).map((row) => [row.id, row.name]));
  return list
    .filter(({ reference }) => reference.relation !== 'pod-service-account')
    .map(({ reference, severity }) => `${rows.get(reference.source)} ${reference.relation} ${severity}`)
    .sort();
}

describe('severities', () => {
  test.each([
    ['Deployment', ['web pod-secret ERROR']],
    ['ReplicaSet', ['web-1 pod-secret INFO', 'web-2 pod-secret ERROR']],
    ['StatefulSet', ['asleep pod-secret WARNING']],
    ['Job', ['done pod-secret INFO', 'runs pod-secret ERROR']],
    ['Pod', ['ended pod-secret INFO', 'pulls pod-priority-class WARNING', 'pulls pod-secret WARNING', 'web-2-a pod-secret ERROR']],
    ['ValidatingWebhookConfiguration', ['hooks webhook-service ERROR', 'hooks webhook-service ERROR', 'hooks webhook-service WARNING']],
    ['RoleBinding', ['bootstrap binding-subject INFO', 'ours binding-subject WARNING']],
    ['ConfigMap', ['collected owner ERROR', 'going owner INFO', 'kept owner WARNING']],
  ])('of a %s', async (kind, expected) => {
    expect(await severities(kind)).toEqual(expected);
  });

  test('each webhook by its own failurePolicy', async () => {
    const list = await found('ValidatingWebhookConfiguration');
    expect(list.map(({ reference, severity }) => `${reference.path.slice(0, 11)} ${severity}`)).toEqual([
      'webhooks[0] WARNING',
      'webhooks[1] ERROR',
      'webhooks[2] ERROR',
    ]);
  });
});

test('a Deployment, its ReplicaSets and its Pods lack a Secret once, beside others that lack it', async () => {
  const groups = await groupDangling(imported.reader, await found());
  const secret = groups.filter(({ target, relation }) => target.name === 'gone' && relation === 'pod-secret');
  expect(secret).toHaveLength(1);
  expect(secret[0]?.severity).toBe('ERROR');
  expect(secret[0]?.sources.map(({ object: { kind, name }, top }) => `${kind} ${name} ${top}`)).toEqual([
    'Deployment web true',
    'Job runs true',
    'Pod web-2-a false',
    'ReplicaSet web-2 false',
    'Pod pulls true',
    'StatefulSet asleep true',
    'Job done true',
    'Pod ended true',
    'ReplicaSet web-1 false',
  ]);
});

test('pages by cursor are the whole', async () => {
  const all = await found();
  const first = pageOfDangling(all, { first: 3 });
  const rest = pageOfDangling(all, { after: first.cursors[2] ?? '' });
  expect([...first.references, ...rest.references]).toEqual(all.map(({ reference }) => reference));
  expect([first.hasNextPage, rest.hasNextPage, rest.hasPreviousPage]).toEqual([true, false, true]);
  expect(pageOfDangling(all, { last: 2 }).references).toEqual(all.slice(-2).map(({ reference }) => reference));
  expect(() => pageOfDangling(all, { after: 'x' })).toThrow('is no cursor of this list');
});

test('every relation that a row names is one', () => {
  const known = new Set([...allRules, ...allCodedRelations].map(({ relation }) => relation));
  expect(danglingRows.flatMap(({ relations = [] }) => relations).filter((relation) => !known.has(relation))).toEqual([]);
});
