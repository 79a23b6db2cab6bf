import type { Example } from '../../../../test/support/relation-rules.ts';

const lease = (name: string, namespace: string) => ({ apiVersion: 'coordination.k8s.io/v1', kind: 'Lease', metadata: { name, namespace } });

export const leaseExamples: readonly Example[] = [
  { object: lease('worker-a1', 'kube-node-lease'), pointers: ['lease-node metadata.name → Node worker-a1 [weak]'] },
  { object: lease('kube-scheduler', 'kube-system'), pointers: [] },
];
