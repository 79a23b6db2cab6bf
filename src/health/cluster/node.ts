/** Source: https://kubernetes.io/docs/reference/node/node-status/; node-problem-detector, config/kernel-monitor.json. */
import { member } from '../../kube/fixed-keys.ts';
import { conditionOf, sentence } from '../conditions.ts';
import { HEALTHY, type Health, health } from '../health.ts';
import type { HealthInput } from '../input.ts';

/** Conditions that are bad where they are True. Others, whose sense nobody knows, are passed over. */
const BAD_WHERE_TRUE = [
  ...['NetworkUnavailable', 'MemoryPressure', 'DiskPressure', 'PIDPressure'],
  ...['KernelDeadlock', 'ReadonlyFilesystem', 'XfsShutdown', 'CorruptDockerOverlay2', 'KubeletUnhealthy', 'ContainerRuntimeUnhealthy'],
  ...['FrequentKubeletRestart', 'FrequentContainerdRestart', 'FrequentDockerRestart'],
];

export function judgeNode({ object }: HealthInput): Health {
  const ready = conditionOf(object, 'Ready');
  if (ready === null) return health('UNKNOWN', 'NoCondition', 'Its status does not say whether it is ready.');
  if (ready.status !== 'True') {
    const said = sentence(ready.message ?? `Ready is ${ready.status}`);
    const advice =
      ready.status === 'Unknown'
        ? ' Its pods are lost to the cluster until it reports again: look at the machine, its kubelet and its network.'
        : '';
    return health('DEGRADED', ready.reason ?? 'NotReady', said + advice);
  }
  for (const type of BAD_WHERE_TRUE) {
    const condition = conditionOf(object, type);
    if (condition?.status === 'True') return health('DEGRADED', type, sentence(condition.message ?? `${type} is True`));
  }
  return member(object['spec'], 'unschedulable') === true
    ? health('SUSPENDED', 'Cordoned', 'It takes no new pods: it is cordoned.')
    : HEALTHY;
}
