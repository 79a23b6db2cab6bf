import type { CaptureOutcome } from '../../../records/record.ts';

/** Why a request to the API server failed, in the words of a capture outcome. */
export class ApiFault extends Error {
  override readonly name = 'ApiFault';
  readonly outcome: CaptureOutcome;
  readonly httpStatus: number | undefined;
  /** As the server asked for in Retry-After; milliseconds. */
  readonly retryAfter: number | undefined;
  /** Another try may go better. */
  readonly retryable: boolean;
  /** Nothing came from the server, not even a refusal: it may be gone. */
  readonly unreachable: boolean;

  constructor(options: {
    readonly outcome: CaptureOutcome;
    readonly message: string;
    readonly httpStatus?: number | undefined;
    readonly retryAfter?: number | undefined;
    readonly retryable?: boolean;
    readonly unreachable?: boolean;
    readonly cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.outcome = options.outcome;
    this.httpStatus = options.httpStatus;
    this.retryAfter = options.retryAfter;
    this.retryable = options.retryable ?? false;
    this.unreachable = options.unreachable ?? false;
  }
}

/**
 * What an HTTP status says of a capture. 503 comes from aggregation where an API's server does not answer; 504 and 408 where it was too slow.
 * Source: apimachinery, pkg/api/errors; kube-aggregator, handler_proxy.go.
 */
const OUTCOMES: ReadonlyMap<number, CaptureOutcome> = new Map([
  [401, 'denied'],
  [403, 'denied'],
  [404, 'not_served'],
  [405, 'not_served'],
  [408, 'timeout'],
  [503, 'unavailable'],
  [504, 'timeout'],
]);
const RETRYABLE: ReadonlySet<number> = new Set([408, 429, 500, 502, 503, 504]);

/** `message` is what the server said, or what stands in its place. */
export function statusFault(options: {
  readonly httpStatus: number;
  readonly message: string;
  readonly retryAfter?: number | undefined;
}): ApiFault {
  const { httpStatus } = options;
  return new ApiFault({ ...options, outcome: OUTCOMES.get(httpStatus) ?? 'failed', retryable: RETRYABLE.has(httpStatus) });
}

export function silenceFault(message: string, unreachable: boolean): ApiFault {
  return new ApiFault({ outcome: 'timeout', message, retryable: true, unreachable });
}

/** An error of the connection: refused, reset, cut, a name that leads nowhere, a certificate that does not fit. */
export function connectionFault(error: unknown, begun: boolean): ApiFault {
  const { code, message } = error as NodeJS.ErrnoException;
  const text = begun
    ? `the connection was cut in the middle of the answer (${code ?? message})`
    : ((message || code) ?? 'the connection failed');
  return new ApiFault({ outcome: 'failed', message: text, retryable: !isFinal(code), unreachable: !begun, cause: error });
}

/** Another try would meet the same certificate. */
function isFinal(code: string | undefined): boolean {
  return code !== undefined && /^(?:ERR_TLS|CERT_|UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)/.test(code);
}
