/** The kinds with rules of their own. What an object controls or leads to comes before it: its judgement may rest on theirs. */
import {
  apiService,
  certificateSigningRequest,
  cronJob,
  customResourceDefinition,
  daemonSet,
  deployment,
  horizontalPodAutoscaler,
  ingress,
  job,
  namespaceKind,
  node,
  persistentVolume,
  persistentVolumeClaim,
  pod,
  podDisruptionBudget,
  replicaSet,
  replicationController,
  service,
  statefulSet,
  volumeAttachment,
} from '../../relations/kinds.ts';
import { judgeApiService } from '../cluster/api-service.ts';
import { judgeAutoscaler } from '../cluster/autoscaler.ts';
import { judgeDefinition } from '../cluster/definition.ts';
import { judgeDisruptionBudget } from '../cluster/disruption-budget.ts';
import { judgeNamespace, terminatingNamespace } from '../cluster/namespace.ts';
import { judgeNode } from '../cluster/node.ts';
import { judgeSigningRequest } from '../cluster/signing-request.ts';
import { judgeIngress } from '../network/ingress.ts';
import { judgeService } from '../network/service.ts';
import { judgePod, terminatingPod } from '../pods/pod-health.ts';
import { judgeAttachment } from '../storage/attachment.ts';
import { judgeClaim } from '../storage/claim.ts';
import { judgeVolume } from '../storage/volume.ts';
import { judgeCronJob } from '../workloads/cron-job.ts';
import { judgeDaemonSet } from '../workloads/daemon-set.ts';
import { judgeDeployment } from '../workloads/deployment.ts';
import { judgeJob } from '../workloads/job.ts';
import { judgeReplicaSet } from '../workloads/replica-set.ts';
import { judgeStatefulSet } from '../workloads/stateful-set.ts';
import type { KindHealth, Need } from './kind-health.ts';

const ofPod: readonly Need[] = [
  { relation: 'pod-config-map' },
  // Without it the pull is tried without credentials, and may well succeed.
  { relation: 'pod-secret', but: 'spec.imagePullSecrets' },
  { relation: 'pod-persistent-volume-claim' },
  { relation: 'pod-service-account' },
];
const ofClaim: readonly Need[] = [{ relation: 'claim-storage-class' }, { relation: 'claim-volume' }, { relation: 'claim-data-source' }];
const ofIngress: readonly Need[] = [
  { relation: 'ingress-service' },
  { relation: 'ingress-resource-backend' },
  { relation: 'ingress-ingress-class' },
  { relation: 'ingress-tls-secret' },
];

export const kindHealths: readonly KindHealth[] = [
  { kind: node, judge: judgeNode },
  { kind: persistentVolume, judge: judgeVolume, asks: ['warnings'] },
  { kind: persistentVolumeClaim, judge: judgeClaim, asks: ['warnings', 'missing', 'storageClass', 'users'], needs: ofClaim },
  { kind: volumeAttachment, judge: judgeAttachment },
  { kind: pod, judge: judgePod, terminating: terminatingPod, asks: ['controller', 'warnings', 'missing'], needs: ofPod },
  { kind: replicaSet, judge: judgeReplicaSet, asks: ['worst', 'warnings'] },
  { kind: replicationController, judge: judgeReplicaSet, asks: ['worst', 'warnings'] },
  { kind: statefulSet, judge: judgeStatefulSet, asks: ['worst', 'warnings'] },
  { kind: daemonSet, judge: judgeDaemonSet, asks: ['worst', 'warnings'] },
  { kind: job, judge: judgeJob, asks: ['worst', 'warnings'] },
  { kind: deployment, judge: judgeDeployment, asks: ['worst'] },
  { kind: cronJob, judge: judgeCronJob, asks: ['newest'] },
  { kind: service, judge: judgeService, asks: ['endpoints', 'warnings'] },
  { kind: ingress, judge: judgeIngress, asks: ['backends', 'missing'], needs: ofIngress },
  { kind: horizontalPodAutoscaler, judge: judgeAutoscaler, asks: ['missing'], needs: [{ relation: 'horizontal-pod-autoscaler-target' }] },
  { kind: podDisruptionBudget, judge: judgeDisruptionBudget },
  { kind: apiService, judge: judgeApiService },
  { kind: customResourceDefinition, judge: judgeDefinition },
  { kind: certificateSigningRequest, judge: judgeSigningRequest },
  { kind: namespaceKind, judge: judgeNamespace, terminating: terminatingNamespace },
];
