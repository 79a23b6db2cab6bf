/** Counts endpoints over the slices, or the Endpoints object, of one Service. Source: Kubernetes, discovery/v1 types.go; core/v1 Endpoints. */
import type { JsonValue } from '../records/record.ts';
import { list, member } from './fixed-keys.ts';

export interface EndpointCounts {
  readonly ready: number;
  readonly notReady: number;
}

export class EndpointTally {
  /** Whether an endpoint is ready, by what tells endpoints apart. */
  readonly #endpoints = new Map<string, boolean>();
  readonly #notReadyPods = new Set<string>();

  addSlice(slice: JsonValue): void {
    for (const endpoint of list(member(slice, 'endpoints'))) this.#add(endpoint, isReady(endpoint));
  }

  addLegacy(endpoints: JsonValue): void {
    for (const subset of list(member(endpoints, 'subsets'))) {
      for (const address of list(member(subset, 'addresses'))) this.#add(address, true);
      for (const address of list(member(subset, 'notReadyAddresses'))) this.#add(address, false);
    }
  }

  get counts(): EndpointCounts {
    const ready = [...this.#endpoints.values()].filter(Boolean).length;
    return { ready, notReady: this.#endpoints.size - ready };
  }

  /** Names of the pods behind endpoints that are not ready. */
  get notReadyPods(): ReadonlySet<string> {
    return this.#notReadyPods;
  }

  /** A Pod of two address families stands in two slices and is one endpoint; what names no object is known by its addresses. */
  #add(endpoint: JsonValue, ready: boolean): void {
    const target = member(endpoint, 'targetRef');
    const key = target === undefined ? [member(endpoint, 'addresses') ?? member(endpoint, 'ip')] : [target];
    const text = JSON.stringify(key);
    this.#endpoints.set(text, (this.#endpoints.get(text) ?? false) || ready);
    const name = member(target, 'name');
    if (!ready && member(target, 'kind') === 'Pod' && typeof name === 'string') this.#notReadyPods.add(name);
  }
}

/** Where nobody says, an endpoint is ready. */
export function isReady(endpoint: JsonValue): boolean {
  const conditions = member(endpoint, 'conditions');
  return member(conditions, 'ready') !== false;
}
