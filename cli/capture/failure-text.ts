/** What to tell of a capture that came to nothing, or to a part: what failed, on which cluster or file, and what to do. */
import { ApiFault } from '../../src/sources/cluster/http/fault.ts';
import { count } from '../output/words.ts';
import { CaptureFailed } from './capture-one.ts';

export function failureText(error: unknown, server: string | undefined): string {
  const cause = error instanceof CaptureFailed ? error.cause : error;
  const text = cause instanceof ApiFault ? faultText(cause, server ?? 'the API server') : messageOf(cause);
  return error instanceof CaptureFailed && error.tally.start !== null ? `${text} ${leftText(error)}` : text;
}

function faultText(fault: ApiFault, server: string): string {
  if (fault.unreachable) return `${server} cannot be reached: ${fault.message}. Check the network, and the context (--context).`;
  if (fault.httpStatus === 401)
    return `${server} does not know who you are: ${fault.message}. Log in again, or choose another user or context (--context).`;
  if (fault.httpStatus === 403)
    return `${server} lets you read nothing: ${fault.message}. --check says what the current identity may not read.`;
  return `${server}: ${fault.message}.`;
}

function leftText({ tally, cause }: CaptureFailed): string {
  const isFull = (cause as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC';
  const advice = isFull ? ' Make room, or write to another disk with -o.' : '';
  return `${count(tally.objects, 'object')} had come; what was written until then is kept as a broken-off capture, which opens like any other.${advice}`;
}

function messageOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return /[.!?]$/.test(message) ? message : `${message}.`;
}
