/**
 * Readers for JSON that nobody vouches for: own properties only, and undefined where the shape is not the one asked for.
 * `__proto__` and the names of Object.prototype are keys like any others.
 */
import type { JsonObject, JsonValue } from '../records/record.ts';

/** True for what JSON calls an object: neither null nor an array. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value below the keys, or undefined where any step is not an object or lacks its key. */
export function valueAt(value: unknown, ...keys: readonly string[]): JsonValue | undefined {
  let current: unknown = value;
  for (const key of keys) {
    if (!isObject(current) || !Object.hasOwn(current, key)) return undefined;
    current = current[key];
  }
  return current as JsonValue | undefined;
}

export function stringAt(value: unknown, ...keys: readonly string[]): string | undefined {
  const found = valueAt(value, ...keys);
  return typeof found === 'string' ? found : undefined;
}

export function objectAt(value: unknown, ...keys: readonly string[]): JsonObject | undefined {
  const found = valueAt(value, ...keys);
  return isObject(found) ? found : undefined;
}

/** The items, or none where there is no list. */
export function arrayAt(value: unknown, ...keys: readonly string[]): readonly JsonValue[] {
  const found = valueAt(value, ...keys);
  return Array.isArray(found) ? found : [];
}
