import { describe, expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded, show } from '../../../test/support/relation-rules.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import type { Extraction } from '../rule.ts';
import { composedClaimExamples } from '../testing/examples/composed-names.ts';
import { claimRelations } from './claims.ts';

checkCoded(claimRelations, composedClaimExamples);

const extractor = createExtractor({ rules: [], coded: claimRelations });

function extract(object: JsonObject): Extraction {
  return extractor.extract(extractorInput(object));
}

const pod = (volumes: JsonValue): JsonObject => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'web-1', namespace: 'shop' },
  spec: { volumes },
});

const statefulSet = (spec: JsonObject, status: JsonObject = {}): JsonObject => ({
  apiVersion: 'apps/v1',
  kind: 'StatefulSet',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { volumeClaimTemplates: [{ metadata: { name: 'data' } }], ...spec },
  status,
});

describe('generic ephemeral volumes', () => {
  test('a Pod claims <pod>-<volume>', () => {
    const { references } = extract(
      pod([
        { name: 'config', configMap: {} },
        { name: 'scratch', ephemeral: { volumeClaimTemplate: {} } },
      ]),
    );
    expect(references.map(show)).toEqual([
      'pod-persistent-volume-claim spec.volumes[1].ephemeral → PersistentVolumeClaim shop/web-1-scratch',
    ]);
  });

  test('a template claims nothing: its pods will', () => {
    const template = { spec: { volumes: [{ name: 'scratch', ephemeral: {} }] } };
    expect(
      extract({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'web', namespace: 'shop' }, spec: { template } }).references,
    ).toEqual([]);
  });

  test.each<[string, JsonValue]>([
    ['a volume without a name', [{ ephemeral: {} }]],
    ['a name that is no string', [{ name: 7, ephemeral: {} }]],
    ['a name without end', [{ name: 'x'.repeat(1020), ephemeral: {} }]],
    ['ephemeral that is no object', [{ name: 'scratch', ephemeral: true }]],
    ['volumes that are no list', { name: 'scratch', ephemeral: {} }],
  ])('%s claims nothing', (_, volumes) => {
    expect(extract(pod(volumes)).references).toEqual([]);
  });
});

describe('claims of a StatefulSet', () => {
  test.each<[string, JsonObject, readonly number[]]>([
    ['spec.replicas', statefulSet({ replicas: 3 }), [0, 1, 2]],
    ['one where replicas are absent', statefulSet({}), [0]],
    ['one where replicas are null, which the API does not tell from absent', statefulSet({ replicas: null }), [0]],
    ['none where there are none', statefulSet({ replicas: 0 }), []],
    ['those that a scale-down has not yet taken', statefulSet({ replicas: 1 }, { replicas: 2 }), [0, 1]],
    ['ordinals.start', statefulSet({ replicas: 2, ordinals: { start: 5 } }), [5, 6]],
    ['malformed replicas are none', statefulSet({ replicas: '3' }), []],
    ['negative replicas are none', statefulSet({ replicas: -3 }), []],
  ])('expects %s', (_, object, ordinals) => {
    expect(extract(object).references.map(show)).toEqual(
      ordinals.map(
        (ordinal) =>
          `stateful-set-claim spec.volumeClaimTemplates[0].metadata.name → PersistentVolumeClaim shop/data-web-${ordinal} [weak]`,
      ),
    );
  });

  test('every template has a name pattern, so that claims that a scale-down left are found', () => {
    const { patterns } = extract(
      statefulSet({ replicas: 0, volumeClaimTemplates: [{ metadata: { name: 'data' } }, {}, { metadata: { name: 'my-log' } }] }),
    );
    expect(patterns?.map(({ prefix, indexes, namespace, kind }) => ({ prefix, indexes, namespace, kind }))).toEqual([
      { prefix: 'data-web', indexes: [0], namespace: 'shop', kind: 'PersistentVolumeClaim' },
      { prefix: 'my-log-web', indexes: [2], namespace: 'shop', kind: 'PersistentVolumeClaim' },
    ]);
  });

  test('absurd numbers of replicas and templates are bounded', () => {
    const volumeClaimTemplates = Array.from({ length: 200 }, (_, index) => ({ metadata: { name: `t${index}` } }));
    const { references, patterns } = extract(statefulSet({ replicas: 2 ** 31 - 1, volumeClaimTemplates }));
    expect(references).toHaveLength(1000);
    expect(patterns).toHaveLength(200);
    expect(extract(statefulSet({ replicas: 1e300 })).references).toEqual([]);
  });

  test('without templates nothing is claimed', () => {
    expect(extract(statefulSet({ replicas: 2, volumeClaimTemplates: null }))).toEqual({ references: [], selectors: [] });
  });
});
