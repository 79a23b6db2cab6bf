/** Reads fields of JSON that nobody has checked: a field of the wrong type is as good as absent. */
import type { JsonObject } from './record.ts';

/** Undefined where the bytes are no JSON. */
export function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8'));
  } catch {
    return undefined;
  }
}

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function objectField(value: unknown, name: string): JsonObject | undefined {
  const field = ownField(value, name);
  return isJsonObject(field) ? field : undefined;
}

export function arrayField(value: unknown, name: string): readonly unknown[] {
  const field = ownField(value, name);
  return Array.isArray(field) ? field : [];
}

export function stringField(value: unknown, name: string): string | undefined {
  const field = ownField(value, name);
  return typeof field === 'string' ? field : undefined;
}

/** A finite number; anything else is absent. */
export function numberField(value: unknown, name: string): number | undefined {
  const field = ownField(value, name);
  return typeof field === 'number' && Number.isFinite(field) ? field : undefined;
}

export function booleanField(value: unknown, name: string): boolean | undefined {
  const field = ownField(value, name);
  return typeof field === 'boolean' ? field : undefined;
}

export function stringArrayField(value: unknown, name: string): readonly string[] {
  return arrayField(value, name).filter((item) => typeof item === 'string');
}

/** `{name: value}` where there is a value, else `{}`: for fields that are left out rather than undefined. */
export function optional<Name extends string, Value>(name: Name, value: Value | null | undefined): { [Key in Name]?: Value } {
  return value === null || value === undefined ? {} : ({ [name]: value } as { [Key in Name]?: Value });
}

function ownField(value: unknown, name: string): unknown {
  return isJsonObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}
