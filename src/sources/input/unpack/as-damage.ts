import { CutError } from '../../../bundle/entry.ts';
import { InputError } from '../../../records/input-error.ts';

/** What an unpacking library throws, as the end of what can be read; limits that were passed are what they are. */
export function asDamage(error: unknown, isEarlyEnd: (error: Error) => boolean): unknown {
  if (error instanceof InputError || error instanceof CutError) return error;
  const known = error instanceof Error ? error : new Error(String(error));
  return isEarlyEnd(known)
    ? new CutError('the compressed stream ends early')
    : new CutError(`the compressed stream is damaged (${known.message})`);
}
