/** Resources that hold no objects of their own, as data. */
export interface NeverListed {
  /** As kubectl writes it. */
  readonly resource: string;
  /** The resource that holds the same objects: only where that is served. Null: always. */
  readonly twin: string | null;
  readonly reason: string;
}

const twin = (resource: string, of: string): NeverListed => ({ resource, twin: of, reason: `the same objects as ${of}` });

/**
 * Sources: kubernetes, pkg/registry/core/componentstatus; k8s.io/api/events/v1 (the objects of core's Event); the deprecation guide on
 * extensions/v1beta1, whose objects moved to apps, networking.k8s.io and policy.
 */
export const NEVER_LISTED: readonly NeverListed[] = [
  { resource: 'componentstatuses', twin: null, reason: 'deprecated, computed on each call, no uid' },
  twin('events.events.k8s.io', 'events'),
  twin('deployments.extensions', 'deployments.apps'),
  twin('daemonsets.extensions', 'daemonsets.apps'),
  twin('replicasets.extensions', 'replicasets.apps'),
  twin('ingresses.extensions', 'ingresses.networking.k8s.io'),
  twin('networkpolicies.extensions', 'networkpolicies.networking.k8s.io'),
  twin('podsecuritypolicies.extensions', 'podsecuritypolicies.policy'),
];
