import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const version = (name: string, served: boolean, storage: boolean): JsonObject => ({
  name,
  served,
  storage,
  schema: { openAPIV3Schema: { type: 'object' } },
});
const definition = (plural: string, versions: JsonObject[]): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${plural}.example.com` },
  spec: { group: 'example.com', scope: 'Namespaced', names: { kind: 'Shop', listKind: 'ShopList', plural, singular: 'shop' }, versions },
});

export const definitionApiServiceExamples: readonly Example[] = [
  {
    object: definition('shops', [version('v1beta1', false, false), version('v1', true, true), version('v2', true, false)]),
    pointers: [
      'custom-resource-definition-api-service spec.versions[1].name → APIService.apiregistration.k8s.io v1.example.com [weak]',
      'custom-resource-definition-api-service spec.versions[2].name → APIService.apiregistration.k8s.io v2.example.com [weak]',
    ],
  },
  { object: definition('closed', [version('v1', false, true)]), pointers: [] },
];
