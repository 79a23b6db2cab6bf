/** Services that the API server calls: webhooks, aggregated APIs, conversions; policies and their bindings. */
import type { KindKey } from '../../kube/kind.ts';
import {
  apiService,
  customResourceDefinition,
  mutatingAdmissionPolicy,
  mutatingAdmissionPolicyBinding,
  mutatingWebhookConfiguration,
  service,
  validatingAdmissionPolicy,
  validatingAdmissionPolicyBinding,
  validatingWebhookConfiguration,
} from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

/** References to Services here carry a namespace of their own. */
const toService = { target: service, namespace: { path: 'namespace' } } as const;

const webhookConfigurations: readonly { readonly from: KindKey; readonly reverse: string }[] = [
  { from: mutatingWebhookConfiguration, reverse: 'mutatingWebhookConfigurations' },
  { from: validatingWebhookConfiguration, reverse: 'validatingWebhookConfigurations' },
];

export const apiMachineryRules: readonly RelationRule[] = [
  ...webhookConfigurations.map(
    ({ from, reverse }): RelationRule => ({
      ...toService,
      relation: 'webhook-service',
      from,
      path: 'webhooks[].clientConfig.service.name',
      forward: { name: 'services' },
      reverse: { name: reverse },
      source: 'admissionregistration/v1 WebhookClientConfig.service',
    }),
  ),
  {
    ...toService,
    relation: 'api-service-service',
    from: apiService,
    path: 'spec.service.name',
    forward: { name: 'service', one: true },
    reverse: { name: 'apiServices' },
    source: 'apiregistration/v1 ServiceReference',
  },
  {
    ...toService,
    relation: 'custom-resource-definition-conversion-service',
    from: customResourceDefinition,
    path: 'spec.conversion.webhook.clientConfig.service.name',
    forward: { name: 'service', one: true },
    reverse: { name: 'customResourceDefinitions' },
    source: 'apiextensions/v1 WebhookConversion.clientConfig',
  },
  {
    relation: 'validating-admission-policy-binding-policy',
    from: validatingAdmissionPolicyBinding,
    path: 'spec.policyName',
    target: validatingAdmissionPolicy,
    namespace: 'cluster',
    forward: { name: 'validatingAdmissionPolicy', one: true },
    reverse: { name: 'validatingAdmissionPolicyBindings' },
    source: 'admissionregistration/v1 ValidatingAdmissionPolicyBindingSpec.policyName',
  },
  {
    relation: 'mutating-admission-policy-binding-policy',
    from: mutatingAdmissionPolicyBinding,
    path: 'spec.policyName',
    target: mutatingAdmissionPolicy,
    namespace: 'cluster',
    forward: { name: 'mutatingAdmissionPolicy', one: true },
    reverse: { name: 'mutatingAdmissionPolicyBindings' },
    source: 'admissionregistration MutatingAdmissionPolicyBindingSpec.policyName',
  },
];
