/** What kubectl shows of a Pod, and its containers. */
import { stringAt, valueAt } from '../../kube/safe.ts';
import { parseTime } from '../../kube/time.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { containers, content } from '../fields/needs.ts';
import { formatTime } from '../fields/time.ts';
import { described, type FieldRow } from '../model/field-row.ts';

const POD_STATUS = 'Kubernetes API, core/v1 PodStatus';
const CONTAINERS = 'Kubernetes API, core/v1 PodSpec: initContainers, containers, ephemeralContainers';

export const podFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'phase',
    type: 'String',
    description: described('`Pending`, `Running`, `Succeeded`, `Failed` or `Unknown`.', POD_STATUS),
    read: ({ data }) => data.phase,
  },
  {
    name: 'reason',
    type: 'String',
    description: described(
      'What kubectl shows as STATUS: the phase, or why it is not as it should be: `CrashLoopBackOff`, `Evicted`, `Init:Error`.',
      'kubernetes pkg/printers/internalversion, printPod',
    ),
    read: ({ data }) => data.reason,
  },
  { name: 'ready', type: 'Boolean', description: described('The condition Ready.', POD_STATUS), read: ({ data }) => data.ready },
  {
    name: 'restarts',
    type: 'Int',
    description: described(
      'Restarts of all containers together; null where no container was ever reported.',
      'Kubernetes API, core/v1 ContainerStatus',
    ),
    needs: [containers],
    read: (item) => {
      const counts = item.get(containers)?.flatMap((row) => row.restarts ?? []) ?? [];
      return counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0);
    },
  },
  {
    name: 'qosClass',
    type: 'String',
    description: described('`Guaranteed`, `Burstable` or `BestEffort`.', POD_STATUS),
    needs: [content],
    read: (item) => stringAt(item.get(content)?.object, 'status', 'qosClass') ?? null,
  },
  {
    name: 'podIP',
    type: 'String',
    description: described('Its first address.', POD_STATUS),
    needs: [content],
    read: (item) => stringAt(item.get(content)?.object, 'status', 'podIP') ?? null,
  },
  {
    name: 'startedAt',
    type: 'DateTime',
    description: described('When the kubelet took it up: status.startTime.', POD_STATUS),
    needs: [content],
    read: (item) => formatTime(parseTime(valueAt(item.get(content)?.object, 'status', 'startTime'))),
  },
  {
    name: 'containers',
    type: '[Container!]',
    description: described('Its containers in the order of the spec, init containers first.', CONTAINERS),
    needs: [containers],
    read: (item) => item.get(containers)?.map((row) => ({ row, pod: item.data })) ?? null,
  },
];
