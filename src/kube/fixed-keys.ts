/**
 * Fast readers for fixed keys of JSON that nobody vouches for; millions of calls an import.
 * Only for keys that Object.prototype does not have: safe.ts is for all others.
 */
import type { JsonValue } from '../records/record.ts';

/** The value under the key, or undefined where there is no object. */
export function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value[key] : undefined;
}

export function text(value: JsonValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** A string that says something, else null. */
export function word(value: JsonValue | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

export function integer(value: JsonValue | undefined): number | null {
  return Number.isSafeInteger(value) ? (value as number) : null;
}

/** 1, 0, or null for what is no boolean: as SQLite holds them. */
export function flag(value: JsonValue | undefined): number | null {
  return typeof value === 'boolean' ? Number(value) : null;
}

export function list(value: JsonValue | undefined): readonly JsonValue[] {
  return Array.isArray(value) ? value : NONE;
}

const NONE: readonly JsonValue[] = [];
