import type { InputLimits } from '../../records/input-limits.ts';
import { GrowingBytes } from './growing-bytes.ts';

/** A JSON value cut out of a text, without the white space between its tokens. */
export interface JsonCut {
  /** `listStart`, `listEnd`: a list without its items; the former with the fields that came before them. */
  readonly type: 'value' | 'item' | 'listStart' | 'listEnd';
  /** Empty where there is a fault. */
  readonly json: Uint8Array;
  /** From 1: where it begins. */
  readonly line: number;
  readonly fault: 'OBJECT_TOO_LARGE' | 'OBJECT_TOO_DEEP' | 'NOT_JSON' | null;
}

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_LIST = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const ITEMS = Buffer.from('"items"');
const NO_ITEMS = Buffer.from('[]}');
const NOTHING = new Uint8Array();

/**
 * Cuts a stream of JSON (one value, many, or one a line) into objects, and lists into their items, byte by byte: nothing is parsed and no
 * more is held than one item and the list's own fields. Whether a cut is valid JSON is known when it is parsed.
 */
export class JsonSplitter {
  readonly #jsonDepth: number;
  /** The outermost value, but for a list's items. */
  readonly #outer: GrowingBytes;
  readonly #item: GrowingBytes;
  #cuts: JsonCut[] = [];
  #depth = 0;
  /** The depth between the brackets of the list whose items are being cut; 0: none. */
  #listDepth = 0;
  #isList = false;
  #inItem = false;
  #inString = false;
  #escaped = false;
  /** The next string is a key of the outermost object. */
  #expectKey = false;
  /** Where in `outer` the key under way began; -1: none. */
  #keyStart = -1;
  #keyIsItems = false;
  #outerTooDeep = false;
  #itemTooDeep = false;
  #inGarbage = false;
  #line = 1;
  #outerLine = 1;
  #itemLine = 1;

  constructor(limits: Pick<InputLimits, 'objectBytes' | 'jsonDepth'>) {
    this.#jsonDepth = limits.jsonDepth;
    this.#outer = new GrowingBytes(limits.objectBytes);
    this.#item = new GrowingBytes(limits.objectBytes);
  }

  /** The cuts that these bytes complete. */
  push(chunk: Uint8Array): JsonCut[] {
    this.#cuts = [];
    for (let index = 0; index < chunk.length; index++) {
      const byte = chunk[index] as number;
      if (this.#inString) index = this.#stringRun(chunk, index);
      else if (byte > SPACE) this.#token(byte);
      else if (byte === NEWLINE) this.#line++;
    }
    return this.#cuts;
  }

  /** True where the text so far ends within a value. */
  get unfinished(): boolean {
    return this.#depth > 0;
  }

  /** The line that is being read, from 1. */
  get line(): number {
    return this.#line;
  }

  /** Keeps the string's bytes up to its end, or the chunk's; returns the index of the last one. */
  #stringRun(chunk: Uint8Array, start: number): number {
    let end = start;
    for (let escaped = this.#escaped; end < chunk.length; end++) {
      const byte = chunk[end] as number;
      if (escaped) escaped = false;
      else if (byte === BACKSLASH) escaped = true;
      else if (byte === QUOTE) break;
      if (end === chunk.length - 1) this.#escaped = escaped;
    }
    const ended = end < chunk.length;
    (this.#inItem ? this.#item : this.#outer).pushAll(chunk, start, ended ? end + 1 : end);
    if (ended) this.#endString();
    return end;
  }

  #token(byte: number): void {
    if (this.#depth === 0 && byte !== OPEN_OBJECT && byte !== OPEN_LIST) {
      this.#betweenValues();
      return;
    }
    if (this.#atItem && byte !== COMMA && byte !== CLOSE_LIST) this.#startItem();
    if (byte === QUOTE) this.#startString();
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#open(byte);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#close(byte);
    else if (byte === COMMA) this.#comma();
    else {
      if (byte !== COLON) this.#keyIsItems = false;
      this.#keep(byte);
    }
  }

  /** Between the brackets of a list, and not in an item. */
  get #atItem(): boolean {
    return this.#depth === this.#listDepth && !this.#inItem && this.#depth > 0;
  }

