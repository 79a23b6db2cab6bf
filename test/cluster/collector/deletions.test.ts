/** Deletions as previewed beforehand, then done by the real controllers, object by object. */
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import type { KubeObject, NewObject } from '../../../scripts/cluster/index.mjs';
import type { Cascade } from '../../../src/graph/deletion-preview/cascade.ts';
import { type DeletionPreview, previewDeletion } from '../../../src/graph/deletion-preview/preview.ts';
import { describeCluster, useCluster } from '../cluster-test.ts';
import { until } from '../demo/until.ts';
import { labelOf, rowOf, type State, snapshotOf, statesOf } from './snapshot-of.ts';

interface Scene {
  /** The one that is deleted. */
  readonly root: NewObject;
  /** All whose fate is compared, with the root. */
  readonly objects: readonly NewObject[];
}

const HOLD = ['example.com/hold'];
const policies: Readonly<Record<Cascade, string>> = { BACKGROUND: 'Background', FOREGROUND: 'Foreground', ORPHAN: 'Orphan' };

function configMap(name: string, metadata: Readonly<Record<string, unknown>> = {}): NewObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace: 'default', ...metadata } };
}

function ownedBy({ apiVersion, kind, metadata: { name, uid } }: KubeObject, blockOwnerDeletion = false) {
  return [{ apiVersion, kind, name, uid, blockOwnerDeletion }];
}

