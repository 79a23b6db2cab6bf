import { describe, expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { holding } from '../../../test/support/template-scaffolds.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { podSpecs } from '../kinds.ts';
import type { SelectorDraft } from '../rule.ts';
import { podPlacementRelations } from './pod-placement.ts';

const extractor = createExtractor({ rules: [], coded: podPlacementRelations });
const labels = { app: 'web', 'pod-template-hash': 'abc' };
const expression = (key: string, operator: string, ...values: string[]): JsonObject => ({ key, operator, values });

/** A spec in every kind that has one, with the same labels. */
function selectorsOf(spec: JsonObject, { kind, path } = podSpecs[0] as (typeof podSpecs)[number]): readonly SelectorDraft[] {
  const object =
    path === 'spec'
      ? holding({ kind, path }, spec)
      : holding({ kind, path: path.replace(/\.spec$/, '') }, { metadata: { labels }, spec } satisfies JsonObject);
  const metadata = { name: 'web', namespace: 'shop', ...(path === 'spec' ? { labels } : {}) };
  return extractor.extract(extractorInput({ ...object, metadata })).selectors;
}

const show = ({ relation, kind, namespace, requirements }: SelectorDraft): string =>
  `${relation} → ${kind} in ${namespace ?? '*'}: ${requirements.map(({ key, operator, values }) => `${key} ${operator} ${values.join('|')}`).join(', ')}`;
const shown = (spec: JsonObject): string[] => selectorsOf(spec).map(show);

const required = (key: string, ...terms: JsonValue[]): JsonObject => ({
  affinity: { [key]: { requiredDuringSchedulingIgnoredDuringExecution: terms } },
});
const nodeTerms = (...nodeSelectorTerms: JsonValue[]): JsonObject => ({
  nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
});
const web = { matchLabels: { app: 'web' } };

test.each(podSpecs)('$kind.kind $path: the path is that of its own spec', (holder) => {
  const found = selectorsOf({ nodeSelector: { disk: 'ssd' } }, holder);
  expect(found).toMatchObject([{ relation: 'pod-schedulable-node', path: `${holder.path}.nodeSelector`, namespace: null }]);
  const spread = { topologySpreadConstraints: [{ whenUnsatisfiable: 'DoNotSchedule', labelSelector: {}, matchLabelKeys: ['app'] }] };
  expect(selectorsOf(spread, holder).map(show)).toEqual(['pod-topology-spread → Pod in shop: app In web']);
});

describe('nodes', () => {
  test('the selector and one of the terms must hold; Gt and Lt count', () => {
    const terms = nodeTerms(
      { matchExpressions: [expression('zone', 'In', 'a', 'b'), expression('cores', 'Gt', '8')] },
      { matchExpressions: [expression('spot', 'DoesNotExist')] },
    );
    expect(shown({ nodeSelector: { disk: 'ssd' }, affinity: terms })).toEqual([
      'pod-schedulable-node → Node in *: disk In ssd, zone In a|b, cores GreaterThan 8',
      'pod-schedulable-node → Node in *: disk In ssd, spot DoesNotExist ',
    ]);
  });

  test.each<[string, JsonObject]>([
    ['nothing is asked', {}],
    ['the selector is empty', { nodeSelector: {} }],
    ['the selector is malformed', { nodeSelector: { disk: 1 } }],
    ['terms are empty', { nodeSelector: { disk: 'ssd' }, affinity: nodeTerms({}) }],
    ['terms ask for fields', { affinity: nodeTerms({ matchFields: [expression('metadata.name', 'In', 'worker-1')] }) }],
    [
      'it is a preference',
      {
        affinity: {
          nodeAffinity: {
            preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 1, preference: { matchExpressions: [expression('a', 'Exists')] } }],
          },
        },
      },
    ],
  ])('none are told where %s', (_why, spec) => {
    expect(shown(spec)).toEqual([]);
  });
});

describe('other pods', () => {
  test.each<[string, JsonObject, string[]]>([
    ['no namespace is said', { labelSelector: web }, ['shop']],
    ['namespaces are listed', { labelSelector: web, namespaces: ['a', 'b'] }, ['a', 'b']],
    ['all are selected', { labelSelector: web, namespaces: ['a'], namespaceSelector: {} }, ['*']],
    [
      'some are selected by name',
      {
        labelSelector: web,
        namespaces: ['a'],
        namespaceSelector: { matchExpressions: [expression('kubernetes.io/metadata.name', 'In', 'a', 'c')] },
      },
      ['a', 'c'],
    ],
    ['some are selected otherwise', { labelSelector: web, namespaceSelector: { matchLabels: { team: 'x' } } }, []],
    ['no pods are selected', { namespaces: ['a'] }, []],
  ])('where %s', (_what, term, namespaces) => {
    expect(shown(required('podAffinity', term))).toEqual(namespaces.map((name) => `pod-affinity → Pod in ${name}: app In web`));
    expect(shown(required('podAntiAffinity', term))).toEqual(namespaces.map((name) => `pod-anti-affinity → Pod in ${name}: app In web`));
  });

  test('an empty selector selects every pod; keys take the values of the pod, those that it has not are passed over', () => {
    const term = { labelSelector: {}, matchLabelKeys: ['pod-template-hash', 'none'], mismatchLabelKeys: ['app', 7] };
    expect(shown(required('podAffinity', term))).toEqual(['pod-affinity → Pod in shop: pod-template-hash In abc, app NotIn web']);
    expect(shown(required('podAffinity', { labelSelector: {} }))).toEqual(['pod-affinity → Pod in shop: ']);
  });

  test('a preference is no relation', () => {
    const preferred = [{ weight: 1, podAffinityTerm: { labelSelector: web, topologyKey: 'zone' } }];
    expect(shown({ affinity: { podAffinity: { preferredDuringSchedulingIgnoredDuringExecution: preferred } } })).toEqual([]);
    expect(shown({ topologySpreadConstraints: [{ whenUnsatisfiable: 'ScheduleAnyway', labelSelector: web }] })).toEqual([]);
  });

  test('a constraint counts pods of its own namespace; without a selector none', () => {
    expect(shown({ topologySpreadConstraints: [{ whenUnsatisfiable: 'DoNotSchedule', labelSelector: web }, { maxSkew: 1 }] })).toEqual([
      'pod-topology-spread → Pod in shop: app In web',
    ]);
  });
});
