/** Cuts a log that comes in chunks into parts of whole lines, each at most 64 KiB. Pure but for what it holds back: the last unfinished line. */
import { parseTime } from '../../kube/time.ts';

export interface StoredPart {
  readonly part: number;
  /** From 1. */
  readonly firstLine: number;
  /** Lines that end in this part; the log's last line counts though it may lack its line end. */
  readonly lines: number;
  readonly firstAt: number | null;
  readonly lastAt: number | null;
  readonly bytes: Uint8Array;
}

export const MAX_PART_BYTES: number = 64 * 1024;

const NEWLINE = 10;

export class LogParts {
  #held: Buffer = Buffer.alloc(0);
  #part = 0;
  #line = 1;

  /** Parts that are whole by now. Their bytes may be views of the chunk. */
  add(chunk: Uint8Array): StoredPart[] {
    const view = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    const bytes = this.#held.length === 0 ? view : Buffer.concat([this.#held, view]);
    const parts: StoredPart[] = [];
    let start = 0;
    while (bytes.length - start > MAX_PART_BYTES) {
      const end = cutBefore(bytes, start);
      parts.push(this.#take(bytes.subarray(start, end), false));
      start = end;
    }
    this.#held = Buffer.from(bytes.subarray(start));
    return parts;
  }

  /** What is left, whether it ends in a line end or not. */
  finish(): StoredPart[] {
    if (this.#held.length === 0) return [];
    const part = this.#take(this.#held, true);
    this.#held = Buffer.alloc(0);
    return [part];
  }

  #take(bytes: Buffer, isLast: boolean): StoredPart {
    const ends = countLines(bytes);
    const lines = isLast && bytes.at(-1) !== NEWLINE ? ends + 1 : ends;
    const firstLine = this.#line;
    this.#line += lines;
    return { part: ++this.#part, firstLine, lines, firstAt: timeAt(bytes, 0), lastAt: timeAt(bytes, startOfLastLine(bytes)), bytes };
  }
}

/** Behind the last line end that fits; a line longer than a part is cut between two characters. */
function cutBefore(bytes: Buffer, start: number): number {
  const limit = start + MAX_PART_BYTES;
  const newline = bytes.lastIndexOf(NEWLINE, limit - 1);
  if (newline >= start) return newline + 1;
  let end = limit;
  while (end > limit - 4 && ((bytes[end] ?? 0) & 0xc0) === 0x80) end--;
  return end;
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines++;
  return lines;
}

function startOfLastLine(bytes: Buffer): number {
  const end = bytes.at(-1) === NEWLINE ? bytes.length - 2 : bytes.length - 1;
  return end < 0 ? 0 : bytes.lastIndexOf(NEWLINE, end) + 1;
}

const LONGEST_TIME = 40;

/** The server's timestamp before a line, where it was asked for. */
function timeAt(bytes: Buffer, start: number): number | null {
  const head = bytes.toString('latin1', start, start + LONGEST_TIME);
  const space = head.indexOf(' ');
  return parseTime(space < 0 ? head.trimEnd() : head.slice(0, space));
}
