/** The kinds of Open Cluster Management. */
import type { KindKey } from '../../kube/kind.ts';

const DOMAIN = 'open-cluster-management.io';

export const clusterKind = (kind: string): KindKey => ({ group: `cluster.${DOMAIN}`, kind });
export const workKind = (kind: string): KindKey => ({ group: `work.${DOMAIN}`, kind });
export const addonKind = (kind: string): KindKey => ({ group: `addon.${DOMAIN}`, kind });
export const policyKind = (kind: string): KindKey => ({ group: `policy.${DOMAIN}`, kind });
export const appsKind = (kind: string): KindKey => ({ group: `apps.${DOMAIN}`, kind });
