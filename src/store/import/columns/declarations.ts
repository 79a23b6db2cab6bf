/** What some kinds tell the import about others: definitions of custom kinds, API services, keys of ConfigMaps and Secrets. */

import { list, member, word } from '../../../kube/fixed-keys.ts';
import type { KindKey } from '../../../kube/kind.ts';
import type { JsonObject } from '../../../records/record.ts';

/** A custom kind, as its CustomResourceDefinition declares it. Source: apiextensions/v1 types.go. */
export interface KindDefinition {
  readonly group: string;
  readonly kind: string;
  readonly plural: string | null;
  readonly singular: string | null;
  readonly shortNames: readonly string[];
  /** null where the scope is neither word. */
  readonly namespaced: boolean | null;
}

export function kindDefinition(key: KindKey, object: JsonObject): KindDefinition | null {
  if (key.kind !== 'CustomResourceDefinition' || key.group !== 'apiextensions.k8s.io') return null;
  const spec = object['spec'];
  const names = member(spec, 'names');
  const group = word(member(spec, 'group'));
  const kind = word(member(names, 'kind'));
  if (group === null || kind === null) return null;
  const scope = word(member(spec, 'scope'));
  return {
    group,
    kind,
    plural: word(member(names, 'plural')),
    singular: word(member(names, 'singular')),
    shortNames: list(member(names, 'shortNames')).filter((name) => typeof name === 'string'),
    namespaced: scope === 'Namespaced' ? true : scope === 'Cluster' ? false : null,
  };
}

/** An APIService's group; `aggregated` where another server answers for it. Source: apiregistration/v1 types.go. */
export function apiService(key: KindKey, object: JsonObject): { group: string; aggregated: boolean } | null {
  if (key.kind !== 'APIService' || key.group !== 'apiregistration.k8s.io') return null;
  const spec = object['spec'];
  const service = member(spec, 'service');
  return { group: word(member(spec, 'group')) ?? '', aggregated: service !== undefined && service !== null };
}

/** Keys under data, binaryData and stringData of a ConfigMap or Secret. */
export function dataKeys(key: KindKey, object: JsonObject): readonly string[] {
  if (key.group !== '' || (key.kind !== 'ConfigMap' && key.kind !== 'Secret')) return NONE;
  const keys = new Set<string>();
  for (const part of ['data', 'binaryData', 'stringData']) {
    const data = object[part];
    if (typeof data === 'object' && data !== null && !Array.isArray(data)) for (const name of Object.keys(data)) keys.add(name);
  }
  return [...keys];
}

const NONE: readonly string[] = [];

/**
 * The uid by which the kubelet's events name a static Pod: the hash of its manifest, not the uid of the mirror Pod in the API.
 * Source: Kubernetes, pkg/kubelet/types/pod_update.go, ConfigHashAnnotationKey.
 */
export function otherUid(key: KindKey, object: JsonObject): string | null {
  if (key.group !== '' || key.kind !== 'Pod') return null;
  return word(member(member(object['metadata'], 'annotations'), 'kubernetes.io/config.hash'));
}
