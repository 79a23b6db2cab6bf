import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractorInput } from '../../test/support/demo-objects.ts';
import { show } from '../../test/support/relation-rules.ts';
import { builtInKinds } from '../kube/built-in-kinds.ts';
import type { KindKey } from '../kube/kind.ts';
import type { JsonObject, JsonValue } from '../records/record.ts';
import { allCodedRelations } from './coded/all.ts';
import { createExtractor } from './extractor.ts';
import { parsePath } from './path.ts';
import { isPointerText } from './pointer-text.ts';
import type { RelationRule } from './rule.ts';
import { sourceKinds } from './rule-source.ts';
import { allRules } from './rules/all.ts';

const extractor = createExtractor();
const pointers = (object: JsonObject): readonly string[] => extractor.extract(extractorInput(object)).references.map(show);

describe('what the pointer says stands', () => {
  test('a reference stays in its namespace: an Ingress in a never meets the Service of the same name in b', () => {
    const ingress = (namespace: string): JsonObject => ({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'web', namespace },
      spec: { defaultBackend: { service: { name: 'web' } } },
    });
    expect(pointers(ingress('a'))).toEqual(['ingress-service spec.defaultBackend.service.name → Service a/web']);
    expect(pointers(ingress('b'))).toEqual(['ingress-service spec.defaultBackend.service.name → Service b/web']);
  });

  test('an owner is known by its uid, kept beside the name; two kinds of one name stay apart', () => {
    const owned = (kind: string): JsonObject => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'c', namespace: 'shop', ownerReferences: [{ apiVersion: 'apps/v1', kind, name: 'web', uid: `${kind}-uid` }] },
    });
    expect([...pointers(owned('Deployment')), ...pointers(owned('StatefulSet'))]).toEqual([
      'owner metadata.ownerReferences[0].name → Deployment.apps shop/web uid=Deployment-uid',
      'owner metadata.ownerReferences[0].name → StatefulSet.apps shop/web uid=StatefulSet-uid',
    ]);
  });

  test('`written` is the reference as it stands, or the name alone', () => {
    const pod: JsonObject = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'p', namespace: 'shop' },
      spec: { nodeName: 'n', containers: [{ env: [{ valueFrom: { secretKeyRef: { name: 's', key: 'k', optional: true } } }] }] },
    };
    const { references } = extractor.extract(extractorInput(pod));
    expect(references.map(({ relation, written }) => [relation, written])).toEqual([
      ['pod-secret', { name: 's', key: 'k', optional: true }],
      ['pod-service-account', null],
      ['pod-node', 'n'],
    ]);
  });

  test('old groups are read under the kind that they have become', () => {
    expect(
      pointers({
        apiVersion: 'extensions/v1beta1',
        kind: 'Ingress',
        metadata: { name: 'old', namespace: 'shop' },
        spec: { backend: { serviceName: 'web', servicePort: 80 } },
      }),
    ).toEqual(['ingress-service spec.defaultBackend.service.name → Service shop/web']);
  });

  test('a kind of another group has none of the rules', () => {
    expect(
      pointers({
        apiVersion: 'serving.knative.dev/v1',
        kind: 'Service',
        metadata: { name: 'x', namespace: 'shop' },
        spec: { selector: { a: 'b' } },
      }),
    ).toEqual([]);
  });
});

test('of a version whose shape is not known, only what metadata says is read: owners and labels, neither spec nor selectors', () => {
  const input = (captured: JsonObject) => ({ ...extractorInput(captured), metadataOnly: true });
  const owner = { apiVersion: 'v1', kind: 'Service', name: 'web', uid: 'u' };
  const metadata = { name: 'x', namespace: 'shop', ownerReferences: [owner], labels: { 'kubernetes.io/service-name': 'web' } };
  const slice = { apiVersion: 'discovery.k8s.io/v9', kind: 'EndpointSlice', metadata, endpoints: [{ nodeName: 'n' }] };
  expect(extractor.extract(input(slice)).references.map(show)).toEqual([
    'owner metadata.ownerReferences[0].name → Service shop/web uid=u',
    "endpoint-slice-service metadata.labels['kubernetes.io/service-name'] → Service shop/web",
  ]);
  const service = { apiVersion: 'v9', kind: 'Service', metadata: { name: 's', namespace: 'shop' }, spec: { selector: { app: 'web' } } };
  expect(extractor.extract(input(service))).toEqual({ references: [], selectors: [] });
  const pod = { apiVersion: 'v9', kind: 'Pod', metadata: { name: 'p', namespace: 'shop' }, spec: { nodeName: 'n', containers: [] } };
  expect(extractor.extract(input(pod))).toEqual({ references: [], selectors: [] });
  expect(extractor.extract(input({ apiVersion: 'v9', kind: 'Pod', metadata: 'none' })).references).toEqual([]);
});

