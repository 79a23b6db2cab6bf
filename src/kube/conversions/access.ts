/** RBAC bindings, access reviews, certificate signing requests and webhook configurations. */
import type { JsonObject } from '../../records/record.ts';
import { splitApiVersion } from '../kind.ts';
import { stringAt } from '../safe.ts';
import type { Conversion } from './conversion.ts';
import { editAt, editItems, omit, rename, withDefaults } from './edit.ts';

export const accessConversions: readonly Conversion[] = [
  {
    from: ['rbac.authorization.k8s.io/v1alpha1/RoleBinding', 'rbac.authorization.k8s.io/v1alpha1/ClusterRoleBinding'],
    convert: (binding) => editItems(binding, 'subjects', convertSubject),
    source: 'kubernetes, pkg/apis/rbac/v1alpha1/conversion.go, Convert_v1alpha1_Subject_To_rbac_Subject',
  },
  {
    from: ['authorization.k8s.io/v1beta1/SubjectAccessReview', 'authorization.k8s.io/v1beta1/LocalSubjectAccessReview'],
    convert: (review) => editAt(review, 'spec', (spec) => rename(spec, 'group', 'groups')),
    source: 'kubernetes, staging/src/k8s.io/api/authorization/{v1beta1,v1}/types.go, SubjectAccessReviewSpec',
  },
  {
    from: ['certificates.k8s.io/v1beta1/CertificateSigningRequest'],
    convert: (request) =>
      editAt(request, 'status', (status) => editItems(status, 'conditions', (condition) => withDefaults(condition, { status: 'True' }))),
    source: 'kubernetes, pkg/apis/certificates/v1beta1/defaults.go, SetDefaults_CertificateSigningRequestCondition',
  },
  {
    from: [
      'admissionregistration.k8s.io/v1beta1/MutatingWebhookConfiguration',
      'admissionregistration.k8s.io/v1beta1/ValidatingWebhookConfiguration',
    ],
    convert: (configuration) => editItems(configuration, 'webhooks', (webhook) => withDefaults(webhook, WEBHOOK_DEFAULTS)),
    source: 'kubernetes, pkg/apis/admissionregistration/v1beta1/defaults.go; staging/src/k8s.io/api/admissionregistration/v1beta1/types.go',
  },
];

/** Where v1beta1 and v1 take different things for granted. */
const WEBHOOK_DEFAULTS: JsonObject = {
  failurePolicy: 'Ignore',
  matchPolicy: 'Exact',
  sideEffects: 'Unknown',
  timeoutSeconds: 30,
  admissionReviewVersions: ['v1beta1'],
};

const RBAC = 'rbac.authorization.k8s.io';
const SUBJECT_GROUPS: ReadonlyMap<string, string> = new Map([
  ['ServiceAccount', ''],
  ['User', RBAC],
  ['Group', RBAC],
]);

/** apiVersion becomes apiGroup; the user `*` was everyone who is authenticated. */
function convertSubject(subject: JsonObject): JsonObject {
  const kind = stringAt(subject, 'kind');
  const apiVersion = stringAt(subject, 'apiVersion');
  if (kind === undefined) return subject;
  const apiGroup = SUBJECT_GROUPS.get(kind) ?? splitApiVersion(apiVersion ?? '').group;
  const converted = { ...(apiVersion === undefined ? subject : omit(subject, 'apiVersion')), apiGroup };
  return kind === 'User' && stringAt(subject, 'name') === '*' ? { ...converted, kind: 'Group', name: 'system:authenticated' } : converted;
}
