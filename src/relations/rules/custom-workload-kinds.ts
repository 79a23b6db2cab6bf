/** Workloads beside Kubernetes' own that others name or scale. */
import type { KindKey } from '../../kube/kind.ts';

export const rollout: KindKey = { group: 'argoproj.io', kind: 'Rollout' };
export const deploymentConfig: KindKey = { group: 'apps.openshift.io', kind: 'DeploymentConfig' };
export const leaderWorkerSet: KindKey = { group: 'leaderworkerset.x-k8s.io', kind: 'LeaderWorkerSet' };
export const jobSet: KindKey = { group: 'jobset.x-k8s.io', kind: 'JobSet' };
export const cloneSet: KindKey = { group: 'apps.kruise.io', kind: 'CloneSet' };
export const kruiseStatefulSet: KindKey = { group: 'apps.kruise.io', kind: 'StatefulSet' };
export const kruiseDaemonSet: KindKey = { group: 'apps.kruise.io', kind: 'DaemonSet' };
export const volcanoJob: KindKey = { group: 'batch.volcano.sh', kind: 'Job' };

/** Those with a scale subresource. */
export const scalableCustomWorkloads: readonly KindKey[] = [rollout, deploymentConfig, leaderWorkerSet, cloneSet, kruiseStatefulSet];
