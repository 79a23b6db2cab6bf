/** One event of a watch. Source: apimachinery, meta/v1, WatchEvent; pkg/watch, EventType. */
import { DEFAULT_INPUT_LIMITS } from '../../../records/input-limits.ts';
import { isJsonObject, numberField, objectField, parseJson, stringField } from '../../../records/json-fields.ts';
import type { JsonObject } from '../../../records/record.ts';
import type { JsonCut } from '../../objects/json-splitter.ts';
import { type ApiResource, groupVersionText } from '../discovery/api-resource.ts';
import { ApiFault, statusFault } from '../http/fault.ts';
import { withKind } from '../lists/with-kind.ts';

export interface ObjectEvent {
  readonly operation: 'modified' | 'deleted';
  readonly raw: Uint8Array;
  /** `namespace/name`. */
  readonly key: string;
}

export interface WatchEvent {
  /** Null: a bookmark, which says nothing but how far the watch is. */
  readonly change: ObjectEvent | null;
  /** From where a watch may be resumed after this event; absent where it does not say. */
  readonly resourceVersion: string | undefined;
}

/** An object, and what stands around it. */
export const EVENT_LIMITS: { readonly objectBytes: number; readonly jsonDepth: number } = {
  objectBytes: DEFAULT_INPUT_LIMITS.objectBytes + 64,
  jsonDepth: DEFAULT_INPUT_LIMITS.jsonDepth + 1,
};

/** Throws ApiFault for an event that tells of an error, and for what is no event. */
export function readEvent(cut: JsonCut, resource: ApiResource): WatchEvent {
  if (cut.type !== 'value') throw unreadable('a list');
  if (cut.fault !== null) throw unreadable(FAULTS[cut.fault]);
  const event = parseJson(cut.json);
  const type = stringField(event, 'type') ?? '';
  const object = objectField(event, 'object');
  if (type === 'ERROR') throw errorFault(object);
  const operation = OPERATIONS.get(type);
  if (operation === undefined || object === undefined) throw unreadable('something that is no event');
  const metadata = objectField(object, 'metadata');
  const resourceVersion = stringField(metadata, 'resourceVersion') || undefined;
  if (operation === null) return { change: null, resourceVersion };
  const name = stringField(metadata, 'name') ?? '';
  if (name === '') throw unreadable('an object without a name');
  const key = `${stringField(metadata, 'namespace') ?? ''}/${name}`;
  return { change: { operation, key, raw: typed(rawObject(cut.json, event, object), object, resource) }, resourceVersion };
}

const OPERATIONS: ReadonlyMap<string, ObjectEvent['operation'] | null> = new Map([
  ['ADDED', 'modified'],
  ['MODIFIED', 'modified'],
  ['DELETED', 'deleted'],
  ['BOOKMARK', null],
]);

const FAULTS: Readonly<Record<NonNullable<JsonCut['fault']>, string>> = {
  OBJECT_TOO_LARGE: `an event of more than ${DEFAULT_INPUT_LIMITS.objectBytes} bytes`,
  OBJECT_TOO_DEEP: `an event of more than ${DEFAULT_INPUT_LIMITS.jsonDepth} levels`,
  NOT_JSON: 'something that is no JSON',
};

/** A server names the type first, and the object last. */
const HEAD = /^\{"type":"[A-Z]+","object":(?=\{)/;
const HEAD_BYTES = 64;

/** The object's own bytes: numbers may be longer than JSON.parse can hold. */
function rawObject(json: Uint8Array, event: unknown, object: JsonObject): Uint8Array {
  const head = HEAD.exec(Buffer.from(json.buffer, json.byteOffset, json.length).toString('latin1', 0, HEAD_BYTES))?.[0];
  const isAll = isJsonObject(event) && Object.keys(event).length === 2;
  return head !== undefined && isAll ? json.subarray(head.length, -1) : Buffer.from(JSON.stringify(object));
}

function typed(raw: Uint8Array, object: JsonObject, resource: ApiResource): Uint8Array {
  if (stringField(object, 'kind') && stringField(object, 'apiVersion')) return raw;
  return Buffer.concat(withKind(raw, { apiVersion: groupVersionText(resource), kind: resource.kind }) ?? [raw]);
}

/** The object of an error is a Status; 410 says that the server has forgotten what came after that version. */
function errorFault(status: JsonObject | undefined): ApiFault {
  const seconds = numberField(objectField(status, 'details'), 'retryAfterSeconds');
  return statusFault({
    httpStatus: numberField(status, 'code') ?? 500,
    message: stringField(status, 'message') || 'the watch ended with an error that says nothing',
    retryAfter: seconds === undefined ? undefined : seconds * 1_000,
  });
}

function unreadable(what: string): ApiFault {
  return new ApiFault({ outcome: 'failed', message: `the watch brought ${what}` });
}
