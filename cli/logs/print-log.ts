/** One container's log onto standard output, as kubectl would print it. */
import { isSince, type LogLine, linesBack, linesBackSince, linesOf } from '../../src/graph/log-lines.ts';
import type { Reader } from '../../src/store/reader.ts';
import type { Output } from '../output/output.ts';

export interface LogForm {
  /** Lines from the end; null: all. */
  readonly tail: number | null;
  /** Epoch ms; null: all. */
  readonly since: number | null;
  readonly timestamps: boolean;
  /** Before each line; ''. */
  readonly prefix: string;
  /** Bytes, of the answer; null: all. */
  readonly limitBytes: number | null;
}

export interface LogToPrint {
  readonly reader: Reader;
  readonly log: number;
  readonly form: LogForm;
  readonly output: Output;
}

export async function printLog({ reader, log, form, output }: LogToPrint): Promise<void> {
  const { limitBytes, prefix } = form;
  const hasTimes = TIMED.has(reader.info.format);
  let left = limitBytes ?? Number.POSITIVE_INFINITY;
  for (const line of linesAsked({ reader, log, form })) {
    const time = line.at === null || (hasTimes && !form.timestamps) ? '' : `${line.at} `;
    const text = Buffer.from(`${prefix}${time}${line.text}\n`);
    output.printRaw(text.length <= left ? text.toString('utf8') : text.subarray(0, left).toString('utf8'));
    left -= text.length;
    if (left <= 0) return;
    await output.drained();
  }
}

/** Formats whose lines begin with the time that the API server put there: it is taken away where --timestamps does not ask for it. In others a time is the program's own. */
const TIMED: ReadonlySet<string> = new Set(['snapgraph', 'must-gather', 'crust-gather', 'rancher']);

function linesAsked(options: Pick<LogToPrint, 'reader' | 'log' | 'form'>): Iterable<LogLine> {
  const { reader, log, form } = options;
  const { tail, since } = form;
  if (tail === null) return allLines({ reader, log, since });
  return lastOf(since === null ? linesBack({ reader, log }) : linesBackSince({ reader, log, since }), tail);
}

/** A line without a time goes with the one before it. */
function* allLines(options: { readonly reader: Reader; readonly log: number; readonly since: number | null }): Iterable<LogLine> {
  const { reader, log, since } = options;
  let isAsked = since === null;
  for (const part of reader.logParts(log, {})) {
    for (const line of linesOf(part)) {
      if (since !== null) isAsked = isSince(line, since) ?? isAsked;
      if (isAsked) yield line;
    }
  }
}

function lastOf(back: Iterable<LogLine>, most: number): readonly LogLine[] {
  const found: LogLine[] = [];
  if (most === 0) return found;
  for (const line of back) {
    found.push(line);
    if (found.length === most) break;
  }
  return found.reverse();
}
