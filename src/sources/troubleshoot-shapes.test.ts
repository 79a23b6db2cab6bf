/** Shapes of support bundles over the years, as the tool's history has them; each made by hand. */
import { expect, test } from 'vitest';
import { bare, json, list, namespaces, outcomes, readBundle as read } from './testing/support-bundle.ts';
import { countByKind, ofType, parsed, problemCodes } from './testing/tar.ts';

test('bare arrays without kinds, the earliest shape', async () => {
  const records = await read({
    'namespaces.json': json([bare('a')]),
    'pods/a.json': json([bare('p', 'a')]),
    'ingress/a.json': json([
      bare('old', 'a', { spec: { rules: [{ http: { paths: [{ backend: { serviceName: 's', servicePort: 80 } }] } }] } }),
      bare('new', 'a', { spec: { defaultBackend: { service: { name: 's' } } } }),
    ]),
    'custom-resource-definitions.json': json([
      bare('xs.example.com', undefined, { spec: { version: 'v1', group: 'example.com', names: { kind: 'X', plural: 'xs' } } }),
    ]),
    'services/a.json': 'null',
  });
  expect(
    ofType(records, 'object').map((record) => `${parsed(record).apiVersion} ${parsed(record).kind} ${parsed(record).metadata.name}`),
  ).toEqual([
    'v1 Namespace a',
    'v1 Pod p',
    'networking.k8s.io/v1beta1 Ingress old',
    'networking.k8s.io/v1 Ingress new',
    'apiextensions.k8s.io/v1beta1 CustomResourceDefinition xs.example.com',
  ]);
  expect(outcomes(records, 'services')).toEqual(['* partial', 'a ok 0']);
  expect(problemCodes(records)).toEqual([]);
});

test('the three shapes of namespaces.json: only a list names all of them', async () => {
  const pods = { 'pods/a.json': list('Pod', 'v1', [bare('p', 'a')]) };
  const all = await read({ ...pods, 'namespaces.json': namespaces('a') });
  expect([outcomes(all, 'namespaces'), outcomes(all, 'pods')]).toEqual([['* ok 1'], ['* ok 1']]);
  for (const some of [json([bare('a')]), json({ kind: 'Namespace', apiVersion: 'v1', ...bare('a') }), json(bare('a'))]) {
    const records = await read({ ...pods, 'namespaces.json': some });
    expect(countByKind(records)).toEqual({ 'core/Namespace': 1, 'core/Pod': 1 });
    expect([outcomes(records, 'namespaces'), outcomes(records, 'pods')]).toEqual([['* partial 1'], ['* partial', 'a ok 1']]);
  }
});

test('a namespace without its file was not looked at; what was denied says so', async () => {
  const records = await read({
    'namespaces.json': namespaces('a', 'b', 'c'),
    'pods/a.json': list('Pod', 'v1', null),
    'pods-errors.json': json({ b: 'pods is forbidden: User "x" cannot list resource "pods" in API group "" in the namespace "b"' }),
    'nodes-errors.json': json(['nodes is forbidden: User "x" cannot list resource "nodes"']),
    'pvs.json': '',
    'cronjobs-errors.json': json({ '': 'the server could not find the requested resource' }),
  });
  expect(outcomes(records, 'pods')).toEqual(['* partial', 'a ok 0', 'b denied']);
  expect(outcomes(records, 'nodes')).toEqual(['* denied']);
  expect(outcomes(records, 'persistentvolumes')).toEqual(['* failed']);
  expect(outcomes(records, 'cronjobs')).toEqual(['* not_served']);
  expect(problemCodes(records)).toEqual(['EMPTY_FILE']);
});

test('names that changed over the years', async () => {
  const records = await read({
    'namespace.json': namespaces('a'),
    'clusterRoleBindings.json': list('ClusterRoleBinding', 'rbac.authorization.k8s.io/v1', [bare('crb')]),
    clusterroles: list('ClusterRole', 'rbac.authorization.k8s.io/v1', [bare('cr')]),
    'resource-quotas/a.json': list('ResourceQuota', 'v1', [bare('q', 'a')]),
    'pdb/a.json': list('PodDisruptionBudget', 'policy/v1beta1', [bare('d', 'a')]),
    'networkPolicy/a.json': list('NetworkPolicy', 'networking.k8s.io/v1', [bare('n', 'a')]),
    'statefulsets-errors.json/a.json': list('ReplicaSet', 'apps/v1', [bare('r', 'a')]),
    'storage-errors.json': json(['storageclasses.storage.k8s.io is forbidden']),
    'pod-disruption-budgets-info.json': json({ a: 'timed out' }),
  });
  expect(countByKind(records)).toEqual({
    'apps/ReplicaSet': 1,
    'core/Namespace': 1,
    'core/ResourceQuota': 1,
    'networking.k8s.io/NetworkPolicy': 1,
    'policy/PodDisruptionBudget': 1,
    'rbac.authorization.k8s.io/ClusterRole': 1,
    'rbac.authorization.k8s.io/ClusterRoleBinding': 1,
  });
  expect(outcomes(records, 'storageclasses')).toEqual(['* denied']);
  expect(outcomes(records, 'poddisruptionbudgets')).toEqual(['* partial', 'a partial 1']);
});

