import type { InputLimits } from '../../records/input-limits.ts';
import { closingQuote } from './closing-quote.ts';
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
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const NEWLINE = 0x0a;
const SPACE = 0x20;
const ITEMS = Buffer.from('"items"');
const NO_ITEMS = Buffer.from('[]}');
const NOTHING = new Uint8Array();
/** `[` and `{`, `]` and `}` differ by this bit. */
const BRACKET_BIT = 0x20;

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
  #chunk: Uint8Array = NOTHING;
  /** From here on the chunk's bytes are kept, and were not copied yet: bytes are copied in runs, not one by one. */
  #runStart = 0;

  constructor(limits: Pick<InputLimits, 'objectBytes' | 'jsonDepth'>) {
    this.#jsonDepth = limits.jsonDepth;
    this.#outer = new GrowingBytes(limits.objectBytes);
    this.#item = new GrowingBytes(limits.objectBytes);
  }

  /** The cuts that these bytes complete. */
  push(chunk: Uint8Array): JsonCut[] {
    this.#cuts = [];
    this.#chunk = chunk;
    this.#runStart = 0;
    for (let index = 0; index < chunk.length; index++) {
      if (this.#inString) index = this.#stringEnd(index);
      else if (this.#inItem && this.#depth > this.#listDepth) index = this.#itemEnd(index);
      else if ((chunk[index] as number) > SPACE) this.#token(chunk[index] as number, index);
      else this.#drop(chunk[index] as number, index);
    }
    this.#keepUpTo(chunk.length);
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

  /** The index of the string's last byte, or of the chunk's. */
  #stringEnd(start: number): number {
    const end = closingQuote(this.#chunk, start, this.#escaped);
    this.#escaped = end.escaped;
    if (end.found) this.#endString(end.index);
    return end.index;
  }

  /** Most bytes are those within an item, where only strings and depth count. Returns the index of the last one that was looked at. */
  #itemEnd(start: number): number {
    const chunk = this.#chunk;
    for (let index = start; index < chunk.length; index++) {
      const byte = chunk[index] as number;
      if (byte === QUOTE) {
        const end = closingQuote(chunk, index + 1, false);
        index = end.index;
        this.#inString = !end.found;
        this.#escaped = end.escaped;
      } else if ((byte | BRACKET_BIT) === OPEN_OBJECT) {
        this.#depth++;
        this.#itemTooDeep ||= this.#depth - this.#listDepth > this.#jsonDepth;
      } else if ((byte | BRACKET_BIT) === CLOSE_OBJECT) {
        if (this.#depth === this.#listDepth + 1) {
          this.#token(byte, index);
          return index;
        }
        this.#depth--;
      } else if (byte <= SPACE) this.#drop(byte, index);
    }
    return chunk.length - 1;
  }

  /** White space between tokens. */
  #drop(byte: number, index: number): void {
    if (byte === NEWLINE) this.#line++;
    this.#leaveOut(index);
  }

  #token(byte: number, index: number): void {
    if (this.#depth === 0 && byte !== OPEN_OBJECT && byte !== OPEN_LIST) {
      this.#betweenValues();
      this.#leaveOut(index);
      return;
    }
    if (this.#atItem && byte !== COMMA && byte !== CLOSE_LIST) this.#startItem(index);
    if (byte === QUOTE) this.#startString(index);
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#open(byte, index);
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#close(index);
    else if (byte === COMMA) this.#comma(index);
    else if (byte !== COLON) this.#keyIsItems = false;
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

  #startString(index: number): void {
    this.#inString = true;
    this.#keyIsItems = false;
    if (this.#expectKey && this.#depth === 1 && !this.#inItem) {
      this.#keepUpTo(index);
      this.#keyStart = this.#outer.length;
    }
    this.#expectKey = false;
  }

  #endString(index: number): void {
    this.#inString = false;
    if (this.#keyStart < 0) return;
    this.#keepUpTo(index + 1);
    this.#keyIsItems = this.#outer.endsWith(ITEMS, this.#keyStart);
    this.#keyStart = -1;
  }

  #open(byte: number, index: number): void {
    if (this.#depth === 0) this.#startOuter(byte, index);
    const isItems = byte === OPEN_LIST && (this.#depth === 0 || (this.#depth === 1 && this.#keyIsItems));
    if (isItems && !this.#isList) this.#startList(index);
    this.#keyIsItems = false;
    this.#depth++;
    if (this.#inItem) this.#itemTooDeep ||= this.#depth - this.#listDepth > this.#jsonDepth;
    else this.#outerTooDeep ||= this.#depth > this.#jsonDepth;
  }

  #startOuter(byte: number, index: number): void {
    this.#outer.clear();
    this.#runStart = index;
    this.#isList = false;
    this.#outerTooDeep = false;
    this.#inGarbage = false;
    this.#outerLine = this.#line;
    this.#expectKey = byte === OPEN_OBJECT;
  }

  #startList(index: number): void {
    this.#isList = true;
    this.#listDepth = this.#depth + 1;
    this.#keepUpTo(index);
    if (this.#depth === 1) this.#cutOuter('listStart', NO_ITEMS);
  }

  #startItem(index: number): void {
    this.#keepUpTo(index);
    this.#item.clear();
    this.#inItem = true;
    this.#itemTooDeep = false;
    this.#itemLine = this.#line;
  }

  #close(index: number): void {
    // A number or a word ends where its list does.
    if (this.#inItem && this.#depth === this.#listDepth) this.#endItem(index);
    this.#depth--;
    if (this.#inItem && this.#depth === this.#listDepth) this.#endItem(index + 1);
    else if (this.#depth < this.#listDepth) this.#listDepth = 0;
    if (this.#depth > 0) return;
    this.#keepUpTo(index + 1);
    this.#cutOuter(this.#isList ? 'listEnd' : 'value', NOTHING);
  }

  #comma(index: number): void {
    if (this.#inItem && this.#depth === this.#listDepth) this.#endItem(index);
    // Between items nothing is kept.
    if (this.#atItem) this.#leaveOut(index);
    this.#expectKey = this.#depth === 1 && !this.#inItem;
  }

  #endItem(end: number): void {
    this.#keepUpTo(end);
    const fault = this.#item.overflowed ? 'OBJECT_TOO_LARGE' : this.#itemTooDeep ? 'OBJECT_TOO_DEEP' : null;
    this.#cuts.push({ type: 'item', json: fault === null ? this.#item.copy() : NOTHING, line: this.#itemLine, fault });
    this.#inItem = false;
  }

  #cutOuter(type: JsonCut['type'], more: Uint8Array): void {
    const fault = this.#outer.overflowed ? 'OBJECT_TOO_LARGE' : this.#outerTooDeep ? 'OBJECT_TOO_DEEP' : null;
    this.#cuts.push({ type, json: fault === null ? this.#outer.copy(more) : NOTHING, line: this.#outerLine, fault });
  }

  /** Of the chunk: what is before `end` and not yet copied. */
  #keepUpTo(end: number): void {
    if (end > this.#runStart) (this.#inItem ? this.#item : this.#outer).pushAll(this.#chunk, this.#runStart, end);
    this.#runStart = end;
  }

  #leaveOut(index: number): void {
    this.#keepUpTo(index);
    this.#runStart = index + 1;
  }
}
