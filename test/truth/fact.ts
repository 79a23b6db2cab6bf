import type { Asked } from './ask.ts';

/** A fact of the truth files: where it stands there, and how GraphQL is asked for it. */
export interface Fact {
  /** Dotted path in the truth file. */
  readonly section: string;
  readonly find: (asked: Asked) => Promise<unknown>;
  /** What of the told value is compared, where it is not all of it. */
  readonly expected?: (told: unknown) => unknown;
}
