/** The facts of the truth files, a row each in the file of their domain. */
import type { Fact } from './fact.ts';
import { deletionFacts } from './facts/deletion.ts';
import { inventoryFacts } from './facts/inventory.ts';
import { podFacts } from './facts/pods.ts';
import { serviceFacts } from './facts/services.ts';

export const FACTS: readonly Fact[] = [...inventoryFacts, ...serviceFacts, ...podFacts, ...deletionFacts];
