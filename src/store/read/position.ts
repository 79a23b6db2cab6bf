/** Where a row stands in a list: by the order's value, then namespace, name and kind. Cursors are positions, written out. */
import { CursorError, type ObjectRow, type Order } from '../reader.ts';
import type { Names } from './names.ts';

export type OrderValue = string | number | null;

export interface Position {
  /** null in lists by name, and where the object has none. */
  readonly value: OrderValue;
  /** '' for cluster scope. */
  readonly namespace: string;
  readonly name: string;
  /** The kind's id: what tells objects of one name apart. */
  readonly kind: number;
}

export function positionOf(names: Names, row: ObjectRow, value: OrderValue = null): Position {
  return { value, namespace: row.namespace ?? '', name: row.name, kind: names.kindId(row) ?? 0 };
}

export function cursorOf(names: Names, { value, namespace, name, kind }: Position): string {
  const key = names.kind(kind);
  const parts = [namespace, name, key.group, key.kind];
  return Buffer.from(JSON.stringify(value === null ? parts : [...parts, value])).toString('base64url');
}

/** @throws CursorError for what cursorOf did not make. */
export function readCursor(names: Names, cursor: string): Position {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    throw new CursorError(cursor);
  }
  if (!Array.isArray(parts) || parts.length < 4 || parts.length > 5) throw new CursorError(cursor);
  const [namespace, name, group, kind, value = null] = parts as unknown[];
  if (typeof namespace !== 'string' || typeof name !== 'string' || typeof group !== 'string' || typeof kind !== 'string') {
    throw new CursorError(cursor);
  }
  if (value !== null && typeof value !== 'string' && typeof value !== 'number') throw new CursorError(cursor);
  return { value, namespace, name, kind: names.kindId({ group, kind }) ?? 0 };
}

export type ComparePositions = (one: Position, other: Position) => number;

/** By namespace, name and kind: the order in which lists are read. */
const compareNames: ComparePositions = (one, other) =>
  compareText(one.namespace, other.namespace) || compareText(one.name, other.name) || one.kind - other.kind;

/** Numbers stand before texts, and what has no value last in either direction; equal values in the order of their names. */
export function comparerOf(order: Order): ComparePositions {
  const sign = order.descending ? -1 : 1;
  if (order.by === 'name') return (one, other) => sign * compareNames(one, other);
  return (one, other) => {
    if (one.value === null || other.value === null)
      return Number(one.value === null) - Number(other.value === null) || compareNames(one, other);
    return sign * compareValues(one.value, other.value) || compareNames(one, other);
  };
}

function compareValues(one: string | number, other: string | number): number {
  if (typeof one === 'number' && typeof other === 'number') return one - other;
  if (typeof one === 'string' && typeof other === 'string') return compareText(one, other);
  return typeof one === 'number' ? -1 : 1;
}

/** As SQLite compares: by the bytes of UTF-8. Code units order the same but for characters beyond the first plane. */
export function compareText(one: string, other: string): number {
  if (one === other) return 0;
  if (SURROGATE.test(one) || SURROGATE.test(other)) return Buffer.compare(Buffer.from(one), Buffer.from(other));
  return one < other ? -1 : 1;
}

const SURROGATE = /[\ud800-\udfff]/;