  /** Told once until the next value. */
  #betweenValues(): void {
    if (!this.#inGarbage) this.#cuts.push({ type: 'value', json: NOTHING, line: this.#line, fault: 'NOT_JSON' });
    this.#inGarbage = true;
  }

  #startString(): void {
    this.#inString = true;
    this.#keyIsItems = false;
    if (this.#expectKey && this.#depth === 1 && !this.#inItem) this.#keyStart = this.#outer.length;
    this.#expectKey = false;
    this.#keep(QUOTE);
  }

  #endString(): void {
    this.#inString = false;
    this.#escaped = false;
    if (this.#keyStart >= 0) this.#keyIsItems = this.#outer.endsWith(ITEMS, this.#keyStart);
    this.#keyStart = -1;
  }

  #open(byte: number): void {
    if (this.#depth === 0) this.#startOuter(byte);
    const isItems = byte === OPEN_LIST && (this.#depth === 0 || (this.#depth === 1 && this.#keyIsItems));
    if (isItems && !this.#isList) this.#startList();
    this.#keyIsItems = false;
    this.#keep(byte);
    this.#depth++;
    if (this.#inItem) this.#itemTooDeep ||= this.#depth - this.#listDepth > this.#jsonDepth;
    else this.#outerTooDeep ||= this.#depth > this.#jsonDepth;
  }

  #startOuter(byte: number): void {
    this.#outer.clear();
    this.#isList = false;
    this.#outerTooDeep = false;
    this.#inGarbage = false;
    this.#outerLine = this.#line;
    this.#expectKey = byte === OPEN_OBJECT;
  }

  #startList(): void {
    this.#isList = true;
    this.#listDepth = this.#depth + 1;
    if (this.#depth === 1) this.#cutOuter('listStart', NO_ITEMS);
  }

  #startItem(): void {
    this.#item.clear();
    this.#inItem = true;
    this.#itemTooDeep = false;
    this.#itemLine = this.#line;
  }

  #close(byte: number): void {
    // A number or a word ends where its list does.
    if (this.#inItem && this.#depth === this.#listDepth) this.#endItem();
    this.#keep(byte);
    this.#depth--;
    if (this.#inItem && this.#depth === this.#listDepth) this.#endItem();
    else if (this.#depth < this.#listDepth) this.#listDepth = 0;
    if (this.#depth === 0) this.#cutOuter(this.#isList ? 'listEnd' : 'value', NOTHING);
  }

  #comma(): void {
    if (this.#inItem && this.#depth === this.#listDepth) this.#endItem();
    else if (!this.#atItem) this.#keep(COMMA);
    this.#expectKey = this.#depth === 1 && !this.#inItem;
  }

  #endItem(): void {
    const fault = this.#item.overflowed ? 'OBJECT_TOO_LARGE' : this.#itemTooDeep ? 'OBJECT_TOO_DEEP' : null;
    this.#cuts.push({ type: 'item', json: fault === null ? this.#item.copy() : NOTHING, line: this.#itemLine, fault });
    this.#inItem = false;
  }

  #cutOuter(type: JsonCut['type'], more: Uint8Array): void {
    const fault = this.#outer.overflowed ? 'OBJECT_TOO_LARGE' : this.#outerTooDeep ? 'OBJECT_TOO_DEEP' : null;
    this.#cuts.push({ type, json: fault === null ? this.#outer.copy(more) : NOTHING, line: this.#outerLine, fault });
  }

  #keep(byte: number): void {
    if (this.#inItem) this.#item.push(byte);
    else this.#outer.push(byte);
  }
}
