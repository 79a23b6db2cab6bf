import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const admission = 'admissionregistration.k8s.io/v1';
const service = { namespace: 'payments', name: 'policy-webhook', path: '/x' };
const webhook = (name: string, clientConfig: JsonObject): JsonObject => ({
  name: `${name}.example.com`,
  clientConfig,
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
});

const crd = (name: string, conversion: JsonObject): JsonObject => ({
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `${name}.example.com` },
  spec: {
    group: 'example.com',
    scope: 'Namespaced',
    names: { kind: 'Shop', listKind: 'ShopList', plural: name, singular: 'shop' },
    versions: [{ name: 'v1', served: true, storage: true, schema: { openAPIV3Schema: { type: 'object' } } }],
    conversion,
  },
});

const apiService = (version: string, group: string, spec: JsonObject): JsonObject => ({
  apiVersion: 'apiregistration.k8s.io/v1',
  kind: 'APIService',
  metadata: { name: `${version}.${group}` },
  spec: { group, version, groupPriorityMinimum: 100, versionPriority: 100, ...spec },
});

export const apiMachineryExamples: readonly Example[] = [
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].flatMap((kind): Example[] => [
    {
      object: {
        apiVersion: admission,
        kind,
        metadata: { name: 'payments-policy' },
        webhooks: [webhook('outside', { url: 'https://example.com' }), webhook('inside', { service })],
      },
      pointers: ['webhook-service webhooks[1].clientConfig.service.name → Service payments/policy-webhook'],
    },
    {
      object: {
        apiVersion: admission,
        kind,
        metadata: { name: 'without-namespace' },
        webhooks: [{ clientConfig: { service: { name: 'x' } } }],
      },
      pointers: [],
    },
  ]),
  {
    object: {
      apiVersion: admission,
      kind: 'ValidatingAdmissionPolicyBinding',
      metadata: { name: 'b' },
      spec: { policyName: 'p', validationActions: ['Deny'] },
    },
    pointers: ['validating-admission-policy-binding-policy spec.policyName → ValidatingAdmissionPolicy.admissionregistration.k8s.io p'],
  },
  {
    object: { apiVersion: admission, kind: 'MutatingAdmissionPolicyBinding', metadata: { name: 'b' }, spec: { policyName: 'p' } },
    pointers: ['mutating-admission-policy-binding-policy spec.policyName → MutatingAdmissionPolicy.admissionregistration.k8s.io p'],
  },
  {
    object: apiService('v1beta1', 'metrics.k8s.io', {
      service: { namespace: 'kube-system', name: 'metrics-server' },
      insecureSkipTLSVerify: true,
    }),
    pointers: ['api-service-service spec.service.name → Service kube-system/metrics-server'],
  },
  { object: apiService('v1', 'example.com', {}), pointers: [] },
  {
    object: crd('shops', { strategy: 'Webhook', webhook: { clientConfig: { service }, conversionReviewVersions: ['v1'] } }),
    pointers: [
      'custom-resource-definition-conversion-service spec.conversion.webhook.clientConfig.service.name → Service payments/policy-webhook',
    ],
  },
  { object: crd('unconverted', { strategy: 'None' }), pointers: [] },
];
