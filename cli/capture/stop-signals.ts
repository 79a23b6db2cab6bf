/** What ends a capture before its end, in order: a signal, the deadline. A second signal ends the program at once. */
import { CaptureStopped } from '../../src/sources/cluster/capture-stopped.ts';
import { ExitCode } from '../exit-codes.ts';
import { formatSpan } from '../output/age.ts';
import type { Output } from '../output/output.ts';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

export interface Stopping {
  /** Milliseconds, at most those of a timer. */
  readonly deadline: number;
  readonly output: Output;
  /** What a first signal is answered with. */
  readonly inOrder: string;
  /** Before a second one ends the program: leaves the terminal as it was, and returns what there is to say. */
  readonly atOnce: () => string;
}

/** Runs the work with a signal that says stop; what is under way then ends with what it has. */
export async function stoppable<Result>(options: Stopping, work: (stop: AbortSignal) => Promise<Result>): Promise<Result> {
  const { deadline, output, inOrder, atOnce } = options;
  const controller = new AbortController();
  // The deadline may have been over before: that is no first signal.
  let received = 0;
  const onSignal = (name: NodeJS.Signals): void => {
    received++;
    if (received > 1) {
      output.warn(atOnce());
      process.exit(ExitCode.interrupted);
    }
    output.warn(inOrder);
    controller.abort(new CaptureStopped(`stopped by ${name}`));
  };
  const timer = setTimeout(() => controller.abort(new CaptureStopped(`the deadline of ${formatSpan(deadline)} was over`)), deadline);
  for (const name of signals) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const name of signals) process.off(name, onSignal);
  }
}
