/** What the real garbage collector does with objects of every owner case is what we said beforehand. */
import { expect, onTestFinished, test } from 'vitest';
import type { ControlPlane, KubeObject, NewObject } from '../../../scripts/cluster/index.mjs';
import { collectorVerdict } from '../../../src/graph/collector/collector-verdict.ts';
import { judgeOwners } from '../../../src/graph/collector/judge-owners.ts';
import { OWNER } from '../../../src/graph/owner-chain.ts';
import { describeCluster, useCluster } from '../cluster-test.ts';
import { until } from '../demo/until.ts';
import { labelOf, rowOf, snapshotOf, statesOf } from './snapshot-of.ts';

interface Owner {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly blockOwnerDeletion?: boolean;
}

const NOBODY = '00000000-dead-4bad-8000-00000000000';

function configMap(name: string, ownerReferences: readonly Owner[] = [], namespace = 'gc'): NewObject {
  return { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name, namespace, ownerReferences } };
}

function clusterRole(name: string, ownerReferences: readonly Owner[] = []): NewObject {
  return { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'ClusterRole', metadata: { name, ownerReferences }, rules: [] };
}

function definition(group: string): NewObject {
  const schema = { openAPIV3Schema: { type: 'object' } };
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `widgets.${group}` },
    spec: {
      group,
      scope: 'Namespaced',
      names: { kind: 'Widget', plural: 'widgets' },
      versions: [{ name: 'v1', served: true, storage: true, schema }],
    },
  };
}

const silentApi: NewObject = {
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name: 'v1.silent.example.com' },
  spec: {
    group: 'silent.example.com',
    version: 'v1',
    groupPriorityMinimum: 100,
    versionPriority: 10,
    service: { namespace: 'gc', name: 'nobody' },
    insecureSkipTLSVerify: true,
  },
};

const ownerOf = ({ apiVersion, kind, metadata: { name, uid } }: KubeObject, more: Partial<Owner> = {}): Owner => ({
  apiVersion,
  kind,
  name,
  uid,
  ...more,
});

describeCluster('the garbage collector', () => {
  const cluster = useCluster();

  test('deletes and keeps what we said it would', async () => {
    const dependents = await createDependents(cluster());
    const snapshot = await snapshotOf(cluster());
    onTestFinished(() => snapshot.close());
    const said: Record<string, string> = {};
    for (const object of dependents) {
      const { id } = await rowOf(snapshot, object);
      const edges = await snapshot.reader.edges({ parents: [id], direction: 'forward', relations: [OWNER], flawed: true });
      const judged = await judgeOwners(snapshot.reader, edges);
      said[labelOf(object)] = { COLLECTED: 'gone', KEPT: 'there', UNKNOWN: 'unknown' }[
        collectorVerdict(judged.map(({ status }) => status))
      ];
    }
    expect(Object.values(said)).not.toContain('unknown');
    await cluster().start('controller-manager');
    await until({
      what: 'everything that we called collected is gone',
      look: () => statesOf(cluster(), dependents),
      isReached: (states) => Object.entries(said).every(([name, state]) => state !== 'gone' || states[name] === 'gone'),
      seconds: 90,
    }).catch(() => undefined);
    // What it looks at again it looks at within its back-off, which begins at milliseconds: nothing more happens to what it keeps.
    await new Promise((resolve) => setTimeout(resolve, 8_000));
    expect(await statesOf(cluster(), dependents)).toEqual(said);
  }, 240_000);
});

