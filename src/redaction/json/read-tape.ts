/** Reads JSON into a tape, strictly and without recursion. */
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import { Field, JsonTape, NODE_FIELDS, NodeKind } from './json-tape.ts';
import { endOfLiteral, endOfString, skipSpace } from './tokens.ts';

/** In the 3 MiB that the API server takes there is no room for as many values: this bounds what a hostile object makes us keep. */
const MOST_NODES = 2_000_000;
const DEEPEST = DEFAULT_INPUT_LIMITS.jsonDepth;
const FIRST_NODES = 128;
/** Of real objects a value has some 16 bytes. */
const BYTES_A_NODE = 12;
const MOST_FIRST_NODES = 2 ** 16;
/** As `[0,0]` has them. */
const FEWEST_BYTES_A_NODE = 2;

const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPENING_BRACE = 0x7b;
const CLOSING_BRACE = 0x7d;
const OPENING_BRACKET = 0x5b;
const CLOSING_BRACKET = 0x5d;

/** The value that begins at `from`, or all of the bytes; null for what is no JSON, has more than 500 levels, or more than 2 million values. */
export function readTape(bytes: Buffer, from: number | null = null): JsonTape | null {
  const reader = new TapeReader({ bytes, position: from ?? 0, nodes: from === null ? firstNodes(bytes.length) : FIRST_NODES });
  if (!reader.read()) return null;
  return from === null && skipSpace(bytes, reader.position) < bytes.length ? null : reader.tape();
}

/** Room for most texts of so many bytes, and no more than a short one can fill: an object may hold very many of them. */
function firstNodes(bytes: number): number {
  const expected = Math.min(Math.max(FIRST_NODES, Math.ceil(bytes / BYTES_A_NODE)), MOST_FIRST_NODES);
  return Math.min(expected, Math.ceil(bytes / FEWEST_BYTES_A_NODE) + 1);
}

/** What comes next after a token. */
const Next = { value: 0, key: 1, afterValue: 2, nothing: 3, failed: 4 } as const;
type Next = (typeof Next)[keyof typeof Next];

class TapeReader {
  position: number;
  readonly #bytes: Buffer;
  /** The containers that are open, the innermost last. */
  readonly #open: number[] = [];
  #inObject = false;
  #nodes: Int32Array;
  #size = 0;

  constructor({ bytes, position, nodes }: { readonly bytes: Buffer; readonly position: number; readonly nodes: number }) {
    this.#bytes = bytes;
    this.position = position;
    this.#nodes = new Int32Array(nodes * NODE_FIELDS);
  }

  tape(): JsonTape {
    return new JsonTape(this.#bytes, this.#nodes, this.#size);
  }

  read(): boolean {
    let next: Next = Next.value;
    while (next < Next.nothing) {
      this.position = skipSpace(this.#bytes, this.position);
      if (next === Next.value) next = this.#value();
      else if (next === Next.key) next = this.#key();
      else next = this.#afterValue();
    }
    return next === Next.nothing;
  }

  #value(): Next {
    const byte = this.#bytes[this.position];
    if (byte === QUOTE) return this.#string(NodeKind.string) ? this.#ended() : Next.failed;
    if (byte === OPENING_BRACE) return this.#container(NodeKind.object, CLOSING_BRACE);
    if (byte === OPENING_BRACKET) return this.#container(NodeKind.array, CLOSING_BRACKET);
    const end = endOfLiteral(this.#bytes, this.position);
    if (end < 0) return Next.failed;
    this.#add(NodeKind.literal, end, 0);
    this.position = end;
    return this.#ended();
  }

  #container(kind: number, closing: number): Next {
    if (this.#open.length >= DEEPEST || this.#size >= MOST_NODES) return Next.failed;
    this.#open.push(this.#add(kind, 0, 0));
    this.#inObject = kind === NodeKind.object;
    this.position = skipSpace(this.#bytes, this.position + 1);
    if (this.#bytes[this.position] === closing) return this.#close();
    return this.#inObject ? Next.key : Next.value;
  }

  #key(): Next {
    if (this.#size >= MOST_NODES || this.#bytes[this.position] !== QUOTE || !this.#string(NodeKind.key)) return Next.failed;
    this.position = skipSpace(this.#bytes, this.position);
    return this.#bytes[this.position++] === COLON ? Next.value : Next.failed;
  }

  #string(kind: number): boolean {
    const end = endOfString(this.#bytes, this.position);
    if (end === 0) return false;
    // A negative end tells of a backslash within.
    const behind = end < 0 ? -end : end;
    this.#add(kind, behind, end < 0 ? 1 : 0);
    this.position = behind;
    return true;
  }

  #afterValue(): Next {
    const byte = this.#bytes[this.position];
    if (byte === COMMA) {
      this.position++;
      return this.#inObject ? Next.key : Next.value;
    }
    return byte === (this.#inObject ? CLOSING_BRACE : CLOSING_BRACKET) ? this.#close() : Next.failed;
  }

  #close(): Next {
    const open = this.#open;
    const at = (open.pop() as number) * NODE_FIELDS;
    this.position++;
    this.#nodes[at + Field.end] = this.position;
    this.#nodes[at + Field.next] = this.#size;
    if (open.length > 0) this.#inObject = this.#nodes[(open[open.length - 1] as number) * NODE_FIELDS + Field.kind] === NodeKind.object;
    return this.#ended();
  }

  #ended(): Next {
    if (this.#size > MOST_NODES) return Next.failed;
    return this.#open.length === 0 ? Next.nothing : Next.afterValue;
  }

  /** Returns the node. */
  #add(kind: number, end: number, escaped: number): number {
    const node = this.#size++;
    const at = node * NODE_FIELDS;
    if (at >= this.#nodes.length) this.#grow();
    const nodes = this.#nodes;
    nodes[at + Field.kind] = kind;
    nodes[at + Field.start] = this.position;
    nodes[at + Field.end] = end;
    nodes[at + Field.next] = this.#size;
    nodes[at + Field.escaped] = escaped;
    return node;
  }

  #grow(): void {
    const nodes = new Int32Array(this.#nodes.length * 2);
    nodes.set(this.#nodes);
    this.#nodes = nodes;
  }
}
