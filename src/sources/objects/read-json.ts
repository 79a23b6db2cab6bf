import { isUtf8 } from 'node:buffer';
import type { InputLimits } from '../../records/input-limits.ts';
import { stringField } from '../../records/json-fields.ts';
import { type JsonCut, JsonSplitter } from './json-splitter.ts';
import type { ListHeader, Piece } from './pieces.ts';

const FAULTS: Readonly<Record<NonNullable<JsonCut['fault']>, (limits: InputLimits) => string>> = {
  OBJECT_TOO_LARGE: (limits) => `it has more than ${limits.objectBytes} bytes (limit "objectBytes")`,
  OBJECT_TOO_DEEP: (limits) => `it has more than ${limits.jsonDepth} levels (limit "jsonDepth")`,
  NOT_JSON: () => 'it is no JSON',
};

/** Pieces of a JSON text: one value or many, one after the other or one a line. A CutError of the bytes is passed on, after the pieces before it. */
export async function* readJson(options: {
  readonly bytes: AsyncIterable<Uint8Array>;
  readonly limits: InputLimits;
}): AsyncGenerator<Piece> {
  const { bytes, limits } = options;
  const splitter = new JsonSplitter(limits);
  let list: ListHeader = {};
  for await (const chunk of bytes) {
    for (const cut of splitter.push(chunk)) {
      if (cut.type === 'listStart') list = toHeader(cut);
      else {
        yield toPiece(cut, list, limits);
        if (cut.type === 'listEnd') list = {};
      }
    }
  }
  if (splitter.unfinished)
    yield { type: 'fault', code: 'ENTRY_CUT', message: 'the text ends within an object, which was dropped', line: splitter.line };
}

function toPiece(cut: JsonCut, list: ListHeader, limits: InputLimits): Piece {
  if (cut.type === 'listEnd') return { type: 'listEnd', list: toHeader(cut) };
  const { json, line } = cut;
  if (cut.fault !== null) return { type: 'fault', code: cut.fault, message: FAULTS[cut.fault](limits), line };
  if (!isUtf8(json)) return { type: 'fault', code: 'INVALID_UTF8', message: 'it is not UTF-8 text', line };
  const value = parse(json);
  if (value instanceof Error) return { type: 'fault', code: 'NOT_JSON', message: `it is no valid JSON (${value.message})`, line };
  return cut.type === 'item'
    ? { type: 'item', raw: json, value, bytes: json.length, line, list }
    : { type: 'value', raw: json, value, line };
}

function toHeader(cut: JsonCut): ListHeader {
  return listHeader(cut.fault === null ? parse(cut.json) : {});
}

/** A list's own `apiVersion` and `kind`, where it has them. */
export function listHeader(value: unknown): ListHeader {
  const apiVersion = stringField(value, 'apiVersion');
  const kind = stringField(value, 'kind');
  return { ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) };
}

function parse(json: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(json.buffer, json.byteOffset, json.length).toString('utf8'));
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
