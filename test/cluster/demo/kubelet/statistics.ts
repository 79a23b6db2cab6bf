/** What kubelets say of their use. The API server does not pass on to loopback addresses: a proxy in front of it answers in their place. */
import { createHash } from 'node:crypto';
import type { Api, Fault, KubeObject } from '../../../../scripts/cluster/index.mjs';
import type { PlayedPod } from './played-pod.ts';
import { timeText } from './status-parts.ts';

export async function statisticsFaults(options: { readonly api: Api; readonly nodes: readonly string[] }): Promise<readonly Fault[]> {
  const { api, nodes } = options;
  const pods = (await api.list('/api/v1/pods')) as unknown as PlayedPod[];
  return await Promise.all(
    nodes.map(async (name): Promise<Fault> => {
      const body = summary(await api.get(`/api/v1/nodes/${name}`), pods);
      return { match: { path: `/api/v1/nodes/${name}/proxy/stats/summary` }, action: { type: 'answer', status: 200, body } };
    }),
  );
}

/** Source: k8s.io/kubelet/pkg/apis/stats/v1alpha1, Summary. */
function summary({ metadata }: KubeObject, pods: readonly PlayedPod[]): object {
  const time = timeText(Date.now() / 1_000);
  const running = pods.filter(({ spec, status }) => spec.nodeName === metadata.name && status.phase === 'Running');
  const sum = running.reduce((total, { metadata: { uid } }) => total + use(uid), 0);
  return {
    node: {
      nodeName: metadata.name,
      startTime: metadata['creationTimestamp'],
      cpu: { time, usageNanoCores: sum * 4 },
      memory: { time, workingSetBytes: sum * 16, availableBytes: 8 * 1024 ** 3 },
      fs: { time, capacityBytes: 100 * 1024 ** 3, usedBytes: 37 * 1024 ** 3 },
    },
    pods: running.map(({ metadata: { name, namespace, uid }, spec, status }) => ({
      podRef: { name, namespace, uid },
      startTime: status.startTime,
      containers: spec.containers.map((container) => ({
        name: container.name,
        cpu: { time, usageNanoCores: use(uid + container.name) * 4 },
        memory: { time, workingSetBytes: use(uid + container.name) * 16 },
      })),
    })),
  };
}

/** Some number that stays the same. */
function use(text: string): number {
  return createHash('sha256').update(text).digest().readUIntBE(0, 3);
}
