import { setTimeout as sleep } from 'node:timers/promises';
import pRetry from 'p-retry';
import { ApiFault, UNAUTHORIZED } from './fault.ts';

/** The first pause, which doubles, and the longest. */
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 5_000;

interface WaitOptions {
  /** So long from the first failure on it is tried again, in milliseconds, where the last one was this. */
  readonly retryFor: (fault: ApiFault) => number;
  /** Whether an answer of 500 and above is worth another try. */
  readonly serverErrors: boolean;
}

export interface RetryOptions<Result> extends WaitOptions {
  readonly signal: AbortSignal;
  readonly attempt: () => Promise<Result>;
}

/**
 * Runs an attempt until it succeeds, fails in a way that another try would not mend, or the time for retries is over. A server that says
 * Retry-After is not asked before; one that asks for more time than there is gets no further try.
 */
export async function withRetries<Result>(options: RetryOptions<Result>): Promise<Result> {
  const { signal, attempt } = options;
  const waits = new Waits(options);
  const came: Result[] = [];
  try {
    await pRetry(async () => void came.push(await attempt()), {
      retries: Number.POSITIVE_INFINITY,
      minTimeout: FIRST_PAUSE,
      maxTimeout: LONGEST_PAUSE,
      factor: 2,
      randomize: true,
      signal,
      shouldRetry: async ({ error }) => {
        const wait = waits.after(error);
        if (wait !== null && wait > 0) await sleep(wait, undefined, { signal });
        return wait !== null;
      },
    });
  } catch (error) {
    // An abort takes nothing away that had come before it.
    if (came.length === 0) throw error;
  }
  return came[0] as Result;
}

/** Whether there is another try, of one call. */
class Waits {
  readonly #options: WaitOptions;
  #failedFrom: number | null = null;
  #wasUnauthorized = false;

  constructor(options: WaitOptions) {
    this.#options = options;
  }

  /** Milliseconds for which the server wants to be left alone first; null: there is no other try. */
  after(error: Error): number | null {
    if (!(error instanceof ApiFault)) return null;
    if (error.httpStatus === UNAUTHORIZED) return this.#afterUnauthorized();
    const { retryFor, serverErrors } = this.#options;
    const { retryable, retryAfter: wait, httpStatus = 0 } = error;
    if (!retryable || (httpStatus >= 500 && wait === undefined && !serverErrors)) return null;
    this.#failedFrom ??= performance.now();
    const left = retryFor(error) - (performance.now() - this.#failedFrom);
    return left > 0 && (wait ?? 0) <= left ? (wait ?? 0) : null;
  }

  /** A token may have ended meanwhile: the transport has fresh credentials for the next request, if there are any. */
  #afterUnauthorized(): number | null {
    if (this.#wasUnauthorized) return null;
    this.#wasUnauthorized = true;
    return 0;
  }
}
