/** Of what extends the cluster itself: its machines, its scaling, its storage, the platforms on top of it. */
import type { RelationRule } from '../rule.ts';
import { clusterApiRules } from './cluster-api.ts';
import { clusterApiTemplateRules } from './cluster-api-templates.ts';
import { verticalAutoscalingRules } from './vertical-autoscaling.ts';
import { volumeSnapshotRules } from './volume-snapshots.ts';

export const platformRules: readonly RelationRule[] = [
  ...clusterApiRules,
  ...clusterApiTemplateRules,
  ...verticalAutoscalingRules,
  ...volumeSnapshotRules,
];
