import type { Example } from '../../../../test/support/relation-rules.ts';

const admission = 'admissionregistration.k8s.io/v1';
const service = { namespace: 'payments', name: 'policy-webhook', path: '/x' };

export const apiMachineryExamples: readonly Example[] = [
  ...['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].map((kind) => ({
    object: {
      apiVersion: admission,
      kind,
      metadata: { name: 'payments-policy' },
      webhooks: [
        { clientConfig: { url: 'https://example.com' } },
        { clientConfig: { service } },
        { clientConfig: { service: { name: 'x' } } },
      ],
    },
    pointers: ['webhook-service webhooks[1].clientConfig.service.name → Service payments/policy-webhook'],
  })),
  ...['Validating', 'Mutating'].map((type) => ({
    object: { apiVersion: admission, kind: `${type}AdmissionPolicyBinding`, metadata: { name: 'b' }, spec: { policyName: 'p' } },
    pointers: [
      `${type.toLowerCase()}-admission-policy-binding-policy spec.policyName → ${type}AdmissionPolicy.admissionregistration.k8s.io p`,
    ],
  })),
  {
    object: {
      apiVersion: 'apiregistration.k8s.io/v1',
      kind: 'APIService',
      metadata: { name: 'v1beta1.metrics.k8s.io' },
      spec: { service: { namespace: 'kube-system', name: 'metrics-server' } },
    },
    pointers: ['api-service-service spec.service.name → Service kube-system/metrics-server'],
  },
  {
    object: { apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService', metadata: { name: 'v1.apps' }, spec: { service: null } },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'apiextensions.k8s.io/v1',
      kind: 'CustomResourceDefinition',
      metadata: { name: 'shops.example.com' },
      spec: { conversion: { strategy: 'Webhook', webhook: { clientConfig: { service } } } },
    },
    pointers: [
      'custom-resource-definition-conversion-service spec.conversion.webhook.clientConfig.service.name → Service payments/policy-webhook',
    ],
  },
  {
    object: {
      apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
      kind: 'FlowSchema',
      metadata: { name: 'probes' },
      spec: { priorityLevelConfiguration: { name: 'exempt' } },
    },
    pointers: [
      'flow-schema-priority-level spec.priorityLevelConfiguration.name → PriorityLevelConfiguration.flowcontrol.apiserver.k8s.io exempt',
    ],
  },
];
