import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const CERTIFICATE = 'cert-manager.io/inject-ca-from';
const SECRET = 'cert-manager.io/inject-ca-from-secret';

const made = (apiVersion: string, kind: string, spec: JsonObject, named: (name: string) => string = (name) => name) => ({
  of: (name: string, annotations: JsonObject): JsonObject => ({ apiVersion, kind, metadata: { name: named(name), annotations }, ...spec }),
});

const definition: JsonObject = {
  group: 'example.com',
  scope: 'Namespaced',
  names: { kind: 'Shop', listKind: 'ShopList', plural: 'shops', singular: 'shop' },
  versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
};

const injected = [
  made('admissionregistration.k8s.io/v1', 'MutatingWebhookConfiguration', {}),
  made('admissionregistration.k8s.io/v1', 'ValidatingWebhookConfiguration', {}),
  made(
    'apiregistration.k8s.io/v1',
    'APIService',
    { spec: { group: 'example.com', version: 'v1', groupPriorityMinimum: 100, versionPriority: 100 } },
    () => 'v1.example.com',
  ),
  made('apiextensions.k8s.io/v1', 'CustomResourceDefinition', { spec: definition }, () => 'shops.example.com'),
];

export const certManagerInjectionExamples: readonly Example[] = injected.flatMap(({ of }): Example[] => [
  {
    object: of('of-a-certificate', { [CERTIFICATE]: 'shop/serving' }),
    pointers: [`injected-certificate metadata.annotations['${CERTIFICATE}'] → Certificate.cert-manager.io shop/serving`],
  },
  {
    object: of('of-a-secret', { [SECRET]: 'shop/serving-tls' }),
    pointers: [`injected-secret metadata.annotations['${SECRET}'] → Secret shop/serving-tls`],
  },
  { object: of('without-namespace', { [CERTIFICATE]: 'serving', [SECRET]: 'serving-tls' }), pointers: [] },
]);
