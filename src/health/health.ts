/** What is said of an object's health. Contract graphql.md §3. */

/** The order is that of the codes in the store: words are only ever added at the end. */
export const HEALTH_STATUSES = ['HEALTHY', 'PROGRESSING', 'SUSPENDED', 'DEGRADED', 'UNKNOWN'] as const;

export type HealthStatus = (typeof HEALTH_STATUSES)[number];

export interface Health {
  readonly status: HealthStatus;
  /** One word, Kubernetes' own where it has one; null where there is nothing to say. */
  readonly reason: string | null;
  /** A sentence or two for who must act; null where there is nothing to say. */
  readonly message: string | null;
  /** Epoch milliseconds from which on something else holds though the object stays as it is; null: never. */
  readonly until: number | null;
}

export const HEALTHY: Health = { status: 'HEALTHY', reason: null, message: null, until: null };

/** Captured texts have any length: the whole stands in the object. */
const LONGEST_MESSAGE = 1000;
const LONGEST_REASON = 100;

export function health(status: HealthStatus, reason: string | null, message: string | null): Health {
  return { status, reason: cut(reason, LONGEST_REASON), message: cut(message, LONGEST_MESSAGE), until: null };
}

/** `first` before the time, `after` from it on; without a time `first` for good. */
export function changingAt(options: {
  readonly at: number | null;
  readonly now: number;
  readonly first: Health;
  readonly after: Health;
}): Health {
  const { at, now, first, after } = options;
  if (at === null) return first;
  return now < at ? { ...first, until: first.until === null ? at : Math.min(first.until, at) } : after;
}

function cut(text: string | null, length: number): string | null {
  return text === null || text.length <= length ? text : `${text.slice(0, length - 1)}…`;
}