/** All cases of owners; the collector does not run yet. */
async function createDependents({ api }: ControlPlane): Promise<readonly NewObject[]> {
  for (const name of ['gc', 'gc-other']) await api.create({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } });
  for (const group of ['one.example.com', 'two.example.com']) await api.create(definition(group));
  await api.create(silentApi);
  for (const group of ['one.example.com', 'two.example.com']) {
    await until({
      what: `${group} is served`,
      look: () => api.request({ path: `/apis/${group}/v1/widgets` }),
      isReached: ({ status }) => status === 200,
    });
  }
  const root = await api.create(configMap('root'));
  const wide = await api.create(clusterRole('gc-wide'));
  const widget = await api.create({ apiVersion: 'one.example.com/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'gc' } });
  const foreground = await api.create(configMap('foreground'));
  const orphaning = await api.create(configMap('orphaning'));
  const gone = (number: number, more: Partial<Owner> = {}): Owner => ({
    apiVersion: 'v1',
    kind: 'ConfigMap',
    name: `gone-${number}`,
    uid: `${NOBODY}${number}`,
    ...more,
  });
  const dependents = [
    configMap('solid', [ownerOf(root)]),
    configMap('dangling', [gone(1)]),
    configMap('uid-mismatch', [ownerOf(root, { uid: `${NOBODY}2` })]),
    configMap('name-mismatch', [ownerOf(root, { name: 'another' })]),
    configMap('kind-mismatch', [ownerOf(root, { kind: 'Secret' })]),
    configMap('group-mismatch', [ownerOf(widget, { apiVersion: 'two.example.com/v1' })]),
    configMap('kind-not-in-group', [ownerOf(root, { apiVersion: 'apps/v1' })]),
    configMap('one-gone', [gone(3), ownerOf(root)]),
    configMap('all-gone', [gone(4), gone(5)]),
    configMap('gone-and-unknown', [gone(6), { apiVersion: 'no.example.com/v1', kind: 'Nothing', name: 'n', uid: `${NOBODY}7` }]),
    configMap('cross-namespace', [ownerOf(root)], 'gc-other'),
    clusterRole('gc-cluster-child', [ownerOf(root)]),
    clusterRole('gc-cluster-child-of-gone', [gone(8)]),
    clusterRole('gc-cluster-child-of-cluster', [ownerOf(wide)]),
    configMap('cluster-owner', [ownerOf(wide)]),
    configMap('cluster-owner-gone', [ownerOf(wide, { name: 'gc-nobody', uid: `${NOBODY}9` })]),
    configMap('unknown-kind', [{ apiVersion: 'no.example.com/v1', kind: 'Nothing', name: 'n', uid: `${NOBODY}a` }]),
    configMap('unanswered', [{ apiVersion: 'silent.example.com/v1', kind: 'Metric', name: 'm', uid: `${NOBODY}b` }]),
    configMap('unserved-version', [ownerOf(widget, { apiVersion: 'one.example.com/v0' })]),
    configMap('unserved-version-gone', [ownerOf(widget, { apiVersion: 'one.example.com/v0', name: 'nobody', uid: `${NOBODY}c` })]),
    configMap('other-case', [ownerOf(root, { kind: 'configmap' })]),
    configMap('other-case-gone', [gone(13, { kind: 'configmap', uid: `${NOBODY}d` })]),
    configMap('waiting-blocking', [ownerOf(foreground, { blockOwnerDeletion: true })]),
    configMap('waiting-not-blocking', [ownerOf(foreground, { blockOwnerDeletion: false })]),
    configMap('waiting-and-solid', [ownerOf(foreground, { blockOwnerDeletion: true }), ownerOf(root)]),
    configMap('orphaned', [ownerOf(orphaning)]),
  ];
  for (const dependent of dependents) await api.create(dependent);
  const cycle = [configMap('self'), configMap('cycle-a'), configMap('cycle-b')];
  const [self, a, b] = await Promise.all(cycle.map((object) => api.create(object)));
  if (!self || !a || !b) throw new Error('The objects of the cycles were not created.');
  const own = (of: KubeObject, owner: KubeObject) =>
    api.patch(`/api/v1/namespaces/gc/configmaps/${of.metadata.name}`, { metadata: { ownerReferences: [ownerOf(owner)] } });
  await own(self, self);
  await own(a, b);
  await own(b, a);
  await api.delete('/api/v1/namespaces/gc/configmaps/foreground', { propagationPolicy: 'Foreground' });
  await api.delete('/api/v1/namespaces/gc/configmaps/orphaning', { propagationPolicy: 'Orphan' });
  return [...dependents, ...cycle];
}
