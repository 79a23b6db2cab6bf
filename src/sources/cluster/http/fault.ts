import type { CaptureOutcome } from '../../../records/record.ts';

/** What is wrong with a connection that another try would meet as well, or most probably. */
export type ConnectionFault =
  /** Nobody listens there, or no way leads there: yet, or any more. */
  | 'absent'
  /** The certificate of the server, or of the proxy on the way, was not accepted. */
  | 'certificate';

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
  readonly connection: ConnectionFault | undefined;

  constructor(options: {
    readonly outcome: CaptureOutcome;
    readonly message: string;
    readonly httpStatus?: number | undefined;
    readonly retryAfter?: number | undefined;
    readonly retryable?: boolean;
    readonly unreachable?: boolean;
    readonly connection?: ConnectionFault | undefined;
    readonly cause?: unknown;
  }) {
    super(options.message, { cause: options.cause });
    this.outcome = options.outcome;
    this.httpStatus = options.httpStatus;
    this.retryAfter = options.retryAfter;
    this.retryable = options.retryable ?? false;
    this.unreachable = options.unreachable ?? false;
    this.connection = options.connection;
  }
}

/** The server does not know who asks. */
export const UNAUTHORIZED = 401;

/**
 * What an HTTP status says of a capture. 503 comes from aggregation where an API's server does not answer; 504 and 408 where it was too slow.
 * Source: apimachinery, pkg/api/errors; kube-aggregator, handler_proxy.go.
 */
const OUTCOMES: ReadonlyMap<number, CaptureOutcome> = new Map([
  [UNAUTHORIZED, 'denied'],
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
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (begun) {
    const text = `the connection was cut in the middle of the answer (${code || message})`;
    return new ApiFault({ outcome: 'failed', message: text, retryable: true, cause: error });
  }
  const connection = ABSENT.has(code) ? 'absent' : CERTIFICATE.test(code) ? 'certificate' : undefined;
  const retryable = connection !== 'certificate' && !FINAL.test(code);
  const text = handshakeText(message) ?? (message || code || 'the connection failed');
  return new ApiFault({ outcome: 'failed', message: text, retryable, unreachable: true, connection, cause: error });
}

/** Of OpenSSL's own words for it, which name a line of its source, the reason. Source: OpenSSL, ERR_error_string. */
function handshakeText(message: string): string | undefined {
  const reason = /\berror:[0-9A-F]+:[^:]*:[^:]*:([^:]+):/.exec(message)?.[1];
  return reason === undefined ? undefined : `the TLS handshake failed: ${reason}`;
}

const ABSENT: ReadonlySet<string> = new Set(['ECONNREFUSED', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN']);
/** Source: Node, the codes of errors of node:tls: OpenSSL's X509_V_ERR, and a name that does not fit. */
const CERTIFICATE =
  /^(?:ERR_TLS_CERT|CERT_|CRL_|ERROR_IN_C|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|INVALID_(?:CA|PURPOSE)|PATH_LENGTH_|HOSTNAME_MISMATCH)/;
/** No such name; what speaks no TLS, or not as we do; a proxy that lets us not through. A connection that is cut is none of these. */
const FINAL = /^(?:ENOTFOUND|EPROTO|ERR_TLS|ERR_SSL_(?!UNEXPECTED_EOF)|ERR_PROXY_REFUSED)/;
