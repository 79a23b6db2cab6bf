/** A fact of the truth files a row: where it stands there, and how GraphQL is asked for it. */
import type { Asked } from './ask.ts';
import { deletionFacts } from './facts/deletion.ts';
import { inventoryFacts } from './facts/inventory.ts';
import { podFacts } from './facts/pods.ts';
import { serviceFacts } from './facts/services.ts';

export interface Fact {
  /** Dotted path in the truth file. */
  readonly section: string;
  readonly find: (asked: Asked) => Promise<unknown>;
  /** What of the told value is compared, where it is not all of it. */
  readonly expected?: (told: unknown) => unknown;
}

export const FACTS: readonly Fact[] = [...inventoryFacts, ...serviceFacts, ...podFacts, ...deletionFacts];
