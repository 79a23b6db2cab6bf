/** Writes what a kubelet would write of the pods that do not just run. */
import type { Api } from '../../../../scripts/cluster/index.mjs';
import type { Fate } from './fate.ts';
import { fateOf } from './fates.ts';
import type { PlayedPod } from './played-pod.ts';
import { podAddresses } from './pod-addresses.ts';
import { profileOf } from './profiles.ts';
import { timeText } from './status-parts.ts';
import { eventWriter } from './write-events.ts';

interface PlayedNode {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly podCIDR?: string };
  readonly status: { readonly addresses?: readonly { readonly type: string; readonly address: string }[] };
}

export interface PlayOptions {
  readonly isLost: (node: string) => boolean;
  readonly mostRestarts: number;
}

/** One look at all pods; only what has changed is written. */
export function podPlayer(api: Api): (options: PlayOptions) => Promise<void> {
  const writeEvents = eventWriter(api);
  const addressOf = podAddresses();
  const written = new Map<string, string>();
  return async ({ isLost, mostRestarts }) => {
    const nodes = (await api.list('/api/v1/nodes')) as unknown as PlayedNode[];
    const pods = (await api.list('/api/v1/pods')) as unknown as PlayedPod[];
    for (const pod of pods) {
      const profile = profileOf(pod);
      const node = nodes.find(({ metadata }) => metadata.name === pod.spec.nodeName);
      if (profile === null || node === undefined || isLost(node.metadata.name) || pod.metadata.deletionTimestamp !== undefined) continue;
      const born = Date.parse(pod.metadata.creationTimestamp) / 1_000;
      const fate = fateOf({ pod, born, age: Date.now() / 1_000 - born, mostRestarts }, profile);
      await writeEvents(pod, fate.events);
      const podIP = addressOf({ uid: pod.metadata.uid, range: node.spec.podCIDR ?? '10.244.0.0/24' });
      const status = statusOf({ pod, fate, hostIP: internalAddress(node), podIP, born });
      const text = JSON.stringify(status);
      if (written.get(pod.metadata.uid) === text) continue;
      await api.patch(`/api/v1/namespaces/${pod.metadata.namespace}/pods/${pod.metadata.name}/status`, { status }, 'strategic');
      written.set(pod.metadata.uid, text);
    }
  };
}

function statusOf(options: {
  readonly pod: PlayedPod;
  readonly fate: Fate;
  readonly hostIP: string;
  readonly podIP: string;
  readonly born: number;
}): object {
  const { pod, hostIP, podIP, born } = options;
  const { events: _events, hasAddress, ...fate } = options.fate;
  return {
    ...{ observedGeneration: pod.metadata.generation ?? 1, startTime: timeText(born), hostIP, hostIPs: [{ ip: hostIP }] },
    ...{ qosClass: pod.status.qosClass ?? 'BestEffort', ...fate },
    ...(hasAddress ? { podIP, podIPs: [{ ip: podIP }] } : {}),
  };
}

function internalAddress({ status }: PlayedNode): string {
  return status.addresses?.find(({ type }) => type === 'InternalIP')?.address ?? '';
}
