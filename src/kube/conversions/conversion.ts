/** One way to bring an old version's shape to the canonical one. */
import type { JsonObject } from '../../records/record.ts';

/** Gives a new object and leaves its own alone; fields of the wrong type stay as they are. apiVersion and kind are set by the caller. */
export type Convert = (object: JsonObject) => JsonObject;

export interface Conversion {
  /** `group/version/Kind`, as captured. */
  readonly from: readonly string[];
  readonly convert: Convert;
  /** The Kubernetes source that does the same. */
  readonly source: string;
}
