import type { Example } from '../../../../test/support/relation-rules.ts';
export const certificateExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'certificates.k8s.io/v1',
      kind: 'CertificateSigningRequest',
      metadata: { name: 'csr-1' },
      spec: { username: 'system:node:worker-a1', groups: ['system:nodes', 'system:authenticated'] },
    },
    pointers: [
      'certificate-signing-request-user spec.username → User.external system:node:worker-a1',
      'certificate-signing-request-node spec.username → Node worker-a1 [weak]',
      'certificate-signing-request-group spec.groups[0] → Group.external system:nodes',
      'certificate-signing-request-group spec.groups[1] → Group.external system:authenticated',
    ],
  },
  {
    object: {
      apiVersion: 'certificates.k8s.io/v1beta1',
      kind: 'PodCertificateRequest',
      metadata: { name: 'pcr', namespace: 'shop' },
      spec: {
        podName: 'web-1',
        podUID: 'pod-uid',
        nodeName: 'worker-a1',
        nodeUID: 'node-uid',
        serviceAccountName: 'web',
        serviceAccountUID: 'account-uid',
      },
    },
    pointers: [
      'pod-certificate-request-pod spec.podName → Pod shop/web-1 uid=pod-uid',
      'pod-certificate-request-node spec.nodeName → Node worker-a1 uid=node-uid',
      'pod-certificate-request-service-account spec.serviceAccountName → ServiceAccount shop/web uid=account-uid',
    ],
  },
];
