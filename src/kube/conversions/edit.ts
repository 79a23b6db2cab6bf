/** Changes to JSON objects that leave the original alone. What has not the shape they look for comes back as it is. */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { isObject } from '../safe.ts';

type Edit = (object: JsonObject) => JsonObject;

/** The object below the key, edited. */
export function editAt(object: JsonObject, key: string, edit: Edit): JsonObject {
  const value = Object.hasOwn(object, key) ? object[key] : undefined;
  return isObject(value) ? { ...object, [key]: edit(value) } : object;
}

/** The object at the end of the keys, edited. */
export function editPath(object: JsonObject, keys: readonly string[], edit: Edit): JsonObject {
  const [key, ...rest] = keys;
  return key === undefined ? edit(object) : editAt(object, key, (child) => editPath(child, rest, edit));
}

/** Each object of the list below the key, edited; items that are no objects stay. */
export function editItems(object: JsonObject, key: string, edit: Edit): JsonObject {
  const items = Object.hasOwn(object, key) ? object[key] : undefined;
  return Array.isArray(items) ? { ...object, [key]: items.map((item) => (isObject(item) ? edit(item) : item)) } : object;
}

/** Every object that is a value of the object, edited. */
export function editValues(object: JsonObject, edit: (value: JsonValue) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, edit(value)]));
}

/** The field under another name, unless something stands there already. */
export function rename(object: JsonObject, from: string, to: string): JsonObject {
  if (!Object.hasOwn(object, from) || Object.hasOwn(object, to)) return object;
  const { [from]: value, ...rest } = object;
  return value === undefined ? object : { ...rest, [to]: value };
}

export function renameAll(object: JsonObject, names: Readonly<Record<string, string>>): JsonObject {
  return Object.entries(names).reduce((renamed, [from, to]) => rename(renamed, from, to), object);
}

export function omit(object: JsonObject, ...keys: readonly string[]): JsonObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !keys.includes(key)));
}

/** The given fields where the object has none, or null. */
export function withDefaults(object: JsonObject, defaults: JsonObject): JsonObject {
  const missing = Object.entries(defaults).filter(([key]) => !Object.hasOwn(object, key) || object[key] === null);
  return missing.length === 0 ? object : { ...object, ...Object.fromEntries(missing) };
}

/** The object with an annotation; as it is where metadata or annotations have another shape. */
export function annotate(object: JsonObject, name: string, value: string): JsonObject {
  return editAt(object, 'metadata', (metadata) =>
    editAt(withDefaults(metadata, { annotations: {} }), 'annotations', (all) => withDefaults(all, { [name]: value })),
  );
}
