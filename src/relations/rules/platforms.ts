/** Of what extends the cluster itself: its machines, its scaling, its storage, the platforms on top of it. */
import type { RelationRule } from '../rule.ts';
import { clusterApiRules } from './cluster-api.ts';
import { clusterApiTemplateRules } from './cluster-api-templates.ts';
import { customWorkloadRules } from './custom-workloads.ts';
import { karpenterRules } from './karpenter.ts';
import { kedaRules } from './keda.ts';
import { kubevirtRules } from './kubevirt.ts';
import { kubevirtDataVolumeRules } from './kubevirt-data-volumes.ts';
import { kubevirtInstanceRules } from './kubevirt-instances.ts';
import { openClusterManagementRules } from './open-cluster-management.ts';
import { openClusterManagementApplicationRules } from './open-cluster-management-applications.ts';
import { openClusterManagementPolicyRules } from './open-cluster-management-policies.ts';
import { openShiftRules } from './openshift.ts';
import { verticalAutoscalingRules } from './vertical-autoscaling.ts';
import { volumeSnapshotRules } from './volume-snapshots.ts';

export const platformRules: readonly RelationRule[] = [
  ...clusterApiRules,
  ...clusterApiTemplateRules,
  ...verticalAutoscalingRules,
  ...karpenterRules,
  ...kedaRules,
  ...customWorkloadRules,
  ...kubevirtInstanceRules,
  ...kubevirtRules,
  ...kubevirtDataVolumeRules,
  ...openShiftRules,
  ...openClusterManagementRules,
  ...openClusterManagementPolicyRules,
  ...openClusterManagementApplicationRules,
  ...volumeSnapshotRules,
];
