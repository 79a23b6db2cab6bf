import { splitApiVersion } from '../../kube/kind.ts';
import { arrayField, isJsonObject, objectField, stringField } from '../../records/json-fields.ts';
import type { JsonObject } from '../../records/record.ts';
import type { ListHeader } from './pieces.ts';

/** An object with its apiVersion, kind and name; or why it is none. */
export type FoundObject =
  | { readonly object: JsonObject; readonly raw?: Uint8Array; readonly apiVersion: string; readonly kind: string }
  | { readonly fault: { readonly code: string; readonly message: string } };

/** What an item is where it does not say so itself. */
export interface KindDefaults {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/** The defaults of an object that does not say what it is: from its place, and where versions differ in shape from its shape. */
export type DefaultsFor = (value: unknown) => KindDefaults;

/** Lists in lists: `kubectl get` makes none deeper than a List of PodLists. */
const DEEPEST_LIST = 4;

/** The objects in a value: itself, or the items of a list. `raw` is its JSON, where that is at hand. */
export function* toObjects(options: {
  readonly value: unknown;
  readonly raw?: Uint8Array;
  readonly defaults: DefaultsFor;
  readonly depth?: number;
}): Generator<FoundObject> {
  const { value, raw, defaults, depth = 0 } = options;
  const items = listItems(value);
  if (items === null) yield toObject(value, raw, defaults);
  else if (depth >= DEEPEST_LIST) yield { fault: { code: 'LIST_TOO_DEEP', message: `it lies more than ${DEEPEST_LIST} lists deep` } };
  else {
    const fromList = defaultsOf(headerOf(value));
    const itemDefaults: DefaultsFor = (item) => ({ ...defaults(item), ...fromList });
    for (const item of items) yield* toObjects({ value: item, defaults: itemDefaults, depth: depth + 1 });
  }
}

/** `PodList` of `v1` holds `Pod`s of `v1`; a plain `List` holds anything. */
export function defaultsOf({ apiVersion, kind }: ListHeader): KindDefaults {
  if (kind === undefined || kind === 'List' || !kind.endsWith('List')) return {};
  return { kind: kind.slice(0, -'List'.length), ...(apiVersion === undefined ? {} : { apiVersion }) };
}

/** As kubectl tells: what has `items` is a list. A list without items may say `null`. */
function listItems(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  if (!isJsonObject(value)) return null;
  if (Array.isArray(value['items'])) return arrayField(value, 'items');
  const isEmptyList =
    (stringField(value, 'kind')?.endsWith('List') ?? false) &&
    (value['items'] ?? null) === null &&
    stringField(objectField(value, 'metadata'), 'name') === undefined;
  return isEmptyList ? [] : null;
}

function headerOf(value: unknown): ListHeader {
  const apiVersion = stringField(value, 'apiVersion');
  const kind = stringField(value, 'kind');
  return { ...(apiVersion === undefined ? {} : { apiVersion }), ...(kind === undefined ? {} : { kind }) };
}

function toObject(value: unknown, raw: Uint8Array | undefined, defaultsFor: DefaultsFor): FoundObject {
  if (!isJsonObject(value)) return { fault: { code: 'NOT_AN_OBJECT', message: 'it is not an object' } };
  const defaults = defaultsFor(value);
  const apiVersion = stringField(value, 'apiVersion') || defaults.apiVersion;
  const kind = stringField(value, 'kind') || defaults.kind;
  if (kind === undefined || kind === '') return { fault: { code: 'NO_KIND', message: 'it has no kind' } };
  if (apiVersion === undefined || splitApiVersion(apiVersion).version === '')
    return { fault: { code: 'NO_KIND', message: `it is a ${kind} without apiVersion` } };
  if (!stringField(objectField(value, 'metadata'), 'name'))
    return { fault: { code: 'NO_NAME', message: `it is a ${kind} without metadata.name` } };
  const saysSo = value['apiVersion'] === apiVersion && value['kind'] === kind;
  if (saysSo) return { object: value, apiVersion, kind, ...(raw === undefined ? {} : { raw }) };
  return { object: { ...value, apiVersion, kind }, apiVersion, kind };
}
