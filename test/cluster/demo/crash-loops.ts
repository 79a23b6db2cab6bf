/** Containers in their back-off. */
import type { ControlPlane } from '../../../scripts/cluster/index.mjs';
import type { PlayedPod } from './kubelet/played-pod.ts';
import { profileOf } from './kubelet/profiles.ts';
import { until } from './until.ts';

/** Stories d and f: all that crash-loop wait for their next restart. */
export async function untilCrashLoopsWait({ api }: ControlPlane, restarts: number): Promise<void> {
  await until({
    what: `every crash loop waits after ${restarts} restarts`,
    look: async () => ((await api.list('/api/v1/pods')) as unknown as PlayedPod[]).flatMap(stateOfLoop),
    isReached: (states) => states.length === 2 && states.every((state) => state === `CrashLoopBackOff ${restarts}`),
    seconds: 360,
  });
}

function stateOfLoop(pod: PlayedPod): readonly string[] {
  const profile = profileOf(pod);
  if (profile?.fate !== 'crash-loops') return [];
  const { initContainerStatuses = [], containerStatuses = [] } = pod.status;
  const status = [...initContainerStatuses, ...containerStatuses].find(({ name }) => name === profile.container);
  return [`${status?.state.waiting?.reason ?? 'not waiting'} ${status?.restartCount}`];
}
