import type { JsonObject, JsonValue } from '../../records/record.ts';

/** The object that has these values at these paths: `spec.items[].name`, one item in each list. */
export function nested(values: Readonly<Record<string, JsonValue>>): JsonObject {
  const root: Record<string, JsonValue> = {};
  for (const [path, value] of Object.entries(values)) put(root, path.split('.'), value);
  return root;
}

function put(holder: Record<string, JsonValue>, [step = '', ...rest]: readonly string[], value: JsonValue): void {
  const isList = step.endsWith('[]');
  const key = isList ? step.slice(0, -2) : step;
  if (rest.length === 0) {
    holder[key] = isList ? [value] : value;
    return;
  }
  const known = holder[key];
  const next = (Array.isArray(known) ? known[0] : known) as Record<string, JsonValue> | undefined;
  const below: Record<string, JsonValue> = next ?? {};
  if (next === undefined) holder[key] = isList ? [below] : below;
  put(below, rest, value);
}
