/** A JSON text taken apart without being parsed: where each value begins and ends, in document order. Nothing is lost, duplicate keys neither. */
import { decodeString } from './decode-string.ts';

/** What a node is. A key is a node of its own, with its value right behind it. */
export const NodeKind = { object: 1, array: 2, key: 3, string: 4, literal: 5 } as const;

/** Of each node: its kind, where it begins and ends in the bytes, the node behind all that is in it, and whether it holds a backslash. */
export const NODE_FIELDS = 5;
export const Field = { kind: 0, start: 1, end: 2, next: 3, escaped: 4 } as const;

export class JsonTape {
  readonly bytes: Buffer;
  /** Number of nodes; node 0 is the whole value. */
  readonly size: number;
  readonly #nodes: Int32Array;

  constructor(bytes: Buffer, nodes: Int32Array, size: number) {
    this.bytes = bytes;
    this.#nodes = nodes;
    this.size = size;
  }

  kind(node: number): number {
    return this.#field(node, Field.kind);
  }

  /** The first byte: of a string, its quote. */
  start(node: number): number {
    return this.#field(node, Field.start);
  }

  /** The byte behind the last. */
  end(node: number): number {
    return this.#field(node, Field.end);
  }

  /** The node behind this one and all that is in it. */
  next(node: number): number {
    return this.#field(node, Field.next);
  }

  /** The keys of an object; the value of each is the node behind it. None where the node is no object. */
  keys(object: number): number[] {
    const keys: number[] = [];
    if (this.kind(object) !== NodeKind.object) return keys;
    const end = this.next(object);
    for (let key = object + 1; key < end; key = this.next(key + 1)) keys.push(key);
    return keys;
  }

  /** The values under a key: several where the key comes more than once. */
  values(object: number, name: string): number[] {
    const values: number[] = [];
    if (this.kind(object) !== NodeKind.object) return values;
    const end = this.next(object);
    for (let key = object + 1; key < end; key = this.next(key + 1)) if (this.is(key, name)) values.push(key + 1);
    return values;
  }

  /** The items of an array; none where the node is no array. */
  items(array: number): number[] {
    const items: number[] = [];
    if (this.kind(array) !== NodeKind.array) return items;
    const end = this.next(array);
    for (let item = array + 1; item < end; item = this.next(item)) items.push(item);
    return items;
  }

  /** The values given and all below them, in document order and each once, however they lie in each other. Keys are none. */
  within(values: readonly number[]): number[] {
    const found: number[] = [];
    let taken = 0;
    for (const value of [...values].sort((a, b) => a - b)) {
      const end = this.next(value);
      for (let node = Math.max(value, taken); node < end; node++) if (this.kind(node) !== NodeKind.key) found.push(node);
      taken = Math.max(taken, end);
    }
    return found;
  }

  isString(node: number): boolean {
    return this.kind(node) === NodeKind.string;
  }

  isEscaped(node: number): boolean {
    return this.#field(node, Field.escaped) === 1;
  }

  /** Whether a key or string says `text`, however it is escaped. */
  is(node: number, text: string): boolean {
    if (this.isEscaped(node)) return this.text(node) === text;
    const start = this.start(node) + 1;
    if (this.end(node) - 1 - start !== text.length) return false;
    for (let index = 0; index < text.length; index++) if (this.bytes[start + index] !== text.charCodeAt(index)) return false;
    return true;
  }

  /** What a key or string says. */
  text(node: number): string {
    if (this.isEscaped(node)) return this.content(node).toString('utf8');
    return this.bytes.toString('utf8', this.start(node) + 1, this.end(node) - 1);
  }

  /** The same as bytes: a view where nothing is escaped. */
  content(node: number): Buffer {
    const start = this.start(node) + 1;
    const end = this.end(node) - 1;
    return this.isEscaped(node) ? decodeString({ bytes: this.bytes, start, end }).bytes : this.bytes.subarray(start, end);
  }

  /** The value's own JSON. */
  json(node: number): Buffer {
    return this.bytes.subarray(this.start(node), this.end(node));
  }

  #field(node: number, field: number): number {
    return this.#nodes[node * NODE_FIELDS + field] as number;
  }
}
