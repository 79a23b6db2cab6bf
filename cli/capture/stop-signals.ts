/** What ends a capture before its end, in order: a signal, the deadline. A second signal ends the program at once. */
import { CaptureStopped } from '../../src/sources/cluster/capture-stopped.ts';
import { ExitCode } from '../exit-codes.ts';
import { formatSpan } from '../output/age.ts';
import type { Output } from '../output/output.ts';

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

/** Runs the work with a signal that says stop; what is under way then ends with what it has. */
export async function stoppable<Result>(
  options: { readonly deadline: number; readonly output: Output; readonly leftBehind: () => readonly string[] },
  work: (stop: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const { deadline, output, leftBehind } = options;
  const controller = new AbortController();
  const onSignal = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted && !isDeadline(controller.signal)) {
      output.warn(`Ended at once. What was written opens as a broken-off capture: ${leftBehind().join(', ')}`);
      process.exit(ExitCode.interrupted);
    }
    output.warn('Stopping: the bundle is finished with what is there. Once more ends at once.');
    controller.abort(new CaptureStopped(`stopped by ${name}`));
  };
  const timer = setTimeout(() => controller.abort(new Deadline(`the deadline of ${formatSpan(deadline)} was over`)), deadline);
  for (const name of signals) process.on(name, onSignal);
  try {
    return await work(controller.signal);
  } finally {
    clearTimeout(timer);
    for (const name of signals) process.off(name, onSignal);
  }
}

class Deadline extends CaptureStopped {}

function isDeadline({ reason }: AbortSignal): boolean {
  return reason instanceof Deadline;
}
