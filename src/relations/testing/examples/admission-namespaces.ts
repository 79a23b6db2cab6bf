import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const apiVersion = 'admissionregistration.k8s.io/v1';
const rule = (resource: string, scope: string): JsonObject => ({
  apiGroups: [''],
  apiVersions: ['v1'],
  resources: [resource],
  operations: ['CREATE'],
  scope,
});
const namespaced = rule('pods', 'Namespaced');
const clusterWide = rule('nodes', 'Cluster');
const selector = { matchExpressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['kube-system'] }] };
const SELECTED = 'Namespace {kubernetes.io/metadata.name NotIn kube-system}';

const webhook = (name: string, rules: JsonObject[], namespaceSelector?: JsonObject): JsonObject => ({
  name: `${name}.example.com`,
  clientConfig: { url: 'https://example.com' },
  sideEffects: 'None',
  admissionReviewVersions: ['v1'],
  rules,
  ...(namespaceSelector === undefined ? {} : { namespaceSelector }),
});

const webhooks = ['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'].flatMap((kind): Example[] => [
  {
    object: {
      apiVersion,
      kind,
      metadata: { name: 'of-namespaces' },
      webhooks: [
        webhook('some', [namespaced], selector),
        webhook('all', [namespaced], {}),
        webhook('silent', [namespaced, clusterWide]),
        webhook('none', [clusterWide], selector),
      ],
    },
    pointers: [
      `webhook-namespace webhooks[0].namespaceSelector → ${SELECTED}`,
      'webhook-namespace webhooks[1].namespaceSelector → Namespace {}',
      'webhook-namespace webhooks[2].namespaceSelector → Namespace {}',
    ],
  },
  { object: { apiVersion, kind, metadata: { name: 'of-none' }, webhooks: [] }, pointers: [] },
]);

/** What a policy says beside its constraints, for the API asks for it. */
const policies: readonly { readonly kind: string; readonly spec: JsonObject }[] = [
  { kind: 'ValidatingAdmissionPolicy', spec: { validations: [{ expression: 'true' }] } },
  {
    kind: 'MutatingAdmissionPolicy',
    spec: {
      reinvocationPolicy: 'Never',
      mutations: [{ patchType: 'ApplyConfiguration', applyConfiguration: { expression: 'Object{}' } }],
    },
  },
];

const bindings: readonly { readonly kind: string; readonly spec: JsonObject }[] = [
  { kind: 'ValidatingAdmissionPolicyBinding', spec: { policyName: 'p', validationActions: ['Deny'] } },
  { kind: 'MutatingAdmissionPolicyBinding', spec: { policyName: 'p' } },
];

export const admissionNamespaceExamples: readonly Example[] = [
  ...webhooks,
  ...policies.flatMap(({ kind, spec }): Example[] => {
    const made = (name: string, matchConstraints: JsonObject): JsonObject => {
      return { apiVersion, kind, metadata: { name }, spec: { ...spec, matchConstraints } };
    };
    const at = 'admission-policy-namespace spec.matchConstraints.namespaceSelector';
    return [
      { object: made('of-some', { resourceRules: [namespaced], namespaceSelector: selector }), pointers: [`${at} → ${SELECTED}`] },
      { object: made('of-all', { resourceRules: [namespaced] }), pointers: [`${at} → Namespace {}`] },
      { object: made('of-none', { resourceRules: [clusterWide] }), pointers: [] },
    ];
  }),
  ...bindings.flatMap(({ kind, spec }): Example[] => [
    {
      object: { apiVersion, kind, metadata: { name: 'of-some' }, spec: { ...spec, matchResources: { namespaceSelector: selector } } },
      pointers: [`admission-policy-namespace spec.matchResources.namespaceSelector → ${SELECTED}`],
    },
    { object: { apiVersion, kind, metadata: { name: 'of-what-the-policy-says' }, spec }, pointers: [] },
  ]),
];
