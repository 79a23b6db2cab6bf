/** What the API server calls, and cannot. */
import type { DanglingRow } from '../row.ts';

const WEBHOOKS = 'https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/#failure-policy';
const POLICIES = 'https://kubernetes.io/docs/reference/access-authn-authz/validating-admission-policy/';
const ignored = {
  relations: ['webhook-service'],
  severity: 'WARNING',
  consequence: 'the webhook is not asked, and what it would refuse or change passes (failurePolicy Ignore)',
  source: WEBHOOKS,
} as const;

export const apiMachineryRows: readonly DanglingRow[] = [
  { ...ignored, when: [{ path: 'webhooks[#].failurePolicy', in: ['Ignore'] }] },
  {
    ...ignored,
    when: [
      { path: 'apiVersion', in: ['admissionregistration.k8s.io/v1beta1'] },
      { path: 'webhooks[#].failurePolicy', in: [null] },
    ],
  },
  {
    relations: ['webhook-service'],
    severity: 'ERROR',
    consequence: 'every request that the webhook is asked about is refused (failurePolicy Fail)',
    source: WEBHOOKS,
  },
  {
    relations: ['api-service-service'],
    severity: 'ERROR',
    consequence: 'the API group is not served, and no namespace can be deleted to its end',
    source: 'https://kubernetes.io/docs/concepts/extend-kubernetes/api-extension/apiserver-aggregation/',
  },
  {
    relations: ['custom-resource-definition-conversion-service'],
    severity: 'ERROR',
    consequence: 'objects of the kind cannot be read in any version but the one that they are stored in',
    source: 'https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#webhook-conversion',
  },
  {
    relations: ['validating-admission-policy-binding-policy', 'mutating-admission-policy-binding-policy'],
    severity: 'WARNING',
    consequence: 'the binding does nothing: nothing is checked or changed by it',
    source: POLICIES,
  },
  {
    relations: ['admission-policy-binding-parameter'],
    severity: 'ERROR',
    consequence:
      'without its parameters the binding fails, and the policy’s failurePolicy decides: by default every request that it matches is refused',
    source: `${POLICIES}#parameter-resources`,
  },
  {
    relations: ['injected-certificate', 'injected-secret'],
    severity: 'WARNING',
    consequence: 'the authority is not written anew: once the certificate changes, calls fail',
    source: 'https://cert-manager.io/docs/concepts/ca-injector/',
  },
  {
    relations: ['flow-schema-priority-level'],
    severity: 'WARNING',
    consequence: 'the FlowSchema is passed over: its requests are sorted by others',
    source: 'https://kubernetes.io/docs/concepts/cluster-administration/flow-control/',
  },
];
