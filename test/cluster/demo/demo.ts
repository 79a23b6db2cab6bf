import type { ControlPlane, ControlPlaneOptions } from '../../../scripts/cluster/index.mjs';
import type { Kubelets } from './kubelet/start-kubelets.ts';

/** A cluster in which the demo is played. */
export interface Demo {
  readonly cluster: ControlPlane;
  readonly kubelets: Kubelets;
}

/** Leases of the leaders are counted; a lost node and the pods on it are given up sooner than by default. */
export const DEMO_CLUSTER: ControlPlaneOptions = {
  components: ['etcd', 'apiserver', 'controller-manager', 'scheduler'],
  flags: {
    apiserver: { 'default-not-ready-toleration-seconds': '60', 'default-unreachable-toleration-seconds': '60' },
    'controller-manager': { 'leader-elect': 'true', 'node-monitor-grace-period': '20s', 'node-monitor-period': '3s' },
    scheduler: { 'leader-elect': 'true' },
  },
};
