import type { KeptSecret } from './counts.ts';
import type { RedactionRule } from './rule.ts';

export interface RedactionOptions {
  /** The built-in ones and the user's. */
  readonly rules: readonly RedactionRule[];
  /** Secrets whose values stay. */
  readonly keep?: readonly KeptSecret[];
  /** Of the marks: createRedactionKey(), or what a file holds. */
  readonly key: Uint8Array;
  /** Told in the bundle: marks of a random key can be compared inside one capture only. `random` where it is not given. */
  readonly keySource?: 'random' | 'file';
}