describe('rules of a caller', () => {
  const rule: RelationRule = {
    relation: 'widget-secret',
    from: { group: 'example.com', kind: 'Widget' },
    path: 'spec.secretName',
    target: { group: '', kind: 'Secret' },
    namespace: 'source',
    source: 'a test',
  };

  test('are followed', () => {
    const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'w', namespace: 'shop' }, spec: { secretName: 's' } };
    const { references } = createExtractor({ rules: [rule], coded: [] }).extract(extractorInput(widget));
    expect(references.map(show)).toEqual(['widget-secret spec.secretName → Secret shop/s']);
  });

  test('are refused by name where a path is malformed', () => {
    expect(() => createExtractor({ rules: [{ ...rule, path: 'spec..secretName' }] })).toThrow(
      /relation "widget-secret" at "spec..secretName"/,
    );
    expect(() => createExtractor({ rules: [{ ...rule, uid: '[' }] })).toThrow(/relation "widget-secret"/);
  });

  test('change the hash; the order of keys in a rule does not', () => {
    const reordered = Object.fromEntries(Object.entries(rule).reverse()) as unknown as RelationRule;
    const hash = (rules: readonly RelationRule[]): string => createExtractor({ rules, coded: [] }).hash;
    expect(hash([reordered])).toBe(hash([rule]));
    expect(hash([{ ...rule, weak: true }])).not.toBe(hash([rule]));
    expect(createExtractor({ rules: [rule] }).hash).not.toBe(hash([rule]));
    expect(hash([rule])).toMatch(/^[0-9a-f]{64}$/);
  });
});

test('every relation is listed once, and says whether it selects', () => {
  const names = extractor.relations.map(({ relation }) => relation);
  expect(new Set(names).size).toBe(names.length);
  const selecting = extractor.relations.filter(({ selects }) => selects).map(({ relation }) => relation);
  expect(new Set(selecting)).toEqual(new Set(allCodedRelations.filter(({ selects }) => selects).map(({ relation }) => relation)));
  expect(extractor.relations.find(({ relation }) => relation === 'pod-node')).toMatchObject({
    forward: { name: 'node' },
    reverse: { name: 'pods' },
  });
});

/** Every key that any rule speaks of, so that random objects have them in the wrong places. */
const keys = [
  ...new Set(allRules.flatMap((rule) => parsePath(rule.path).flatMap((step) => (step === 'each' ? [] : [step.key])))),
  ...[
    'kind',
    'apiVersion',
    'apiGroup',
    'namespace',
    'uid',
    'optional',
    'key',
    'items',
    'selector',
    'podSelector',
    'matchLabels',
    'ephemeral',
    '__proto__',
  ],
];
const { node: jsonTree } = fc.letrec<{ node: JsonValue }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 7, withCrossShrink: true },
    fc.constantFrom<JsonValue>(
      'x',
      'Pod',
      '',
      'a/b',
      0,
      -1,
      1e308,
      true,
      null,
      'system:serviceaccount:a:b',
      'x'.repeat(300),
      'x'.repeat(2000),
      '\u0000',
    ),
    fc.array(tie('node'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...keys), tie('node'), { maxKeys: 12 }),
  ),
}));

/** Kinds that have rules, so that most objects are walked far. */
const ruledKinds: readonly KindKey[] = [
  ...allRules.flatMap(({ from }) => sourceKinds(from).map(({ kind }) => kind)),
  ...allCodedRelations.flatMap(({ from }) => sourceKinds(from).map(({ kind }) => kind)),
  ...builtInKinds,
  { group: 'example.com', kind: 'Widget' },
];

test('random objects never throw, and all that is found is well named', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ruledKinds),
      fc.dictionary(fc.constantFrom(...keys), jsonTree, { maxKeys: 6 }),
      fc.constantFrom('shop', null),
      (key, object, namespace) => {
        const { references, selectors, patterns = [] } = extractor.extract({ object, key, namespace, name: 'web' });
        for (const draft of [...references, ...selectors, ...patterns]) {
          expect(isPointerText(draft.kind)).toBe(true);
          // A selector with an empty one looks only at what names no namespace.
          const isUnnamed = 'requirements' in draft && draft.namespace === '';
          expect(draft.namespace === null || isUnnamed || isPointerText(draft.namespace)).toBe(true);
          expect(draft.indexes).toHaveLength(draft.path.split('[]').length - 1);
        }
        for (const { name, uid = 'none', keys: needed = [] } of references) {
          expect([name, uid, ...needed].every(isPointerText)).toBe(true);
        }
      },
    ),
    { numRuns: 3000 },
  );
});

test('the deepest object that JSON.parse takes is walked only as deep as the rules go', () => {
  let deep: JsonValue = 'x';
  for (let depth = 0; depth < 5000; depth++) deep = depth % 2 === 0 ? [deep] : { spec: deep };
  expect(
    pointers({ apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p' }, spec: { volumes: deep, serviceAccountName: 'x' } }),
  ).toHaveLength(1);
});
