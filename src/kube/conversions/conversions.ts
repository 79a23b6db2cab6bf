/** All up-conversions. A new one is a row in the file of its domain. */
import { accessConversions } from './access.ts';
import { autoscalingConversions } from './autoscaling.ts';
import { clusterConversions } from './cluster.ts';
import type { Conversion } from './conversion.ts';
import { customResourceDefinitionConversions } from './custom-resource-definition.ts';
import { eventConversions } from './events.ts';
import { networkingConversions } from './networking.ts';
import { policyConversions } from './policy.ts';
import { workloadConversions } from './workloads.ts';

export const conversions: readonly Conversion[] = [
  ...accessConversions,
  ...autoscalingConversions,
  ...clusterConversions,
  ...customResourceDefinitionConversions,
  ...eventConversions,
  ...networkingConversions,
  ...policyConversions,
  ...workloadConversions,
];
