/** Every rule that Snapgraph knows, domain by domain. */
import type { RelationRule } from '../rule.ts';
import { apiMachineryRules } from './api-machinery.ts';
import { autoscalingRules } from './autoscaling.ts';
import { certificateRules } from './certificates.ts';
import { claimRules } from './claims.ts';
import { deviceRules } from './devices.ts';
import { ecosystemRules } from './ecosystem.ts';
import { eventRules } from './events.ts';
import { evictionRules } from './evictions.ts';
import { flowControlRules } from './flow-control.ts';
import { ingressRules } from './ingress.ts';
import { leaseRules } from './leases.ts';
import { networkRules } from './networks.ts';
import { ownershipRules } from './ownership.ts';
import { platformRules } from './platforms.ts';
import { podGroupRules } from './pod-groups.ts';
import { podRules } from './pods.ts';
import { quotaScopeRules } from './quota-scopes.ts';
import { rbacRules } from './rbac.ts';
import { serviceRules } from './services.ts';
import { storageAnnotationRules } from './storage-annotations.ts';
import { storageDriverRules } from './storage-drivers.ts';
import { volumeRules } from './volumes.ts';
import { workloadRules } from './workloads.ts';

export const allRules: readonly RelationRule[] = [
  ...ownershipRules,
  ...podRules,
  ...podGroupRules,
  ...evictionRules,
  ...serviceRules,
  ...workloadRules,
  ...claimRules,
  ...volumeRules,
  ...storageDriverRules,
  ...storageAnnotationRules,
  ...ingressRules,
  ...autoscalingRules,
  ...rbacRules,
  ...quotaScopeRules,
  ...eventRules,
  ...leaseRules,
  ...apiMachineryRules,
  ...flowControlRules,
  ...certificateRules,
  ...deviceRules,
  ...platformRules,
  ...ecosystemRules,
  ...networkRules,
];
