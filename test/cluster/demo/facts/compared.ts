/** What of the truth files is compared, and in which form. */
import { FACTS } from '../../../truth/facts.ts';
import { POINTER_SECTIONS } from '../../../truth/pointer-sections.ts';
import { without } from '../../../truth/without.ts';
import { FURTHER_FACTS } from './further-facts.ts';
import { partsLeftOut } from './left-out.ts';
import { withoutGeneratedNames } from './without-generated.ts';

/** Without what is generated anew, and what is left out. */
export function comparable(section: string, fact: unknown): unknown {
  return withoutGeneratedNames(without(fact, partsLeftOut(section)));
}

const NUMBERS = [
  ...['refs', 'pairs', 'ok', 'missing', 'optional_missing', 'not_captured', 'kind_unknown'],
  ...['uid_mismatch', 'cross_namespace', 'namespaced_owner_of_cluster_scoped'],
];

/** Of a section about pointers how many there are; what else it tells is a fact of its own. */
export function numbersOf(section: unknown): Record<string, unknown> {
  return Object.fromEntries(Object.entries(section as object).filter(([key]) => NUMBERS.includes(key)));
}

/** Whether a path of a truth file stands in something that is compared. */
export function isCompared(path: string): boolean {
  if ([...FACTS, ...FURTHER_FACTS].some(({ section }) => path === section || path.startsWith(`${section}.`))) return true;
  return POINTER_SECTIONS.some(({ section }) => [...NUMBERS, 'notOk', 'notOkTotal'].some((key) => path === `${section}.${key}`));
}
