/**
 * Where the kinds live that Kubernetes has moved from one group to another, or renamed: the same objects served under two names are
 * one kind. Source: kubernetes, the pkg/registry/…/rest/storage_….go of the releases that served both; CHANGELOGs 1.3, 1.5, 1.8, 1.16, 1.19.
 */
import type { KindKey } from './kind.ts';

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

const CANONICAL: ReadonlyMap<string, readonly (readonly [group: string, key: KindKey])[]> = byKind();

/** The group and kind under which an object is stored, related and named; the given ones for every kind that never moved. */
export function canonicalKind(group: string, kind: string): KindKey {
  const moved = CANONICAL.get(kind)?.find(([from]) => from === group);
  return moved === undefined ? { group, kind } : moved[1];
}

function byKind(): Map<string, (readonly [string, KindKey])[]> {
  const moves = new Map<string, (readonly [string, KindKey])[]>();
  for (const [group, kind, canonicalGroup, canonical] of MOVES) {
    const key: KindKey = Object.freeze({ group: canonicalGroup, kind: canonical });
    moves.set(kind, [...(moves.get(kind) ?? []), [group, key]]);
  }
  return moves;
}
