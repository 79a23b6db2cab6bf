/** Selectors through the label index against comparing every selector with every object, in both directions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesRequirements } from '../../kube/label-selector.ts';
import type { Requirement } from '../../kube/requirement.ts';
import type { JsonObject } from '../../records/record.ts';
import type { Extractor } from '../../relations/extractor.ts';
import { importRecords, object } from '../testing/import-records.ts';

const key = fc.constantFrom('app', 'tier', '__proto__', 'constructor');
const value = fc.constantFrom('a', 'b', '');
const labels = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true });
const requirement: fc.Arbitrary<Requirement> = fc.oneof(
  fc.record({ key, operator: fc.constant('In' as const), values: fc.uniqueArray(value, { minLength: 1, maxLength: 2 }) }),
  fc.record({ key, operator: fc.constant('NotIn' as const), values: fc.uniqueArray(value, { minLength: 1, maxLength: 2 }) }),
  fc.record({ key, operator: fc.constantFrom('Exists' as const, 'DoesNotExist' as const), values: fc.constant([]) }),
);
const namespace = fc.constantFrom('n1', 'n2');
const capture = fc.record({
  pods: fc.array(fc.record({ namespace, labels }), { minLength: 1, maxLength: 8 }),
  selectors: fc.array(fc.record({ namespace, within: fc.option(namespace), requirements: fc.array(requirement, { maxLength: 3 }) }), {
    maxLength: 6,
  }),
});

const extractor: Extractor = {
  extract: ({ object: source, key: kind }) => ({
    references: [],
    selectors:
      kind.kind === 'Service'
        ? [
            {
              relation: 'selects',
              path: 'spec.selector',
              indexes: [],
              group: '',
              kind: 'Pod',
              ...(source['spec'] as unknown as { namespace: string | null; requirements: Requirement[] }),
            },
          ]
        : [],
  }),
  relations: [{ relation: 'selects', selects: true }],
  hash: 'test',
  recipe: null,
};

test('forward and reverse, every pair of selector and object', async () => {
  await fc.assert(
    fc.asyncProperty(capture, async ({ pods, selectors }) => {
      const reader = await importRecords(
        [
          ...pods.map((pod, index) => object('v1', 'Pod', `${pod.namespace}/p${index}`, { metadata: { labels: pod.labels } })),
          ...selectors.map((one, index) =>
            object('v1', 'Service', `${one.namespace}/s${index}`, {
              spec: { namespace: one.within, requirements: one.requirements } as unknown as JsonObject,
            }),
          ),
        ],
        { extractor },
      );
      const expected = selectors.flatMap((one, index) =>
        pods.flatMap((pod, place) =>
          (one.within === null || one.within === pod.namespace) && matchesRequirements(pod.labels, one.requirements)
            ? [`s${index} p${place}`]
            : [],
        ),
      );
      const { rows } = await reader.list({ filter: {} });
      const named = new Map(rows.map(({ id, name }) => [id, name]));
      const ids = rows.map(({ id }) => id);
      const forward = await reader.edges({ parents: ids, direction: 'forward', relations: ['selects'] });
      const reverse = await reader.edges({ parents: ids, direction: 'reverse' });
      expect(forward.map((edge) => `${named.get(edge.parent)} ${edge.object.name}`).sort()).toEqual(expected.toSorted());
      expect(reverse.map((edge) => `${edge.object.name} ${named.get(edge.parent)}`).sort()).toEqual(expected.toSorted());
      const services = rows.filter(({ kind }) => kind === 'Service').map(({ id }) => id);
      expect([...(await reader.selecting(ids, 'selects'))].sort()).toEqual(services.toSorted());
    }),
    { numRuns: 150 },
  );
});

test('an edge of a selector looks like any other', async () => {
  const reader = await importRecords([
    object('v1', 'Pod', 'a/p', { metadata: { labels: { app: 'web' } } }),
    object('v1', 'Service', 'a/s', { spec: { selector: { app: 'web' } } }),
  ]);
  const [service] = await reader.find([{ group: '', kind: 'Service', namespace: 'a', name: 's' }]);
  const [edge] = await reader.edges({ parents: [service?.id ?? 0], direction: 'forward', relations: ['service-pod'] });
  expect(edge?.reference).toMatchObject({ relation: 'service-pod', path: 'spec.selector', status: 'OK', written: null, key: null });
  const none = { parents: [service?.id ?? 0], direction: 'forward' as const, relations: ['service-pod'] };
  expect(await reader.edges({ ...none, kinds: [{ group: '', kind: 'Node' }] })).toEqual([]);
  expect(await reader.edges({ ...none, statuses: ['MISSING'] })).toEqual([]);
  expect(await reader.edges({ ...none, controllersOnly: true })).toEqual([]);
});
