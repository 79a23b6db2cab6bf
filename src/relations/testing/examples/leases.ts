import type { Example } from '../../../../test/support/relation-rules.ts';

const lease = (name: string, namespace: string) => ({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, namespace } });
const held = (name: string, namespace: string, holderIdentity: string, labels = {}) => ({
  ...lease(name, namespace),
  metadata: { name, namespace, labels },
  spec: { holderIdentity },
});

export const leaseExamples: readonly Example[] = [
  { object: lease('worker-a1', 'kube-node-lease'), pointers: ['lease-node metadata.name → Node worker-a1 [weak]'] },
  { object: lease('kube-scheduler', 'kube-system'), pointers: [] },
  {
    object: held('election', 'ingress', 'ingress-nginx-controller-7d-x8_9b2f2c1e-0000-4000-8000-000000000000'),
    pointers: ['lease-holder spec.holderIdentity → Pod ingress/ingress-nginx-controller-7d-x8 [weak]'],
  },
  { object: held('whole', 'ingress', 'pod-name'), pointers: ['lease-holder spec.holderIdentity → Pod ingress/pod-name [weak]'] },
  { object: held('worker-a1', 'kube-node-lease', 'worker-a1'), pointers: ['lease-node metadata.name → Node worker-a1 [weak]'] },
  { object: held('apiserver-x', 'kube-system', 'apiserver-x_1', { 'apiserver.kubernetes.io/identity': 'kube-apiserver' }), pointers: [] },
  {
    object: {
      apiVersion: 'coordination.k8s.io/v1beta1',
      kind: 'LeaseCandidate',
      metadata: { name: 'scheduler-1', namespace: 'kube-system' },
      spec: { leaseName: 'kube-scheduler', binaryVersion: '1.37.0', emulationVersion: '1.37.0', strategy: 'OldestEmulationVersion' },
    },
    pointers: ['lease-candidate-lease spec.leaseName → Lease.coordination.k8s.io kube-system/kube-scheduler [weak]'],
  },
  { object: held('person', 'ingress', 'Some Body_1'), pointers: [] },
];
