import type { InputLimits } from '../../records/input-limits.ts';
import { LineFeeder } from './line-feeder.ts';

/** A part of a YAML text that can be parsed on its own. */
export interface YamlCut {
  /** `item`: one item of a block list, dash and all. `listStart`, `listEnd`: the list without its items, before and after them. */
  readonly type: 'document' | 'item' | 'listStart' | 'listEnd';
  readonly text: Uint8Array;
  /** From 1: where it begins. */
  readonly line: number;
  /** More than the limit, and empty. */
  readonly tooLarge: boolean;
}

const DASH = 0x2d;
const SPACE = 0x20;
const HASH = 0x23;
const PERCENT = 0x25;
const ITEMS_KEY = /^items:[ \t]*(?:#.*)?\r?\n$/;
const DOCUMENT_START = /^---(?=[ \t\r\n]|$)/;
const DOCUMENT_END = /^\.\.\.(?=[ \t\r\n]|$)/;

/** A document up to this size is parsed as a whole, with all that YAML knows; a larger one by the items of its list. */
const WHOLE_DOCUMENT_BYTES = 4 * 2 ** 20;

/** Cuts a YAML stream into documents, and long lists into their items, line by line. */
export class YamlSplitter {
  readonly #limits: Pick<InputLimits, 'objectBytes'>;
  readonly #wholeBytes: number;
  readonly #feeder: LineFeeder;
  #cuts: YamlCut[] = [];
  #lines: Uint8Array[] = [];
  #bytes = 0;
  #firstLine = 1;
  #line = 0;
  /** The size at which a list is looked for: it doubles, or a long text without one would be searched once a line. */
  #searchAt: number;
  /** The column of the dashes of the list that is being cut; -1: none. */
  #dashColumn = -1;
  /** Lines of the list but for its items. */
  #header: Uint8Array[] = [];
  #headerBytes = 0;
  #afterItems = false;

  constructor(limits: Pick<InputLimits, 'objectBytes'>, wholeBytes: number = WHOLE_DOCUMENT_BYTES) {
    this.#limits = limits;
    this.#wholeBytes = Math.min(wholeBytes, limits.objectBytes);
    this.#searchAt = this.#wholeBytes;
    this.#feeder = new LineFeeder(limits.objectBytes);
  }

  push(chunk: Uint8Array): YamlCut[] {
    for (const line of this.#feeder.push(chunk)) this.#addLine(line);
    return this.#take();
  }

  end(): YamlCut[] {
    for (const line of this.#feeder.flush()) this.#addLine(line);
    this.#endDocument();
    return this.#take();
  }

  /** In place of `end`, where the text is cut: its last item or document is not whole, and is dropped. */
  cutOff(): YamlCut[] {
    if (this.#dashColumn < 0 && !this.#tooLarge) this.#startList();
    return this.#take();
  }

  #addLine(line: Uint8Array): void {
    this.#line++;
    const marker = line[0] === DASH || line[0] === 0x2e ? Buffer.from(line.subarray(0, 5)).toString('latin1') : '';
    if (DOCUMENT_START.test(marker)) {
      this.#endDocument();
      this.#keep(line.subarray(3));
    } else if (DOCUMENT_END.test(marker)) this.#endDocument();
    else if (this.#dashColumn >= 0) this.#addToList(line);
    else if (line[0] !== PERCENT || hasContent(this.#lines)) this.#addToDocument(line);
  }

  #addToDocument(line: Uint8Array): void {
    const wasTooLarge = this.#tooLarge;
    this.#keep(line);
    if (!wasTooLarge && this.#bytes > this.#searchAt && !this.#startList())
      this.#searchAt = Math.min(this.#bytes * 2, this.#limits.objectBytes);
    if (this.#tooLarge) this.#lines = [];
  }

  #addToList(line: Uint8Array): void {
    const column = indentation(line);
    const isBlank = column < 0;
    const isDash = column === this.#dashColumn && line[column] === DASH && isSeparator(line[column + 1]);
    if (this.#afterItems || (!isBlank && column <= this.#dashColumn && !isDash)) {
      this.#endItem();
      this.#afterItems = true;
      this.#headerBytes += line.length;
      if (this.#headerBytes <= this.#limits.objectBytes) this.#header.push(line);
    } else {
      if (isDash) this.#endItem();
      this.#keep(line);
      if (this.#tooLarge) this.#lines = [];
    }
  }

  get #tooLarge(): boolean {
    return this.#bytes > this.#limits.objectBytes;
  }

  /** Looks for a block list in what is held; from there on its items are cut. */
  #startList(): boolean {
    const held = this.#lines;
    const first = held.findIndex((line) => indentation(line) >= 0);
    const isBare = first >= 0 && isDashLine(held[first], 0);
    const key = isBare ? -1 : held.findIndex((line) => ITEMS_KEY.test(Buffer.from(line).toString('latin1')));
    const itemLine = held.findIndex((line, index) => index > key && indentation(line) >= 0);
    const column = indentation(held[itemLine]);
    if ((!isBare && key < 0) || itemLine < 0 || !isDashLine(held[itemLine], column)) return false;
    this.#header = held.slice(0, Math.max(key, 0));
    this.#cut('listStart', Buffer.concat(this.#header), this.#firstLine);
    this.#dashColumn = column;
    this.#restart(this.#firstLine + itemLine);
    const last = this.#line;
    this.#line = this.#firstLine - 1;
    for (const line of held.slice(itemLine)) {
      this.#line++;
      this.#addToList(line);
    }
    this.#line = last;
    return true;
  }

  #endItem(): void {
    this.#flush('item');
  }

  #endDocument(): void {
    if (this.#dashColumn < 0 && this.#bytes > this.#wholeBytes && !this.#tooLarge) this.#startList();
    if (this.#dashColumn >= 0) {
      this.#endItem();
      this.#cut('listEnd', Buffer.concat(this.#header), this.#firstLine);
    } else this.#flush('document');
    this.#dashColumn = -1;
    this.#afterItems = false;
    this.#header = [];
    this.#headerBytes = 0;
    this.#searchAt = this.#wholeBytes;
    this.#restart(this.#line + 1);
  }

  #flush(type: YamlCut['type']): void {
    if (this.#tooLarge) this.#cuts.push({ type, text: new Uint8Array(), line: this.#firstLine, tooLarge: true });
    else if (hasContent(this.#lines)) this.#cut(type, Buffer.concat(this.#lines), this.#firstLine);
    this.#restart(this.#line);
  }

  #cut(type: YamlCut['type'], text: Uint8Array, line: number): void {
    this.#cuts.push({ type, text, line, tooLarge: false });
  }

  #keep(line: Uint8Array): void {
    if (this.#bytes === 0) this.#firstLine = this.#line;
    this.#lines.push(line);
    this.#bytes += line.length;
  }

  #restart(line: number): void {
    this.#lines = [];
    this.#bytes = 0;
    this.#firstLine = line;
  }

  #take(): YamlCut[] {
    const cuts = this.#cuts;
    this.#cuts = [];
    return cuts;
  }
}

/** The column of the first character; -1 for a blank line or a comment. */
function indentation(line: Uint8Array | undefined): number {
  const column = line?.findIndex((byte) => byte !== SPACE) ?? -1;
  const byte = line?.[column];
  return byte === undefined || byte === HASH || byte < SPACE ? -1 : column;
}

function hasContent(lines: readonly Uint8Array[]): boolean {
  return lines.some((line) => indentation(line) >= 0);
}

function isDashLine(line: Uint8Array | undefined, column: number): boolean {
  return line !== undefined && indentation(line) === column && line[column] === DASH && isSeparator(line[column + 1]);
}

function isSeparator(byte: number | undefined): boolean {
  return byte === undefined || byte === SPACE || byte === 0x0a || byte === 0x0d || byte === 0x09;
}
