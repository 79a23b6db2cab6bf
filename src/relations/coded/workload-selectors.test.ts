import { expect, test } from 'vitest';
import { extractorInput } from '../../../test/support/demo-objects.ts';
import { checkCoded } from '../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../records/record.ts';
import { createExtractor } from '../extractor.ts';
import { istioWorkloadExamples } from '../testing/examples/istio-workloads.ts';
import { workloadSelectorRelations } from './workload-selectors.ts';

checkCoded(workloadSelectorRelations, istioWorkloadExamples);

const extractor = createExtractor({ rules: [], coded: workloadSelectorRelations });
const web = { app: 'web' };

function selected(apiVersion: string, kind: string, spec: JsonObject): string[] {
  const { selectors } = extractor.extract(extractorInput({ apiVersion, kind, metadata: { name: 'x', namespace: 'shop' }, spec }));
  return selectors.map(
    ({ kind: target, namespace, requirements }) =>
      `${target} in ${namespace ?? '*'}: ${requirements.map(({ key, values }) => `${key}=${values.join()}`).join()}`,
  );
}

const policies: readonly (readonly [string, string])[] = [
  ['security.istio.io/v1', 'AuthorizationPolicy'],
  ['security.istio.io/v1', 'PeerAuthentication'],
  ['security.istio.io/v1', 'RequestAuthentication'],
  ['telemetry.istio.io/v1', 'Telemetry'],
  ['extensions.istio.io/v1alpha1', 'WasmPlugin'],
];

test.each(policies)('%s %s: pods of its own namespace, all of them where it selects none', (apiVersion, kind) => {
  expect(selected(apiVersion, kind, { selector: { matchLabels: web } })).toEqual(['Pod in shop: app=web']);
  expect(selected(apiVersion, kind, {})).toEqual(['Pod in shop: ']);
  expect(selected(apiVersion, kind, { selector: { matchLabels: { app: 1 } } })).toEqual([]);
});

test.each(policies.filter(([, kind]) => kind !== 'PeerAuthentication'))('%s %s with targets selects no pods', (apiVersion, kind) => {
  expect(selected(apiVersion, kind, { targetRefs: [{ kind: 'Service', name: 'web' }] })).toEqual([]);
  expect(selected(apiVersion, kind, { targetRef: { kind: 'Service', name: 'web' } })).toEqual([]);
  expect(selected(apiVersion, kind, { targetRefs: [] })).toEqual(['Pod in shop: ']);
});

test.each(['Sidecar', 'EnvoyFilter'])('%s', (kind) => {
  expect(selected('networking.istio.io/v1', kind, { workloadSelector: { labels: web } })).toEqual(['Pod in shop: app=web']);
  expect(selected('networking.istio.io/v1', kind, {})).toEqual(['Pod in shop: ']);
});

test('a Gateway finds its pods in any namespace; that of the Gateway API selects none', () => {
  expect(selected('networking.istio.io/v1', 'Gateway', { selector: web })).toEqual(['Pod in *: app=web']);
  expect(selected('gateway.networking.k8s.io/v1', 'Gateway', { selector: web })).toEqual([]);
});

test('a DestinationRule and a ServiceEntry select nothing unless they say what', () => {
  expect(selected('networking.istio.io/v1', 'DestinationRule', { workloadSelector: { matchLabels: web } })).toEqual([
    'Pod in shop: app=web',
  ]);
  expect(selected('networking.istio.io/v1', 'ServiceEntry', { workloadSelector: { labels: web } })).toEqual([
    'Pod in shop: app=web',
    'WorkloadEntry in shop: app=web',
  ]);
  expect(selected('networking.istio.io/v1', 'DestinationRule', { host: 'web' })).toEqual([]);
  expect(selected('networking.istio.io/v1', 'ServiceEntry', { workloadSelector: { labels: {} } })).toEqual([]);
});
