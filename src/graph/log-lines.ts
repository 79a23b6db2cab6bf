/** The lines of a log, from its parts. */
import { parseTime } from '../kube/time.ts';
import type { LogPart, Reader } from '../store/reader.ts';

export interface LogLine {
  /** From 1. */
  readonly number: number;
  /** As written. */
  readonly at: string | null;
  /** Without its time. */
  readonly text: string;
}

export function linesOf(part: LogPart): LogLine[] {
  const texts = part.text.split('\n');
  if (texts.at(-1) === '') texts.pop();
  return texts.map((text, index) => ({ number: part.firstLine + index, ...splitTime(text) }));
}

/** The API server writes a time and a space before each line (`timestamps=true`). */
function splitTime(line: string): { at: string | null; text: string } {
  const space = line.indexOf(' ');
  const at = space > 0 ? line.slice(0, space) : '';
  return parseTime(at) === null ? { at: null, text: line } : { at, text: line.slice(space + 1) };
}

/** null where the line has no time: it goes with the one before it. */
export function isSince(line: LogLine, since: number): boolean | null {
  if (line.at === null) return null;
  return (parseTime(line.at) ?? 0) >= since;
}

/** From the end back to `after`, so that the last lines of a long log cost no more than those of a short one. */
export function* linesBack(options: { readonly reader: Reader; readonly log: number; readonly after?: number }): Iterable<LogLine> {
  const { reader, log, after = 0 } = options;
  for (const part of reader.logParts(log, { fromEnd: true })) {
    for (const line of linesOf(part).reverse()) {
      if (line.number <= after) return;
      yield line;
    }
  }
}

/** The same, as far as lines are from `since` (epoch ms) on. A line without a time waits for the one before it. */
export function* linesBackSince(options: {
  readonly reader: Reader;
  readonly log: number;
  readonly after?: number;
  readonly since: number;
}): Iterable<LogLine> {
  const { after = 0, since } = options;
  let untimed: LogLine[] = [];
  for (const line of linesBack(options)) {
    untimed.push(line);
    const found = isSince(line, since);
    if (found === false) return;
    if (found === null) continue;
    yield* untimed;
    untimed = [];
  }
  if (after > 0) yield* untimed;
}
