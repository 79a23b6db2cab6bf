import { createOutput, type Output } from '../output.ts';

/** An output without a terminal, and all that was written to it, answers and notes alike, a piece each. */
export function recordingOutput(): { readonly output: Output; readonly written: readonly string[] } {
  const written: string[] = [];
  const stream = { write: (text: string): unknown => written.push(text), once: () => undefined };
  return { written, output: createOutput({ stdout: stream, stderr: stream, quiet: false, noColor: true, environment: {} }) };
}
