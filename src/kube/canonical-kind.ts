/**
 * Where the kinds live that Kubernetes has moved from one group to another, or renamed: the same objects served under two names are
 * one kind. Source: kubernetes, the pkg/registry/…/rest/storage_….go of the releases that served both; CHANGELOGs 1.3, 1.5, 1.8, 1.16, 1.19.
 */
import { type KindKey, kindName } from './kind.ts';

/** group, kind → canonical group, kind */
const MOVES: readonly (readonly [string, string, string, string])[] = [
  ['extensions', 'DaemonSet', 'apps', 'DaemonSet'],
  ['extensions', 'Deployment', 'apps', 'Deployment'],
  ['extensions', 'ReplicaSet', 'apps', 'ReplicaSet'],
  ['extensions', 'Ingress', 'networking.k8s.io', 'Ingress'],
  ['extensions', 'NetworkPolicy', 'networking.k8s.io', 'NetworkPolicy'],
  ['extensions', 'PodSecurityPolicy', 'policy', 'PodSecurityPolicy'],
  ['extensions', 'HorizontalPodAutoscaler', 'autoscaling', 'HorizontalPodAutoscaler'],
  ['extensions', 'Job', 'batch', 'Job'],
  ['events.k8s.io', 'Event', '', 'Event'],
  ['apps', 'PetSet', 'apps', 'StatefulSet'],
  ['batch', 'ScheduledJob', 'batch', 'CronJob'],
];

/** Each name that a kind has been served under beside its own. */
export const formerKinds: readonly { readonly former: KindKey; readonly canonical: KindKey }[] = MOVES.map(
  ([group, kind, canonicalGroup, canonical]) => ({
    former: { group, kind },
    canonical: Object.freeze({ group: canonicalGroup, kind: canonical }),
  }),
);

const CANONICAL: ReadonlyMap<string, KindKey> = new Map(formerKinds.map(({ former, canonical }) => [kindName(former), canonical]));
const FORMER_GROUPS: ReadonlySet<string> = new Set(formerKinds.map(({ former }) => former.group));

/** The group and kind under which an object is stored, related and named; the given ones for every kind that never moved. */
export function canonicalKind(group: string, kind: string): KindKey {
  const key = { group, kind };
  return FORMER_GROUPS.has(group) ? (CANONICAL.get(kindName(key)) ?? key) : key;
}
