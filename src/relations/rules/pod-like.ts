/** What a pod's spec says of volumes and containers, for kinds that have such without a pod's spec around them. */
import type { RelationRule, RuleSource } from '../rule.ts';
import { podConfigurationRules } from './pod-configuration.ts';
import { podIdentityRules } from './pod-identity.ts';
import { podStorageRules } from './pod-storage.ts';

interface Places {
  readonly from: RuleSource;
  readonly reverse: { readonly name: string };
  /** `volumes[]`, `templates[].volumes[]`. */
  readonly volumes: readonly string[];
  /** `container`, `sidecars[]`. */
  readonly containers: readonly string[];
}

/** Drivers that were once built in are left out: nobody has them here. */
const VOLUME = /^volumes\[\]\.(configMap|secret|projected\.sources\[\]\.(configMap|secret)|persistentVolumeClaim|csi|ephemeral)\./;
const CONTAINER = /^containers\[\]\./;

/** The relations are those of pods. */
export function podLike({ from, reverse, volumes, containers }: Places): readonly RelationRule[] {
  return [...podConfigurationRules, ...podIdentityRules, ...podStorageRules].flatMap((rule) => {
    if (rule.from !== 'PodSpec') return [];
    const places = VOLUME.test(rule.path) ? volumes : CONTAINER.test(rule.path) ? containers : [];
    const { reverse: ofPods, ...rest } = rule;
    const named = ofPods === undefined ? {} : { reverse };
    return places.map((place): RelationRule => ({ ...rest, ...named, from, path: rule.path.replace(/^(volumes|containers)\[\]/, place) }));
  });
}
