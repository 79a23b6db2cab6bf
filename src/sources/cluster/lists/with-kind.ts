import { isJsonObject, parseJson, stringField } from '../../../records/json-fields.ts';

/** How the items of a typed list begin: they say neither their kind nor their version. Source: apimachinery, meta/v1, TypeMeta, which lists leave empty. */
const UNTYPED = Buffer.from('{"metadata":');

/**
 * An item of a list with its apiVersion and kind, as one reads it alone, in parts to be put one behind another; what it says itself stays.
 * Null where it is no object. The item has no white space between its tokens.
 */
export function withKind(
  item: Uint8Array,
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
): readonly Uint8Array[] | null {
  if (startsWith(item, UNTYPED) && !mentions(item, kind)) return joined(item, { kind, apiVersion });
  const value = parseJson(item);
  if (!isJsonObject(value)) return null;
  const missing = {
    ...(stringField(value, 'kind') ? {} : { kind }),
    ...(stringField(value, 'apiVersion') ? {} : { apiVersion }),
  };
  return Object.keys(missing).length === 0 ? [item] : joined(item, missing);
}

/** False is certain; what says it somewhere is looked at. */
function mentions(item: Uint8Array, kind: string): boolean {
  return Buffer.from(item.buffer, item.byteOffset, item.length).includes(`"kind":${JSON.stringify(kind)}`);
}

function joined(item: Uint8Array, fields: Readonly<Record<string, string>>): Uint8Array[] {
  const head = JSON.stringify(fields).slice(0, -1);
  const isEmpty = item.length === 2;
  return [Buffer.from(isEmpty ? head : `${head},`), item.subarray(1)];
}

function startsWith(item: Uint8Array, bytes: Uint8Array): boolean {
  return bytes.every((byte, index) => item[index] === byte);
}
