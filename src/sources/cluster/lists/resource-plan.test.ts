import { expect, test } from 'vitest';
import type { ApiResource } from '../discovery/api-resource.ts';
import { DEFAULTS_OF_RESOURCE } from '../testing/api-resources.ts';
import { planResources } from './resource-plan.ts';

const resource = (resourceName: string, group = '', more: Partial<ApiResource> = {}): ApiResource => ({
  ...DEFAULTS_OF_RESOURCE,
  resource: resourceName,
  group,
  ...more,
});

const served: readonly ApiResource[] = [
  resource('componentstatuses'),
  resource('configmaps', '', { kind: 'ConfigMap', shortNames: ['cm'], singular: 'configmap' }),
  resource('events', '', { kind: 'Event', shortNames: ['ev'] }),
  resource('pods', '', { kind: 'Pod', shortNames: ['po'], singular: 'pod' }),
  resource('namespaces', '', { kind: 'Namespace', namespaced: false }),
  resource('events', 'events.k8s.io', { kind: 'Event' }),
  resource('ingresses', 'extensions', { kind: 'Ingress' }),
  resource('ingresses', 'networking.k8s.io', { kind: 'Ingress' }),
  resource('shops', 'shop.example.com', { kind: 'Shop' }),
  resource('promotions', 'shop.example.com', { kind: 'Promotion' }),
  resource('tokenreviews', 'authentication.k8s.io', { verbs: ['create'] }),
];

function listed(include: readonly string[], exclude: readonly string[] = []): string[] {
  return planResources(served, { include, exclude })
    .filter(({ excluded }) => excluded === null)
    .map(({ resource: { resource: name, group } }) => (group === '' ? name : `${name}.${group}`));
}

test('each listable resource once, what changes fastest first', () => {
  expect(listed([])).toEqual([
    'namespaces',
    'events',
    'pods',
    'configmaps',
    'ingresses.networking.k8s.io',
    'shops.shop.example.com',
    'promotions.shop.example.com',
  ]);
});

test('the same objects of another group are listed where the group that we prefer is not served', () => {
  const old = served.filter(({ group }) => group !== 'networking.k8s.io');
  const plan = planResources(old, { include: [], exclude: [] });
  expect(plan.find(({ resource: { group } }) => group === 'extensions')?.excluded).toBeNull();
  expect(plan.find(({ resource: { group } }) => group === 'events.k8s.io')?.excluded).toBe('the same objects as events');
});

test('of two that hold the same objects the one that was asked for is listed', () => {
  expect(listed(['events'])).toEqual(['events']);
  expect(listed(['events.events.k8s.io'])).toEqual(['events.events.k8s.io']);
});

test.each([
  [['pods'], ['pods']],
  [
    ['po', 'CM'],
    ['pods', 'configmaps'],
  ],
  [['Shop'], ['shops.shop.example.com']],
  [['*.shop.example.com'], ['shops.shop.example.com', 'promotions.shop.example.com']],
  [['pod.core'], ['pods']],
  [['*'], listed([])],
])('--include %s', (include, expected) => {
  expect(listed(include)).toEqual(expected);
});

test('--exclude, and both', () => {
  expect(
    listed(
      [],
      ['*.example.com', 'ev', 'ns', 'ingresses'].filter((name) => name !== 'ns'),
    ),
  ).toEqual(['namespaces', 'pods', 'configmaps']);
  expect(listed(['po*', 'cm'], ['configmaps'])).toEqual(['pods']);
});

test('a name that fits nothing is told with those that there are', () => {
  expect(() => listed(['podz'])).toThrow('--include podz: the server has no resource of that name.');
  expect(() => listed([], ['tokenreviews'])).toThrow('--exclude tokenreviews');
});
