import type { Example } from '../../../../test/support/relation-rules.ts';

/** Of O=system:nodes, CN=system:node:worker-a1; its key is nobody's. */
export const certificateRequest =
  'LS0tLS1CRUdJTiBDRVJUSUZJQ0FURSBSRVFVRVNULS0tLS0KTUlIeE1JR1pBZ0VBTURjeEZUQVRCZ05WQkFvTURITjVjM1JsYlRwdWIyUmxjekVlTUJ3R0ExVUVBd3dWYzNsegpkR1Z0T201dlpHVTZkMjl5YTJWeUxXRXhNRmt3RXdZSEtvWkl6ajBDQVFZSUtvWkl6ajBEQVFjRFFnQUUwc0VGCmlwaEx5NWhhZHZ6M1NWYnh4ajJ1d2syVk1vQXZ6S3kwQ0w1VTB4bm0wUmtSRGg4eU1oSGFGWE5FWllkUnJUdysKdStXUjIyTnVDOS9IME5DQkZxQUFNQW9HQ0NxR1NNNDlCQU1DQTBjQU1FUUNJQ283WUhGdE9aREVMZTB4NG8wTApoME1UNnk3TWg3bWNxMEVmays3UVIzVExBaUFLRUYrZUR1QVl0MkNqVUc4clR6bFdBSVpTQW10U1FkRFFVMlJhCm9NWmxMdz09Ci0tLS0tRU5EIENFUlRJRklDQVRFIFJFUVVFU1QtLS0tLQo=';

/** The same request as bytes (DER). */
const stubPKCS10Request =
  'MIHxMIGZAgEAMDcxFTATBgNVBAoMDHN5c3RlbTpub2RlczEeMBwGA1UEAwwVc3lzdGVtOm5vZGU6d29ya2VyLWExMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE0sEFiphLy5hadvz3SVbxxj2uwk2VMoAvzKy0CL5U0xnm0RkRDh8yMhHaFXNEZYdRrTw+u+WR22NuC9/H0NCBFqAAMAoGCCqGSM49BAMCA0cAMEQCICo7YHFtOZDELe0x4o0Lh0MT6y7Mh7mcq0Efk+7QR3TLAiAKEF+eDuAYt2CjUG8rTzlWAIZSAmtSQdDQU2RaoMZlLw==';

const signingRequest = (name: string, user: string, groups: string[]) => ({
  object: {
    apiVersion: 'certificates.k8s.io/v1',
    kind: 'CertificateSigningRequest',
    metadata: { name },
    spec: {
      username: user,
      groups,
      request: certificateRequest,
      signerName: 'kubernetes.io/kube-apiserver-client-kubelet',
      usages: ['digital signature', 'client auth'],
    },
  },
  // The server writes who asks.
  createdBy: { user, groups },
});

export const certificateExamples: readonly Example[] = [
  {
    ...signingRequest('csr-1', 'system:node:worker-a1', ['system:nodes', 'system:authenticated']),
    pointers: [
      'certificate-signing-request-user spec.username → User.external system:node:worker-a1',
      'certificate-signing-request-node spec.username → Node worker-a1 [weak]',
      'certificate-signing-request-group spec.groups[0] → Group.external system:nodes',
      'certificate-signing-request-group spec.groups[1] → Group.external system:authenticated',
    ],
  },
  {
    ...signingRequest('of-an-account', 'system:serviceaccount:cert-manager:approver', ['system:serviceaccounts', 'system:authenticated']),
    pointers: [
      'certificate-signing-request-user spec.username → User.external system:serviceaccount:cert-manager:approver',
      'certificate-signing-request-service-account spec.username → ServiceAccount cert-manager/approver [weak]',
      'certificate-signing-request-group spec.groups[0] → Group.external system:serviceaccounts',
      'certificate-signing-request-group spec.groups[1] → Group.external system:authenticated',
    ],
  },
  {
    ...signingRequest('of-a-person', 'dana@example.com', ['system:masters', 'system:authenticated']),
    pointers: [
      'certificate-signing-request-user spec.username → User.external dana@example.com',
      'certificate-signing-request-group spec.groups[0] → Group.external system:masters',
      'certificate-signing-request-group spec.groups[1] → Group.external system:authenticated',
    ],
  },
  {
    object: {
      apiVersion: 'certificates.k8s.io/v1beta1',
      kind: 'PodCertificateRequest',
      metadata: { name: 'pcr', namespace: 'shop' },
      spec: {
        signerName: 'example.com/pods',
        stubPKCS10Request,
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
