/** Where a container that fails again and again is, by the age of its pod. All times in seconds. */

const FIRST_START = 2;
/** Of the first restart, which comes at once. */
const AT_ONCE = 1;
const FIRST_DELAY = 10;
/** Source: kubelet, MaxContainerBackOff. */
const LONGEST_DELAY = 300;

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface CrashLoop {
  readonly restarts: number;
  readonly running: boolean;
  /** Until the next restart; null where that comes at once. */
  readonly backOff: number | null;
  /** The present run, or the last one. */
  readonly run: Span;
  readonly runBefore: Span | null;
}

/** With a limit of restarts it stays in the back-off after the last of them. */
export function crashLoopAt(options: { readonly age: number; readonly run: number; readonly mostRestarts: number }): CrashLoop {
  const { age, run, mostRestarts } = options;
  let start = FIRST_START;
  let runBefore: Span | null = null;
  for (let restarts = 0; ; restarts++) {
    const span: Span = { start, end: start + run };
    const delay = delayAfter(restarts);
    const running = age < span.end;
    if (running || age < span.end + delay || restarts >= mostRestarts)
      return { restarts, running, backOff: delay === AT_ONCE ? null : delay, run: span, runBefore };
    runBefore = span;
    start = span.end + delay;
  }
}

/** How many times something was tried that fails at once. */
export function triesBy(age: number): number {
  return crashLoopAt({ age, run: 1, mostRestarts: Number.POSITIVE_INFINITY }).restarts;
}

/** `1m20s`, as Go prints a duration. */
export function goDuration(seconds: number): string {
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;
}

function delayAfter(restarts: number): number {
  return restarts === 0 ? AT_ONCE : Math.min(LONGEST_DELAY, FIRST_DELAY * 2 ** (restarts - 1));
}
