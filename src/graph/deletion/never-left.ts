/**
 * Kinds whose objects hold no deletion up: events, which are written for as long as others go, and what an API server makes up when it is asked.
 * Nobody can delete those, and the controllers look only at resources that can be deleted.
 * Source: kubernetes pkg/controller/namespace/deletion, namespaced_resources_deleter.go, SupportsAllVerbs "delete"; pkg/registry/core/componentstatus;
 * metrics-server pkg/api; operator-lifecycle-manager pkg/package-server.
 */
import { type KindKey, kindName } from '../../kube/kind.ts';
import { event } from '../../relations/kinds.ts';

const NEVER_LEFT: ReadonlySet<string> = new Set([
  kindName(event),
  'Event.events.k8s.io',
  'ComponentStatus',
  'NodeMetrics.metrics.k8s.io',
  'PodMetrics.metrics.k8s.io',
  'PackageManifest.packages.operators.coreos.com',
]);

export function isNeverLeft(kind: KindKey): boolean {
  return NEVER_LEFT.has(kindName(kind));
}
