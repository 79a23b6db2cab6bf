/** Deletions thought through over crafted objects; test/cluster/deletion-preview.test.ts compares with real ones. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Imported, importObjects } from '../../../test/support/imported.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ObjectRow } from '../../store/reader.ts';
import type { Cascade } from './cascade.ts';
import { previewDeletion } from './preview.ts';

const RBAC = 'rbac.authorization.k8s.io';

function owner(name: string, more: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', name, uid: `uid-${name}`, ...more };
}

function configMap(name: string, ownerReferences: JsonObject[] = [], more: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'ns', uid: `uid-${name}`, ownerReferences, ...more } };
}

function pod(name: string, spec: JsonObject, metadata: JsonObject = {}): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: 'ns', uid: `uid-${name}`, ...metadata }, spec, status: {} };
}

const mounts = (claimName: string): JsonObject => ({ volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] });
const claim = (name: string, more: JsonObject = {}): JsonObject => ({
  apiVersion: 'v1',
  kind: 'PersistentVolumeClaim',
  metadata: { name, namespace: 'ns', uid: `uid-${name}`, finalizers: ['kubernetes.io/pvc-protection'], ...more },
  spec: {},
});
const blocks = { blockOwnerDeletion: true };

const objects: JsonObject[] = [
  configMap('root', [], { finalizers: ['example.com/hold'] }),
  configMap('child', [owner('root', blocks)]),
  configMap('grandchild', [owner('child')], { finalizers: ['example.com/hold'] }),
  configMap('shared', [owner('root', blocks), owner('other')]),
  configMap('both', [owner('root'), owner('child')]),
  configMap('half-known', [owner('root', blocks), { apiVersion: 'v1', kind: 'Secret', name: 's', uid: 'uid-s' }]),
  configMap('below-half-known', [owner('half-known')]),
  configMap('refused', [owner('root', blocks), { apiVersion: 'no.example.com/v1', kind: 'Nothing', name: 'n', uid: 'n' }]),
  configMap('keeps-own', [owner('root')], { finalizers: ['orphan'] }),
  configMap('orphan-of-it', [owner('keeps-own')]),
  configMap('case', [owner('root', { kind: 'configmap' })]),
  configMap('self', [owner('root'), owner('self')]),
  configMap('going', [owner('root'), owner('other')], { deletionTimestamp: '2026-01-01T00:00:00Z' }),
  configMap('other'),
  configMap('a', [owner('b')]),
  configMap('b', [owner('a')]),
  {
    apiVersion: `${RBAC}/v1`,
    kind: 'ClusterRole',
    metadata: { name: 'wide', uid: 'uid-wide', ownerReferences: [owner('root', blocks)] },
    rules: [],
  },
  pod('reader', {
    containers: [{ name: 'main', image: 'app', envFrom: [{ configMapRef: { name: 'child' } }] }],
    nodeName: 'n1',
    ...mounts('used'),
  }),
  pod('unscheduled', mounts('unused')),
  claim('used'),
  claim('unused'),
  claim('of-pod', { ownerReferences: [{ apiVersion: 'v1', kind: 'Pod', name: 'owning', uid: 'uid-owning' }] }),
  pod('owning', { nodeName: 'n1', ...mounts('of-pod') }),
  {
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name: 'pv', uid: 'uid-pv', finalizers: ['kubernetes.io/pv-protection'] },
    spec: { claimRef: { namespace: 'ns', name: 'used', uid: 'uid-used' } },
    status: { phase: 'Bound' },
  },
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'ns', uid: 'uid-ns' }, spec: { finalizers: ['kubernetes'] } },
  {
    apiVersion: 'apiregistration.k8s.io/v1',
    kind: 'APIService',
    metadata: { name: 'v1.silent', uid: 'uid-silent' },
    spec: {},
    status: { conditions: [{ type: 'Available', status: 'False' }] },
  },
  {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: 'widgets.example.com', uid: 'uid-crd', finalizers: ['customresourcecleanup.apiextensions.k8s.io'] },
    spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Widget', plural: 'widgets' }, versions: [] },
  },
  {
    apiVersion: 'example.com/v1',
    kind: 'Widget',
    metadata: { name: 'w', namespace: 'far', uid: 'uid-w', finalizers: ['example.com/widget'] },
  },
  {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: {
      name: 'of-w',
      namespace: 'far',
      uid: 'uid-of-w',
      ownerReferences: [{ apiVersion: 'example.com/v1', kind: 'Widget', name: 'w', uid: 'uid-w' }],
    },
  },
];

let imported: Imported;
beforeAll(async () => {
  const served = (kind: string, resource: string, more: object = {}) => ({
    group: '',
    version: 'v1',
    resource,
    kind,
    namespaced: true,
    ...more,
  });
  imported = await importObjects({
    objects,
    resources: [
      served('ConfigMap', 'configmaps'),
      served('Pod', 'pods'),
      served('PersistentVolumeClaim', 'persistentvolumeclaims'),
      served('PersistentVolume', 'persistentvolumes', { namespaced: false }),
      served('Namespace', 'namespaces', { namespaced: false }),
      served('Secret', 'secrets', { outcome: 'denied' }),
      served('ClusterRole', 'clusterroles', { group: RBAC, namespaced: false }),
      served('Widget', 'widgets', { group: 'example.com' }),
      served('APIService', 'apiservices', { group: 'apiregistration.k8s.io', namespaced: false }),
      served('CustomResourceDefinition', 'customresourcedefinitions', { group: 'apiextensions.k8s.io', namespaced: false }),
    ],
  });
});
afterAll(() => imported.close());

async function preview(kind: string, name: string, options: { cascade?: Cascade; group?: string; namespace?: string | null } = {}) {
  const { cascade = 'BACKGROUND', group = '', namespace = 'ns' } = options;
  const [object] = await imported.reader.find([{ group, kind, namespace, name }]);
  if (!object) throw new Error(`There is no ${kind} ${name}.`);
  return previewDeletion({ reader: imported.reader, object, cascade });
}

const names = (rows: readonly { readonly object: ObjectRow }[]) => rows.map(({ object }) => object.name).sort();
const reasons = (rows: readonly { readonly object: ObjectRow; readonly reason: string }[]) =>
  Object.fromEntries(rows.map(({ object, reason }) => [object.name, reason]));
const holdsOf = ({ holds }: Awaited<ReturnType<typeof preview>>) =>
  holds.map(({ object, reason, finalizer, blockers }) => [object.name, reason, finalizer, ...blockers.map(({ name }) => name)]);

describe('of an owner', () => {
  test('in the background: all that has no other owner goes', async () => {
    const { deletes, keeps, undecided, gaps } = await preview('ConfigMap', 'root');
    expect(names(deletes)).toEqual(['both', 'case', 'child', 'grandchild', 'keeps-own']);
    expect(reasons(keeps)).toEqual({
      shared: 'OTHER_OWNER',
      refused: 'NOT_COLLECTED',
      self: 'OTHER_OWNER',
      going: 'TERMINATING',
      wide: 'NOT_COLLECTED',
      'orphan-of-it': 'ORPHANED',
    });
    expect(reasons(undecided)).toEqual({ 'half-known': 'NOT_CAPTURED', 'below-half-known': 'NOT_CAPTURED' });
    expect(gaps.map(({ kind }) => kind)).toEqual(['Secret']);
  });

  test('holds: the finalizers of all that goes', async () => {
    expect(holdsOf(await preview('ConfigMap', 'root'))).toEqual([
      ['root', 'FINALIZER', 'example.com/hold'],
      ['grandchild', 'FINALIZER', 'example.com/hold'],
    ]);
  });

  test('in the foreground it waits for blocking dependents that are never collected', async () => {
    const shown = await preview('ConfigMap', 'root', { cascade: 'FOREGROUND' });
    expect(names(shown.deletes)).toEqual(['both', 'case', 'child', 'grandchild', 'keeps-own']);
    expect(holdsOf(shown).slice(2)).toEqual([
      ['root', 'FOREGROUND_DEPENDENT', 'foregroundDeletion', 'wide', 'refused'],
      ['root', 'FOREGROUND_DEPENDENT', 'foregroundDeletion', 'half-known'],
    ]);
    expect(shown.holds.at(-1)?.certain).toBe(false);
  });

  test('orphaning: nothing goes but the object', async () => {
    const { deletes, keeps } = await preview('ConfigMap', 'root', { cascade: 'ORPHAN' });
    expect(names(deletes)).toEqual([]);
    expect(reasons(keeps)).toMatchObject({
      child: 'ORPHANED',
      case: 'ORPHANED',
      both: 'OTHER_OWNER',
      wide: 'ORPHANED',
      refused: 'NOT_COLLECTED',
    });
  });

  test('in a cycle: each goes with the other', async () => {
    expect(names((await preview('ConfigMap', 'a')).deletes)).toEqual(['b']);
  });

  test('says who else names what goes', async () => {
    const { dangling } = await preview('ConfigMap', 'root');
    expect(dangling.map(({ relation, path }) => [relation, path])).toEqual([
      ['pod-config-map', 'spec.containers[0].envFrom[0].configMapRef.name'],
    ]);
  });
});

test('of what was not captured all is undecided', async () => {
  const shown = await preview('Secret', 's');
  expect(names(shown.deletes)).toEqual([]);
  // Its other owner keeps it.
  expect(reasons([...shown.keeps, ...shown.undecided])).toEqual({ 'half-known': 'OTHER_OWNER' });
});

test.each([
  ['used', [['used', 'IN_USE', 'kubernetes.io/pvc-protection', 'reader']]],
  ['unused', []],
])('a claim waits for the pods that have a node: %s', async (name, holds) => {
  expect(holdsOf(await preview('PersistentVolumeClaim', name))).toEqual(holds);
});

test('a claim that goes with its pod does not wait for that pod', async () => {
  const shown = await preview('Pod', 'owning');
  expect(names(shown.deletes)).toEqual(['of-pod']);
  expect(holdsOf(shown)).toEqual([]);
});

test('a volume waits for its claim', async () => {
  expect(holdsOf(await preview('PersistentVolume', 'pv', { namespace: null }))).toEqual([
    ['pv', 'IN_USE', 'kubernetes.io/pv-protection', 'used'],
  ]);
});

test('a namespace takes all that is in it, and waits for API services', async () => {
  const shown = await preview('Namespace', 'ns', { namespace: null });
  expect(names(shown.deletes)).toHaveLength(objects.filter(({ metadata }) => (metadata as JsonObject)['namespace'] === 'ns').length);
  expect(new Set(shown.deletes.map(({ cause }) => cause))).toEqual(new Set(['NAMESPACE']));
  expect(holdsOf(shown)).toContainEqual(['ns', 'UNAVAILABLE_API', null, 'v1.silent']);
});

test('a definition takes its instances, and they theirs', async () => {
  const shown = await preview('CustomResourceDefinition', 'widgets.example.com', { group: 'apiextensions.k8s.io', namespace: null });
  expect(shown.deletes.map(({ object, cause }) => [object.name, cause])).toEqual([
    ['w', 'DEFINITION'],
    ['of-w', 'OWNER'],
  ]);
  expect(holdsOf(shown)).toEqual([
    ['w', 'FINALIZER', 'example.com/widget'],
    ['widgets.example.com', 'IN_USE', 'customresourcecleanup.apiextensions.k8s.io', 'w'],
  ]);
});
