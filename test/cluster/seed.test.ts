import { X509Certificate } from 'node:crypto';
import { expect, onTestFinished, test } from 'vitest';
import { type ControlPlane, type KubeObject, seedCluster, startControlPlane } from '../../scripts/cluster/index.mjs';
import { describeCluster, useCluster } from './cluster-test.ts';

const resources = {
  ConfigMap: '/api/v1/configmaps',
  Deployment: '/apis/apps/v1/deployments',
  EndpointSlice: '/apis/discovery.k8s.io/v1/endpointslices',
  Event: '/api/v1/events',
  Node: '/api/v1/nodes',
  Pod: '/api/v1/pods',
  PodDisruptionBudget: '/apis/policy/v1/poddisruptionbudgets',
  ReplicaSet: '/apis/apps/v1/replicasets',
  Role: '/apis/rbac.authorization.k8s.io/v1/roles',
  RoleBinding: '/apis/rbac.authorization.k8s.io/v1/rolebindings',
  Secret: '/api/v1/secrets',
  Service: '/api/v1/services',
  ServiceAccount: '/api/v1/serviceaccounts',
  Widget: '/apis/shop.example.com/v1/widgets',
};

/** Of one resource in the namespaces that the seed made. */
async function seeded({ api }: ControlPlane, path: string): Promise<KubeObject[]> {
  return (await api.list(path)).filter(({ metadata: { namespace } }) => namespace === undefined || namespace.startsWith('team-'));
}

describeCluster('a seeded cluster', () => {
  const cluster = useCluster();

  test('holds what was asked for, and the server takes it for its own', async () => {
    const { objects, byKind } = await seedCluster({ cluster: cluster(), objects: 1500 });
    expect(objects).toBe(1500);
    expect(Object.values(byKind).reduce((sum, count) => sum + count)).toBe(1500);
    for (const [kind, path] of Object.entries(resources)) {
      const found = await seeded(cluster(), path);
      expect([kind, found.length]).toEqual([kind, byKind[kind]]);
      // It is valid in every field: else no change of it is taken.
      const [first] = found;
      const one = { apiVersion: '', kind, ...first } as KubeObject;
      const at = one.metadata.namespace === undefined ? path : path.replace(/\/(\w+)$/, `/namespaces/${one.metadata.namespace}/$1`);
      const patched = await cluster().api.patch(`${at}/${one.metadata.name}`, { metadata: { labels: { changed: 'yes' } } });
      expect(patched.metadata).toMatchObject({ uid: one.metadata.uid, labels: { changed: 'yes' } });
    }
  });

  test('has owners that are there, pods on nodes that are there, and pods that fail', async () => {
    const pods = await seeded(cluster(), resources.Pod);
    const owners = new Set((await seeded(cluster(), resources.ReplicaSet)).map(({ metadata }) => metadata.uid));
    const nodes = new Set((await seeded(cluster(), resources.Node)).map(({ metadata }) => metadata.name));
    const facts = pods.map(({ metadata, spec, status }) => ({
      owned: owners.has((metadata['ownerReferences'] as { uid: string }[])[0]?.uid ?? ''),
      placed: nodes.has((spec as { nodeName: string }).nodeName),
      ready: (status as { conditions: { type: string; status: string }[] }).conditions.find(({ type }) => type === 'Ready')?.status,
    }));
    expect(facts.filter(({ owned, placed }) => !owned || !placed)).toEqual([]);
    expect(new Set(facts.map(({ ready }) => ready))).toEqual(new Set(['True', 'False']));
    const sizes = pods.map((pod) => JSON.stringify(pod).length).sort((a, b) => a - b);
    expect(sizes[0]).toBeGreaterThan(4000);
    expect(await cluster().kubectl(['get', 'pods', '-A'])).toContain('CrashLoopBackOff');
  });

  test('has secrets where clusters have them', async () => {
    const secrets = await seeded(cluster(), resources.Secret);
    const tls = secrets.filter(({ type }) => type === 'kubernetes.io/tls');
    const { data } = tls[0] as unknown as { data: { 'tls.crt': string } };
    expect(new X509Certificate(Buffer.from(data['tls.crt'], 'base64')).subjectAltName).toContain('DNS:www.shop-');
    expect(
      secrets.some(({ metadata }) => metadata.annotations?.['kubectl.kubernetes.io/last-applied-configuration']?.includes('"password"')),
    ).toBe(true);
    expect(JSON.stringify(await seeded(cluster(), resources.Pod))).toMatch(/"name":"API_TOKEN","value":"[0-9a-f]{40}"/);
  });

  test('is the same for the same seed, another for another, and stays as it is', async () => {
    const [twin, other] = await Promise.all([startControlPlane(), startControlPlane()]);
    onTestFinished(() => Promise.all([twin.close(), other.close()]).then(() => undefined));
    await seedCluster({ cluster: twin, objects: 300, seed: 7 });
    await seedCluster({ cluster: other, objects: 300, seed: 7 });
    const withoutVersions = (objects: readonly KubeObject[]): unknown =>
      objects.map(({ metadata: { resourceVersion: _, ...metadata }, ...rest }) => ({ ...rest, metadata }));
    const state = async (plane: ControlPlane, path: string): Promise<unknown> => withoutVersions(await seeded(plane, path));
    const { Secret: _certificates, ...compared } = resources;
    for (const path of Object.values(compared)) expect(await state(other, path)).toEqual(await state(twin, path));
    const pods = await other.api.list(resources.Pod);
    expect(pods.length).toBeGreaterThan(50);
    expect(await other.api.list(resources.Pod)).toEqual(pods);
    expect(pods[0]?.metadata.uid).not.toBe((await seeded(cluster(), resources.Pod))[0]?.metadata.uid);
  });

  test('too few objects are refused', async () => {
    await expect(seedCluster({ cluster: cluster(), objects: 10 })).rejects.toThrow('10 objects are too few for a seed: 50 at least.');
  });
});
