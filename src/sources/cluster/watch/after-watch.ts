import type { WatchEnd } from './watch-collection.ts';

/** What is done when a watch has ended. */
export type NextStep =
  /** Go on from where it ended. */
  | 'resume'
  /** What happened meanwhile is not known: list again, then watch from there. */
  | 'list'
  /** It cannot be watched: list it now and then. */
  | 'poll';

/** Statuses that say more than that something failed. Source: client-go, tools/cache/reflector.go, handleWatch: what is none of these is listed again. */
const STEPS: ReadonlyMap<number, NextStep> = new Map([
  [403, 'poll'],
  [405, 'poll'],
  [429, 'resume'],
]);

/** So many watches in a row that brought nothing readable: that server does not watch. */
const MOST_FRUITLESS = 3;

/** `fruitless`: how many before it ended without a word that could be read. A connection says nothing about what it carried. */
export function stepAfter({ fault }: WatchEnd, fruitless: number): NextStep {
  if (fault === null) return 'resume';
  const { httpStatus, unreachable, retryable } = fault;
  if (httpStatus !== undefined) return STEPS.get(httpStatus) ?? 'list';
  if (unreachable || retryable) return 'resume';
  return fruitless + 1 >= MOST_FRUITLESS ? 'poll' : 'list';
}
