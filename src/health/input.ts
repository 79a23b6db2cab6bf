/** What a judgement rests on: the object, what the store found around it, and the time. */
import type { EndpointCounts } from '../kube/endpoint-tally.ts';
import type { KindKey } from '../kube/kind.ts';
import type { JsonObject } from '../records/record.ts';
import type { HealthStatus } from './health.ts';

export interface HealthInput {
  readonly key: KindKey;
  /** In its canonical form. Nothing of it is vouched for. */
  readonly object: JsonObject;
  /** Epoch milliseconds; -Infinity: what holds at first. */
  readonly now: number;
  /** Empty at first: what needs them then says what the object alone tells. */
  readonly facts: HealthFacts;
}

/** Each is there where the kind asks for it and the store was asked. */
export interface HealthFacts {
  /** The controller of the object; null: it has none that was captured. */
  readonly controller?: Neighbour | null;
  /** The worst of what it controls, at most three steps down; null: none of it is ill. */
  readonly worst?: Neighbour | null;
  /** The newest of what it controls itself, by creation; null: none was captured. */
  readonly newest?: Neighbour | null;
  /** Warnings about it, newest first. */
  readonly warnings?: readonly Warning[];
  /** What it names and cannot do without, and what is proved not to be there. */
  readonly missing?: readonly MissingTarget[];
  /** How many pods name it; null: that there are none is not proved. */
  readonly users?: number | null;
  /** The class of a claim: null where it was not captured, does not exist or none is named. */
  readonly storageClass?: { readonly name: string; readonly bindingMode: string | null } | null;
  /** Behind a Service; null: neither its slices nor its Endpoints were captured. */
  readonly endpoints?: EndpointFacts | null;
  /** Services that an Ingress sends to, in the order of its paths. */
  readonly backends?: readonly Backend[];
}

export type FactName = keyof HealthFacts;

export interface Neighbour {
  readonly kind: string;
  readonly name: string;
  readonly status: HealthStatus | null;
  readonly reason: string | null;
  readonly message: string | null;
  /** status.phase. */
  readonly phase: string | null;
}

export interface Warning {
  readonly reason: string | null;
  readonly message: string | null;
  readonly lastAt: number | null;
}

export interface MissingTarget {
  readonly kind: string;
  readonly name: string;
  /** Of a ConfigMap or Secret that is there: the key that is not. */
  readonly key: string | null;
  readonly path: string;
}

export interface EndpointFacts extends EndpointCounts {
  /** A pod behind it that is ill; null: none. */
  readonly worst: Neighbour | null;
  /** Pods that its selector selects; null: that is not known. */
  readonly selected: number | null;
  /** Workloads whose templates make pods that it would select. */
  readonly workloads: readonly (Neighbour & { readonly desired: number | null })[];
}

export interface Backend {
  readonly name: string;
  /** Where in the object it is named. */
  readonly path: string;
  /** False: proved not to be there. null: not captured. */
  readonly present: boolean | null;
  readonly status: HealthStatus | null;
  readonly message: string | null;
}
