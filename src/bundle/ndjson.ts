import { isUtf8 } from 'node:buffer';
import { joinChunks } from '../records/chunks.ts';
import type { InputLimits } from '../records/input-limits.ts';
import { CutError } from './entry.ts';
import { isDeeperThan } from './json-depth.ts';
import type { ProblemLog } from './problem-log.ts';

/** An entry up to this size counts as a whole: where it is cut, nothing of it does. Larger ones are handed on while they come. */
const WHOLE_BYTES = 16 * 2 ** 20;
/** So many lines are handed on at once: a line may have two bytes, and what is known of it two hundred. */
const LINES = 1_000;
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const SPACE = 0x20;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;
const EMPTY = new Uint8Array();

/** A line that begins and ends as an object does. Whether it is JSON to its end is known when it is parsed. */
export interface JsonLine {
  /** A view into the block that was read, without the line's end. */
  readonly bytes: Uint8Array;
  /** From 1. */
  readonly line: number;
}

export interface NdjsonOptions {
  readonly path: string;
  readonly chunks: AsyncIterable<Uint8Array>;
  readonly limits: InputLimits;
  readonly problems: ProblemLog;
}

/** Lines of an NDJSON entry, at most a thousand at a time. What is no object is left out, with a problem. Throws CutError where the entry ends early. */
export async function* readNdjson(options: NdjsonOptions): AsyncGenerator<readonly JsonLine[]> {
  const { chunks, limits } = options;
  let held: Uint8Array[] = [];
  let heldBytes = 0;
  let line = 1;
  for await (const chunk of chunks) {
    held.push(chunk);
    heldBytes += chunk.length;
    if (heldBytes < WHOLE_BYTES + limits.objectBytes) continue;
    const block = joinChunks(held);
    const end = block.lastIndexOf(NEWLINE) + 1;
    held = [block.subarray(end)];
    heldBytes -= end;
    if (heldBytes > limits.objectBytes)
      throw new CutError(`${options.path} has a line of more than ${limits.objectBytes} bytes (limit "objectBytes")`);
    line = yield* toLines(options, block.subarray(0, end), line);
  }
  yield* toLines(options, joinChunks(held.length === 0 ? [EMPTY] : held), line);
}

/** Returns the number of the line after the block. */
function* toLines(options: NdjsonOptions, block: Uint8Array, firstLine: number): Generator<JsonLine[], number> {
  const validText = isUtf8(block);
  let lines: JsonLine[] = [];
  let number = firstLine;
  for (let start = 0; start < block.length; number++) {
    const newline = block.indexOf(NEWLINE, start);
    const end = newline < 0 ? block.length : newline;
    const bytes = trimmed(block, start, end);
    const fault = faultOf(bytes, validText, options.limits);
    if (fault === null) lines.push({ bytes, line: number });
    else {
      const { path, problems } = options;
      problems.add({
        severity: 'error',
        ...fault,
        message: `${path} line ${number} was skipped: ${fault.message}.`,
        origin: { entry: path, line: number },
      });
    }
    start = end + 1;
    if (lines.length < LINES) continue;
    yield lines;
    lines = [];
  }
  yield lines;
  return number;
}

function faultOf(line: Uint8Array, validText: boolean, limits: InputLimits): { code: string; message: string } | null {
  if (line.length === 0) return { code: 'LINE_BLANK', message: 'it is blank' };
  if (line.length > limits.objectBytes) {
    return { code: 'OBJECT_TOO_LARGE', message: `it has ${line.length} bytes (limit "objectBytes": ${limits.objectBytes})` };
  }
  if (line[0] !== OPENING_BRACE || line[line.length - 1] !== CLOSING_BRACE)
    return { code: 'NOT_AN_OBJECT', message: 'it is not a JSON object' };
  if (!validText && !isUtf8(line)) return { code: 'INVALID_UTF8', message: 'it is not UTF-8 text' };
  if (isDeeperThan(line, limits.jsonDepth)) {
    return { code: 'OBJECT_TOO_DEEP', message: `it has more than ${limits.jsonDepth} levels (limit "jsonDepth")` };
  }
  return null;
}

function trimmed(block: Uint8Array, from: number, to: number): Uint8Array {
  let start = from;
  let end = to;
  while (end > start && isBlank(block[end - 1] as number)) end--;
  while (start < end && isBlank(block[start] as number)) start++;
  return block.subarray(start, end);
}

function isBlank(byte: number): boolean {
  return byte === SPACE || byte === RETURN || byte === 0x09;
}