test.each(['json first', 'yaml first'])(
  'custom resources as JSON with a YAML copy count once, as the JSON has them (%s)',
  async (order) => {
    const object = (value: string): object => ({ apiVersion: 'example.com/v1', kind: 'X', ...bare('x', 'a', { spec: { value } }) });
    const copies: [string, string][] = [
      ['custom-resources/xs.example.com/a.json', json([object('from JSON')])],
      ['custom-resources/xs.example.com/a.yaml', `- ${JSON.stringify(object('from YAML'))}\n`],
    ];
    const files = Object.fromEntries(order === 'json first' ? copies : copies.reverse());
    const records = await read({
      ...files,
      'custom-resources/ys.example.com.yaml':
        '- apiVersion: example.com/v1\n  kind: Y\n  metadata:\n    name: "y"\n  secret: ***HIDDEN***\n',
    });
    expect(ofType(records, 'object').map((record) => parsed(record)['spec'] ?? parsed(record)['secret'])).toEqual([
      { value: 'from JSON' },
      '***HIDDEN***',
    ]);
    expect(outcomes(records, 'ys')).toEqual(['* partial 1']);
    expect(ofType(records, 'snapshot').at(-1)).toMatchObject({ redaction: { mark: '***HIDDEN***', counts: { objects: 1 } } });
  },
);

test('custom resources: no file and no error means that there are none', async () => {
  const served = (plural: string, scope: string): object =>
    bare(`${plural}.example.com`, undefined, {
      spec: {
        group: 'example.com',
        scope,
        names: { kind: plural.toUpperCase(), plural },
        versions: [
          { name: 'v1beta1', served: true },
          { name: 'v1', served: true },
        ],
      },
    });
  const files = {
    'namespaces.json': namespaces('a'),
    'pods/a.json': list('Pod', 'v1', []),
    'custom-resource-definitions.json': list('CustomResourceDefinition', 'apiextensions.k8s.io/v1', [
      served('xs', 'Cluster'),
      served('ys', 'Namespaced'),
      served('zs', 'Namespaced'),
    ]),
  };
  const tried = await read({
    ...files,
    'custom-resources/custom-resources-errors.json': json({ 'zs.example.com': 'zs.example.com is forbidden' }),
  });
  expect([outcomes(tried, 'xs'), outcomes(tried, 'ys'), outcomes(tried, 'zs')]).toEqual([['* ok 0'], ['* ok 0'], ['* denied']]);
  expect(ofType(tried, 'resource').find(({ resource }) => resource === 'xs')).toMatchObject({
    group: 'example.com',
    version: 'v1',
    kind: 'XS',
    namespaced: false,
  });
  const untried = await read(files);
  expect(outcomes(untried, 'xs')).toEqual([]);
});

test('collectors that failed are told; what others left is kept', async () => {
  const records = await read({
    'sb/skipped-collectors.json': json([
      { collector: 'cluster-resources', reason: 'rbac', errors: ['cannot list'], timestamp: '2026-01-01T00:00:00Z' },
    ]),
    'sb/collector-errors/ceph-error.json': json({ collector: 'ceph', error: 'no such pod' }),
    'sb/helm/releases.json': '[]',
    'namespaces.json': namespaces('a'),
    'groups-resources-errors.json': json([
      'unable to retrieve the complete list of server APIs: metrics.k8s.io/v1beta1: stale GroupVersion discovery: metrics.k8s.io/v1beta1, custom.metrics.k8s.io/v1: x',
    ]),
  });
  expect(ofType(records, 'problem').map(({ message }) => message)).toEqual([
    'Collector cluster-resources: rbac; cannot list',
    'Collector ceph: no such pod',
  ]);
  expect(ofType(records, 'document').map(({ name }) => name)).toContain('helm/releases.json');
  expect(
    ofType(records, 'resource')
      .filter(({ outcome }) => outcome === 'unavailable')
      .map(({ group }) => group),
  ).toEqual(['metrics.k8s.io', 'custom.metrics.k8s.io']);
});
