/**
 * What a relation field of the GraphQL contract (§3) means: a walk over relations, as data.
 * Fields that follow one relation come from the rules; those that need a longer walk are listed in composed-fields.ts.
 */
import type { KindKey } from '../kube/kind.ts';

/** One step over one relation. `kinds` keeps only objects of these kinds at its end; `controllersOnly` follows only owner references with `controller: true`. */
export interface Hop {
  readonly relation: string;
  readonly direction: 'forward' | 'reverse';
  readonly kinds?: readonly KindKey[];
  readonly controllersOnly?: true;
}

/**
 * hops: one after the other · union: all of them, each object once · closure: the same hop again and again, ending at `kinds`
 * (`topmost`: only the last of those on the way) · whenSelecting: `then` for parents that have a selector of this relation, else `otherwise`.
 */
export type Walk =
  | { readonly hops: readonly Hop[] }
  | { readonly union: readonly Walk[] }
  | { readonly closure: Hop; readonly kinds: readonly KindKey[]; readonly controllersOnly: boolean; readonly topmost?: true }
  | { readonly whenSelecting: string; readonly then: Walk; readonly otherwise: Walk }
  /** The mirror of whenSelecting: the last hop's sources are kept only where they have (or lack) a selector of the relation. */
  | { readonly walk: Walk; readonly keepSelecting: string; readonly selecting: boolean };

export interface WalkField {
  readonly on: KindKey;
  readonly name: string;
  /** A to-one field; else a connection. */
  readonly one: boolean;
  /** The kind at its end, or null where it may be any (KubernetesObject). */
  readonly to: KindKey | null;
  readonly walk: Walk;
  readonly description: string;
  readonly source: string;
}
