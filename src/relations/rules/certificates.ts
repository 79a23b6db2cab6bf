/** Who asked for a certificate. */
import { certificateSigningRequest, group, node, pod, podCertificateRequest, serviceAccount, user } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const ofPod = { from: podCertificateRequest, reverse: { name: 'podCertificateRequests' } } as const;

export const certificateRules: readonly RelationRule[] = [
  {
    relation: 'certificate-signing-request-user',
    from: certificateSigningRequest,
    path: 'spec.username',
    target: user,
    namespace: 'cluster',
    source: 'certificates/v1 CertificateSigningRequestSpec.username',
  },
  {
    relation: 'certificate-signing-request-group',
    from: certificateSigningRequest,
    path: 'spec.groups[]',
    target: group,
    namespace: 'cluster',
    source: 'certificates/v1 CertificateSigningRequestSpec.groups',
  },
  {
    relation: 'certificate-signing-request-node',
    from: certificateSigningRequest,
    path: 'spec.username',
    pattern: 'system:node:(?<name>.+)',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'certificateSigningRequests' },
    source: 'Node authorization: the kubelet is the user `system:node:<name>`',
  },
  {
    relation: 'certificate-signing-request-service-account',
    from: certificateSigningRequest,
    path: 'spec.username',
    // Neither part can hold a colon.
    pattern: 'system:serviceaccount:(?<namespace>[^:]+):(?<name>[^:]+)',
    target: serviceAccount,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'serviceAccount', one: true },
    reverse: { name: 'certificateSigningRequests' },
    source: 'k8s.io/apiserver authentication/serviceaccount MakeUsername: that user is that ServiceAccount',
  },
  {
    ...ofPod,
    relation: 'pod-certificate-request-pod',
    path: 'spec.podName',
    target: pod,
    namespace: 'source',
    uid: 'podUID',
    forward: { name: 'pod', one: true },
    source: 'certificates PodCertificateRequestSpec.podName',
  },
  {
    ...ofPod,
    relation: 'pod-certificate-request-node',
    path: 'spec.nodeName',
    target: node,
    namespace: 'cluster',
    uid: 'nodeUID',
    forward: { name: 'node', one: true },
    source: 'certificates PodCertificateRequestSpec.nodeName',
  },
  {
    ...ofPod,
    relation: 'pod-certificate-request-service-account',
    path: 'spec.serviceAccountName',
    target: serviceAccount,
    namespace: 'source',
    uid: 'serviceAccountUID',
    forward: { name: 'serviceAccount', one: true },
    source: 'certificates PodCertificateRequestSpec.serviceAccountName',
  },
];
