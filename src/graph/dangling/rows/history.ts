/** Objects that have ended, or ask for no Pod: what they name is not needed, or not yet. */
import type { DanglingRow } from '../row.ts';

const PODS = 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/';
const POD_SPEC = [
  'pod-config-map',
  'pod-secret',
  'pod-persistent-volume-claim',
  'pod-service-account',
  'pod-priority-class',
  'pod-runtime-class',
  'pod-resource-claim',
  'pod-resource-claim-template',
  'pod-csi-driver',
  'pod-cluster-trust-bundle',
] as const;

export const historyRows: readonly DanglingRow[] = [
  {
    kinds: ['Pod'],
    when: [{ path: 'status.phase', in: ['Succeeded', 'Failed'] }],
    severity: 'INFO',
    consequence: 'the Pod has ended and does not start again',
    source: PODS,
  },
  {
    relations: POD_SPEC,
    kinds: ['Job'],
    when: [{ path: 'status.conditions[?(@.status=="True")].type', in: ['Complete', 'Failed'] }],
    severity: 'INFO',
    consequence: 'the Job has ended and makes no more Pods',
    source: 'batch/v1 JobStatus.conditions',
  },
  {
    relations: POD_SPEC,
    kinds: ['ReplicaSet'],
    when: [{ path: 'spec.replicas', in: [0] }],
    severity: 'INFO',
    consequence: 'it asks for no Pods: only a roll-back to it would need this',
    source: 'https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy',
  },
  {
    relations: POD_SPEC,
    kinds: ['Deployment', 'StatefulSet', 'ReplicationController'],
    when: [{ path: 'spec.replicas', in: [0] }],
    severity: 'WARNING',
    consequence: 'it is scaled to zero; its next Pod could not do without',
    source: 'apps/v1 DeploymentSpec.replicas',
  },
  {
    relations: POD_SPEC,
    kinds: ['CronJob', 'Job'],
    when: [{ path: 'spec.suspend', in: [true] }],
    severity: 'WARNING',
    consequence: 'it is suspended; its next Pod could not do without',
    source: 'batch/v1 CronJobSpec.suspend, JobSpec.suspend',
  },
];
