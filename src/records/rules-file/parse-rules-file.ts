/** A file of rules that a person wrote: one YAML document, and on which line each of its values stands. */
import { CORE_SCHEMA, constructFromEvents, EVENT_ID, type Event, getScalarValue, parseEvents, YAMLException } from 'js-yaml';
import { InputError } from '../input-error.ts';

const DEEPEST = 20;
/** An alias is the value itself, not a copy of it: what aliases name grows no larger in memory. Few are needed all the same. */
const MOST_ALIASES = 1_000;

export interface RulesFile {
  /** As JSON.parse would give it. What an anchor names stands in several places and, where it is inside itself, has no end. */
  readonly document: unknown;
  /** Counted from 1; of what stands behind an alias, and of what is not there, that of the nearest value around it. */
  readonly lineOf: (path: ValuePath) => number;
}

/** Keys and positions from the document down. */
export type ValuePath = readonly (string | number)[];

/** Throws InputError that names the file and the line. */
export function parseRulesFile({ text, file }: { readonly text: string; readonly file: string }): RulesFile {
  try {
    const events = parseEvents(text, { maxDepth: DEEPEST });
    const [document, ...more] = constructFromEvents(events, { source: text, schema: CORE_SCHEMA, maxAliases: MOST_ALIASES });
    if (document === undefined || more.length > 0)
      throw fault(file, document === undefined ? 'it is empty.' : 'it holds several YAML documents ("---"): a file of rules is one.');
    const offsets = offsetsOf(events, text);
    const lineStarts = lineStartsOf(text);
    return { document, lineOf: (path) => lineOf(nearest(offsets, path), lineStarts) };
  } catch (error) {
    if (error instanceof InputError) throw error;
    if (!(error instanceof YAMLException)) throw fault(file, `it is no valid YAML (${String(error)}).`);
    const line = error.mark === undefined || error.mark === null ? '' : `line ${error.mark.line + 1}: `;
    throw fault(file, `${line}it is no valid YAML (${error.reason}).`);
  }
}

function fault(file: string, problem: string): InputError {
  return new InputError('UNREADABLE', `${file}: ${problem}`);
}

/** A collection whose entries come. `key`: of the mapping's entry that has begun. */
type Frame =
  | { readonly type: 'sequence'; readonly path: ValuePath; next: number }
  | { readonly type: 'mapping'; readonly path: ValuePath; key: string | null }
  | { readonly type: 'document' }
  | { readonly type: 'key' };

/** Where each value begins in the text: of an entry of a mapping its key. By path. */
function offsetsOf(events: readonly Event[], text: string): ReadonlyMap<string, number> {
  const offsets = new Map<string, number>();
  const frames: Frame[] = [];
  for (const event of events) {
    if (event.type === EVENT_ID.POP) frames.pop();
    else if (event.type === EVENT_ID.DOCUMENT) frames.push({ type: 'document' });
    else {
      const path = placeOf({ event, frame: frames.at(-1), text, offsets });
      if (event.type === EVENT_ID.SEQUENCE) frames.push(path === null ? { type: 'key' } : { type: 'sequence', path, next: 0 });
      if (event.type === EVENT_ID.MAPPING) frames.push(path === null ? { type: 'key' } : { type: 'mapping', path, key: null });
    }
  }
  return offsets;
}

type ValueEvent = Exclude<Event, { type: typeof EVENT_ID.POP | typeof EVENT_ID.DOCUMENT }>;

/** The path of the value that begins; null for a key, and for what is in one. */
function placeOf(options: {
  readonly event: ValueEvent;
  readonly frame: Frame | undefined;
  readonly text: string;
  readonly offsets: Map<string, number>;
}): ValuePath | null {
  const { event, frame, text, offsets } = options;
  if (frame === undefined || frame.type === 'document') return [];
  if (frame.type === 'key') return null;
  if (frame.type === 'mapping') {
    if (frame.key === null) {
      frame.key = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : '';
      offsets.set(pathKey([...frame.path, frame.key]), offsetOf(event));
      return null;
    }
    const path = [...frame.path, frame.key];
    frame.key = null;
    return path;
  }
  const path = [...frame.path, frame.next++];
  offsets.set(pathKey(path), offsetOf(event));
  return path;
}

function offsetOf(event: ValueEvent): number {
  if (event.type === EVENT_ID.ALIAS) return event.anchorStart;
  return event.type === EVENT_ID.SCALAR ? event.valueStart : event.start;
}

function nearest(offsets: ReadonlyMap<string, number>, path: ValuePath): number {
  for (let length = path.length; length > 0; length--) {
    const offset = offsets.get(pathKey(path.slice(0, length)));
    if (offset !== undefined && offset >= 0) return offset;
  }
  return 0;
}

function pathKey(path: ValuePath): string {
  return JSON.stringify(path);
}

function lineStartsOf(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ 0: end, index }) => index + end.length)];
}

function lineOf(offset: number, lineStarts: readonly number[]): number {
  return lineStarts.findLastIndex((start) => start <= offset) + 1;
}
