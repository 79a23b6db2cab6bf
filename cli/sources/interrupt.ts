/** Ctrl-C while something is written: it is told to stop, cleans up after itself, and the program ends with exit code 130. */

/** Thrown in place of whatever the abort made fail. */
class Interrupted extends Error {
  override readonly name = 'Interrupted';
}

const signals: readonly NodeJS.Signals[] = ['SIGINT', 'SIGTERM'];

/** Runs the work with a signal that SIGINT and SIGTERM abort; a second one ends the program at once. */
export async function interruptible<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const controller = new AbortController();
  const stop = (): void => controller.abort(new Interrupted('interrupted.'));
  for (const signal of signals) process.once(signal, stop);
  try {
    return await work(controller.signal);
  } catch (error) {
    throw controller.signal.aborted ? new Interrupted('interrupted.', { cause: error }) : error;
  } finally {
    for (const signal of signals) process.off(signal, stop);
  }
}