describeCluster('a deletion', () => {
  const cluster = useCluster({ components: ['etcd', 'apiserver', 'controller-manager'] });
  const create = (object: NewObject) => cluster().api.create(object);

  beforeAll(async () => {
    const look = () => cluster().api.request({ path: '/api/v1/namespaces/default/serviceaccounts/default' });
    await until({ what: 'the controllers run', look, isReached: ({ status }) => status === 200 });
  }, 120_000);

  /** Creates, captures, previews, deletes; the states that were foretold must come, and stay. */
  async function compare(scene: Scene, cascade: Cascade): Promise<DeletionPreview> {
    const snapshot = await snapshotOf(cluster());
    onTestFinished(() => snapshot.close());
    const preview = await previewDeletion({ reader: snapshot.reader, object: await rowOf(snapshot, scene.root), cascade });
    const foretold: Record<string, State> = {};
    for (const object of scene.objects) foretold[labelOf(object)] = stateIn(preview, (await rowOf(snapshot, object)).id);
    // Their paths are asked for while all kinds are served.
    await statesOf(cluster(), scene.objects);
    await cluster().api.delete(await cluster().api.pathOf(scene.root), { propagationPolicy: policies[cascade] });
    const isForetold = (states: Readonly<Record<string, State>>) =>
      Object.entries(foretold).every(([name, state]) => states[name] === state);
    const look = () => statesOf(cluster(), scene.objects);
    await until({ what: 'what was foretold', look, isReached: isForetold, seconds: 60 }).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    expect(await look()).toEqual(foretold);
    return preview;
  }

  /** The collector sees an owner go only where it watches the kind; of new kinds it learns twice a minute. Only it ends a foreground deletion. */
  async function untilWatched(object: NewObject): Promise<void> {
    const path = await cluster().api.pathOf(object);
    await cluster().api.delete(path, { propagationPolicy: 'Foreground' });
    const look = () => cluster().api.request({ path });
    await until({ what: 'the collector watches the kind', look, isReached: ({ status }) => status === 404, seconds: 100 });
  }

  test.each<Cascade>(['BACKGROUND', 'FOREGROUND', 'ORPHAN'])(
    'of an owner: %s',
    async (cascade) => {
      const name = cascade.toLowerCase();
      const root = await create(configMap(`${name}-root`));
      const other = await create(configMap(`${name}-other`));
      const child = await create(configMap(`${name}-child`, { ownerReferences: ownedBy(root, true) }));
      const objects = [
        configMap(`${name}-held`, { ownerReferences: ownedBy(root), finalizers: HOLD }),
        configMap(`${name}-grandchild`, { ownerReferences: ownedBy(child, true) }),
        configMap(`${name}-shared`, { ownerReferences: [...ownedBy(root, true), ...ownedBy(other)] }),
      ];
      for (const object of objects) await create(object);
      await compare({ root, objects: [root, child, other, ...objects] }, cascade);
    },
    200_000,
  );

  test('in the foreground waits for a dependent with a finalizer that blocks', async () => {
    const root = await create(configMap('waits-root'));
    const held = configMap('waits-held', { ownerReferences: ownedBy(root, true), finalizers: HOLD });
    await create(held);
    await compare({ root, objects: [root, held] }, 'FOREGROUND');
  }, 200_000);

  test('in the foreground waits for ever for a cluster-scoped dependent that blocks', async () => {
    const root = await create(configMap('stuck-root'));
    const child: NewObject = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'stuck-child', ownerReferences: ownedBy(root, true) },
      rules: [],
    };
    await create(child);
    const { holds } = await compare({ root, objects: [root, child] }, 'FOREGROUND');
    expect(holds.map(({ reason }) => reason)).toEqual(['FOREGROUND_DEPENDENT']);
  }, 200_000);

  test('of a namespace takes what is in it, and waits for finalizers', async () => {
    const inIt = { namespace: 'doomed' };
    const root = await create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'doomed' } });
    const outside = configMap('owned-by-namespace', { ownerReferences: ownedBy(root) });
    const objects = [configMap('plain', inIt), configMap('held', { ...inIt, finalizers: HOLD })];
    for (const object of objects) await create(object);
    await create(outside);
    await compare({ root, objects: [root, ...objects] }, 'BACKGROUND');
  }, 200_000);

  test.each([
    ['completed', 'Succeeded', 'no-such-node'],
    ['unscheduled', 'Pending', undefined],
  ])(
    'of a claim whose pod is %s',
    async (name, phase, nodeName) => {
      const claim = await create({
        apiVersion: 'v1',
        kind: 'PersistentVolumeClaim',
        metadata: { name, namespace: 'default' },
        spec: { accessModes: ['ReadWriteOnce'], storageClassName: '', resources: { requests: { storage: '1Gi' } } },
      });
      const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: name } }];
      const pod = {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name, namespace: 'default' },
        spec: { containers: [{ name: 'main', image: 'app:1' }], volumes, ...(nodeName === undefined ? {} : { nodeName }) },
      };
      await create(pod);
      await cluster().api.patch(`/api/v1/namespaces/default/pods/${name}/status`, { status: { phase } });
      await compare({ root: claim, objects: [claim, pod] }, 'BACKGROUND');
    },
    200_000,
  );

  test('of a volume that is bound', async () => {
    const claimRef = { namespace: 'default', name: 'bound' };
    const spec = { accessModes: ['ReadWriteOnce'], storageClassName: '' };
    const volume = await create({
      apiVersion: 'v1',
      kind: 'PersistentVolume',
      metadata: { name: 'bound' },
      spec: { ...spec, capacity: { storage: '1Gi' }, hostPath: { path: '/none' }, claimRef, persistentVolumeReclaimPolicy: 'Retain' },
    });
    const claim = {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: claimRef,
      spec: { ...spec, volumeName: 'bound', resources: { requests: { storage: '1Gi' } } },
    };
    await create(claim);
    const look = async () => (await cluster().api.get('/api/v1/persistentvolumes/bound'))['status'] as { phase?: string };
    await until({ what: 'the volume is bound', look, isReached: ({ phase }) => phase === 'Bound' });
    await compare({ root: volume, objects: [volume, claim] }, 'BACKGROUND');
  }, 200_000);

  test.each([
    ['plain', []],
    ['held', HOLD],
  ])(
    'of a definition whose instance is %s',
    async (name, finalizers) => {
      const group = `${name}.example.com`;
      const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }];
      const names = { kind: 'Gadget', plural: 'gadgets' };
      const root = await create({
        apiVersion: 'apiextensions.k8s.io/v1',
        kind: 'CustomResourceDefinition',
        metadata: { name: `gadgets.${group}` },
        spec: { group, scope: 'Namespaced', names, versions },
      });
      const look = () => cluster().api.request({ path: `/apis/${group}/v1/gadgets` });
      await until({ what: `${group} is served`, look, isReached: ({ status }) => status === 200 });
      const gadget = (called: string, metadata = {}) =>
        create({ apiVersion: `${group}/v1`, kind: 'Gadget', metadata: { name: called, namespace: 'default', ...metadata } });
      await untilWatched(await gadget('probe'));
      const instance = await gadget(name, { finalizers });
      const child = configMap(`of-${name}`, { ownerReferences: ownedBy(instance) });
      await create(child);
      await compare({ root, objects: [root, instance, child] }, 'BACKGROUND');
    },
    300_000,
  );

  test('of an owner that a dependent names by a version which nobody serves', async () => {
    const group = 'versions.example.com';
    const versions = [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }];
    await create({
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: `gizmos.${group}` },
      spec: { group, scope: 'Namespaced', names: { kind: 'Gizmo', plural: 'gizmos' }, versions },
    });
    const look = () => cluster().api.request({ path: `/apis/${group}/v1/gizmos` });
    await until({ what: `${group} is served`, look, isReached: ({ status }) => status === 200 });
    const gizmo = (name: string) => create({ apiVersion: `${group}/v1`, kind: 'Gizmo', metadata: { name, namespace: 'default' } });
    await untilWatched(await gizmo('probe'));
    const root = await gizmo('versions');
    const byVersion = (version: string) => ownedBy(root).map((owner) => ({ ...owner, apiVersion: `${group}/${version}` }));
    const children = [configMap('by-v0', { ownerReferences: byVersion('v0') }), configMap('by-v1', { ownerReferences: byVersion('v1') })];
    for (const child of children) await create(child);
    const { keeps } = await compare({ root, objects: [root, ...children] }, 'BACKGROUND');
    expect(keeps.map(({ object, reason }) => [object.name, reason])).toEqual([['by-v0', 'NOT_COLLECTED']]);
  }, 300_000);
});

/** What the preview says of one object: what goes and is held stays terminating, and what owns nothing but by that stays until then. */
function stateIn({ object: root, deletes, holds }: DeletionPreview, id: number): State {
  const isHeld = (held: number) => holds.some(({ object }) => object.id === held);
  const taken = deletes.find(({ object }) => object.id === id);
  if (id !== root.id && taken === undefined) return 'there';
  if (isHeld(id)) return 'terminating';
  const waitsForOwner = taken?.cause === 'OWNER' && taken.by !== null && taken.by.id !== root.id && isHeld(taken.by.id);
  return waitsForOwner ? 'there' : 'gone';
}
