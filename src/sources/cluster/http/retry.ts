import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { ApiFault } from './fault.ts';

export interface RetrySettings {
  /** So long a request that fails is tried again, in milliseconds. */
  readonly retryFor: number;
}

/** The first pause, which doubles, and the longest. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;
const MOST_RETRIES = 30;
/** A server that keeps answering with an error means it. */
const MOST_RETRIES_OF_ERRORS = 4;

/**
 * Runs an attempt until it succeeds, fails in a way that another try would not mend, or the time for retries is over. A server that says
 * Retry-After is not asked before; one that asks for more time than there is gets no further try.
 */
export async function withRetries<Result>(
  options: RetrySettings & {
    readonly signal: AbortSignal;
    /** Whether an answer of 500 and above is worth another try. */
    readonly serverErrors: boolean;
    readonly attempt: () => Promise<Result>;
  },
): Promise<Result> {
  const { retryFor, signal, attempt, serverErrors } = options;
  const retriesOfErrors = serverErrors ? MOST_RETRIES_OF_ERRORS : 0;
  const begun = performance.now();
  const left = (): number => retryFor - (performance.now() - begun);
  return await pRetry(() => attempt(), {
    retries: MOST_RETRIES,
    minTimeout: FIRST_PAUSE,
    maxTimeout: LONGEST_PAUSE,
    factor: 2,
    randomize: true,
    signal,
    onFailedAttempt: async ({ error, attemptNumber }) => {
      const wait = error instanceof ApiFault ? (error.retryAfter ?? 0) : 0;
      if (wait > left()) throw error;
      if (wait > 0 && mayRetry({ error, attemptNumber, left: left(), retriesOfErrors })) await sleep(wait, undefined, { signal });
    },
    shouldRetry: ({ error, attemptNumber }) => mayRetry({ error, attemptNumber, left: left(), retriesOfErrors }),
  });
}

function mayRetry(options: {
  readonly error: Error;
  readonly attemptNumber: number;
  readonly left: number;
  readonly retriesOfErrors: number;
}): boolean {
  const { error, attemptNumber, left, retriesOfErrors } = options;
  // A token may have ended meanwhile: the transport has fresh credentials for the next request, if there are any.
  if (error instanceof ApiFault && error.httpStatus === 401) return attemptNumber === 1;
  if (!(error instanceof ApiFault) || !error.retryable || left <= 0) return false;
  const isServerError = error.httpStatus !== undefined && error.httpStatus >= 500 && error.retryAfter === undefined;
  return !isServerError || attemptNumber <= retriesOfErrors;
}
