import { UsageError } from '../errors.ts';

/** For commands whose arguments are all taken. */
export function checkNoMore(rest: readonly string[]): void {
  if (rest.length > 0)
    throw new UsageError(`${rest.map((word) => `"${word}"`).join(', ')} ${rest.length === 1 ? 'is' : 'are'} too much here.`);
}
