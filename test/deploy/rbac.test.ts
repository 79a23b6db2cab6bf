/** The roles of deploy/ against what the API server of the demo serves, and against every kind that Kubernetes has had. */
import { beforeAll, describe, expect, test } from 'vitest';
import { builtInKinds } from '../../src/kube/built-in-kinds.ts';
import type { ApiResource } from '../../src/sources/cluster/discovery/api-resource.ts';
import { NEVER_LISTED } from '../../src/sources/cluster/lists/never-listed.ts';
import { planResources } from '../../src/sources/cluster/lists/resource-plan.ts';
import type { ResourceList } from '../../src/sources/cluster/testing/replay-data.ts';
import { demoEntries } from './demo-entries.ts';
import { manifestsOf } from './manifests.ts';
import { isAllowed, type PolicyRule, rulesOf } from './rule-evaluation.ts';

const account = 'snapgraph-capture';
const everything = rulesOf(manifestsOf('rbac.yaml'), account);
const withoutSecrets = manifestsOf('rbac-without-secrets.yaml');

let served: readonly ApiResource[] = [];
beforeAll(async () => {
  const discovery = (await demoEntries((path) => path === 'discovery.json')).get('discovery.json') as { resourceLists: ResourceList[] };
  served = discovery.resourceLists.flatMap(({ groupVersion, resources }) => {
    const [version = '', group = ''] = groupVersion.split('/').reverse();
    return resources.map(({ name, ...rest }) => ({
      group,
      version,
      resource: name,
      ...rest,
      singular: '',
      shortNames: [],
      categories: [],
    }));
  });
  expect(served.length).toBeGreaterThan(100);
});

/** What a capture lists, of all that is served. */
const listed = (): ApiResource[] => {
  const plans = planResources(served, { include: [], exclude: [] });
  return plans.flatMap(({ resource, excluded }) => (excluded === null ? [resource] : []));
};

const refused = (rules: readonly PolicyRule[], resources: readonly Pick<ApiResource, 'group' | 'resource'>[]): string[] => [
  ...new Set(
    resources
      .filter(({ group, resource }) => !isAllowed(rules, { verb: 'list', group, resource }))
      .map(({ group, resource }) => `${resource}.${group}`),
  ),
];

describe('rbac.yaml', () => {
  test('covers every list', () => {
    expect(listed().length).toBeGreaterThan(50);
    expect(
      refused(
        everything,
        served.filter(({ verbs }) => verbs.includes('list')),
      ),
    ).toEqual([]);
    expect(
      refused(
        everything,
        builtInKinds.map(({ group, plural }) => ({ group, resource: plural })),
      ),
    ).toEqual([]);
    expect(refused(everything, [{ group: 'not.yet.known', resource: 'things' }])).toEqual([]);
  });

  test('covers what else is read', () => {
    expect(isAllowed(everything, { verb: 'get', group: '', resource: 'pods/log', name: 'web' })).toBe(true);
    expect(isAllowed(everything, { verb: 'get', group: '', resource: 'nodes/proxy', name: 'worker' })).toBe(true);
    expect(isAllowed(everything, { verb: 'get', group: '', resource: 'namespaces', name: 'kube-system' })).toBe(true);
  });

  test('allows nothing else', () => {
    const verbs = ['get', 'watch', 'create', 'update', 'patch', 'delete', 'deletecollection', 'impersonate', 'bind', 'escalate'];
    const allowed = served.flatMap(({ group, resource }) =>
      verbs.flatMap((verb) => (isAllowed(everything, { verb, group, resource, name: 'x' }) ? [`${verb} ${resource}.${group}`] : [])),
    );
    expect(allowed.sort()).toEqual(['get nodes/proxy.', 'get pods/log.']);
  });

  test('nodes/proxy is in a role of its own', () => {
    const left = manifestsOf('rbac.yaml').filter(({ metadata }) => metadata.name !== 'snapgraph-capture-nodes');
    const rules = rulesOf(left, account);
    expect(isAllowed(rules, { verb: 'get', group: '', resource: 'nodes/proxy', name: 'worker' })).toBe(false);
    expect(refused(rules, listed())).toEqual([]);
  });
});

/** Reviews are asked and bindings made; none of them is kept. */
const neverStored = new Set(['authentication.k8s.io', 'authorization.k8s.io', 'bindings']);
const custom = (group: string): boolean => group.endsWith('.example.com');

describe('rbac-without-secrets.yaml', () => {
  const rules = rulesOf(withoutSecrets, account);

  test("covers every list of Kubernetes' own but that of Secrets", () => {
    expect(
      refused(
        rules,
        listed().filter(({ group }) => !custom(group)),
      ),
    ).toEqual(['secrets.']);
  });

  test('covers every kind that Kubernetes has had', () => {
    const never = new Set(NEVER_LISTED.filter((row) => row.twin === null).map(({ resource }) => resource));
    const kinds = builtInKinds.filter(({ group, plural }) => !neverStored.has(group) && !neverStored.has(plural) && !never.has(plural));
    expect(kinds.length).toBeGreaterThan(60);
    expect(
      refused(
        rules,
        kinds.map(({ group, plural }) => ({ group, resource: plural })),
      ),
    ).toEqual(['secrets.']);
  });

  test('refuses Secrets whatever the verb, and what leads to them', () => {
    for (const verb of ['list', 'get', 'watch']) {
      expect(isAllowed(rules, { verb, group: '', resource: 'secrets' })).toBe(false);
      expect(isAllowed(rules, { verb, group: '', resource: 'secrets', name: 'registry-pull' })).toBe(false);
    }
    expect(isAllowed(rules, { verb: 'get', group: '', resource: 'nodes/proxy', name: 'worker' })).toBe(false);
    expect(isAllowed(rules, { verb: 'create', group: '', resource: 'pods/exec', name: 'web' })).toBe(false);
  });

  test('covers what else is read', () => {
    expect(isAllowed(rules, { verb: 'get', group: '', resource: 'pods/log', name: 'web' })).toBe(true);
    expect(isAllowed(rules, { verb: 'get', group: '', resource: 'namespaces', name: 'kube-system' })).toBe(true);
  });

  test('a role with the label admits custom resources', () => {
    const shops = { group: 'shop.example.com', resource: 'shops' };
    expect(refused(rules, [shops])).toEqual(['shops.shop.example.com']);
    const mine = {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRole',
      metadata: { name: 'mine', labels: { 'snapgraph-capture/aggregate': 'true' } },
      rules: [{ apiGroups: ['shop.example.com'], resources: ['*'], verbs: ['list'] }],
    };
    expect(refused(rulesOf([...withoutSecrets, mine], account), [shops])).toEqual([]);
    expect(refused(rulesOf([...withoutSecrets, { ...mine, metadata: { name: 'mine' } }], account), [shops])).toHaveLength(1);
  });
});
