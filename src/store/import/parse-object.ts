/** From an object record to a checked object, or to the problem that says why it cannot be kept. */
import { isUtf8 } from 'node:buffer';
import { isDeeperThan } from '../../bundle/json-depth.ts';
import { isObject } from '../../kube/safe.ts';
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import type { JsonObject, ObjectRecord, Problem } from '../../records/record.ts';

export interface ParsedObject {
  readonly object: JsonObject;
  /** Its JSON as captured, in UTF-8. */
  readonly json: Uint8Array | string;
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  /** '' for none. */
  readonly namespace: string;
}

export type Parsed = { readonly parsed: ParsedObject; readonly problem?: Problem } | { readonly parsed?: never; readonly problem: Problem };

/** Sources refuse what is too deep; they are not asked to be trusted where depth could exhaust the stack. */
const LARGE_BYTES = 64 * 1024;

/** Bytes in a name, a namespace or a kind; Kubernetes allows 253. */
const LONGEST_NAME = 1024;

export function parseObject(record: ObjectRecord): Parsed {
  const refuse = (code: string, message: string): Parsed => ({ problem: problemOf(record, 'error', code, message) });
  const { objectBytes, jsonDepth } = DEFAULT_INPUT_LIMITS;
  if (record.raw !== undefined && record.raw.length > objectBytes) {
    return refuse('OBJECT_TOO_LARGE', `An object of ${record.raw.length} bytes was skipped; the most is ${objectBytes}.`);
  }
  if (record.raw !== undefined && record.raw.length > LARGE_BYTES && isDeeperThan(record.raw, jsonDepth)) {
    return refuse('OBJECT_TOO_DEEP', `An object with more than ${jsonDepth} levels was skipped.`);
  }
  const read = record.raw === undefined ? readValue(record.value) : readRaw(record.raw, record.value);
  if (read.error !== undefined) return refuse('OBJECT_UNREADABLE', `An object was skipped: ${read.error}`);
  const { value, json, damaged } = read;
  if (!isObject(value)) return refuse('NOT_AN_OBJECT', `What stands here is ${describe(value)}, not an object; it was skipped.`);
  const identity = identityOf(value);
  if (typeof identity === 'string') return refuse('OBJECT_WITHOUT_IDENTITY', `An object was skipped: ${identity}`);
  const parsed: ParsedObject = { object: value, json, ...identity };
  if (!damaged) return { parsed };
  const message = 'The object holds bytes that are not UTF-8; each was replaced by U+FFFD.';
  return { parsed, problem: { ...problemOf(record, 'warning', 'INVALID_UTF8', message), object: named(parsed) } };
}

/** What a problem says about the object it concerns. */
export function named(identity: Pick<ParsedObject, 'apiVersion' | 'kind' | 'namespace' | 'name'>): NonNullable<Problem['object']> {
  const { apiVersion, kind, namespace, name } = identity;
  return namespace === '' ? { apiVersion, kind, name } : { apiVersion, kind, namespace, name };
}

export function problemOf(record: ObjectRecord, severity: Problem['severity'], code: string, message: string): Problem {
  return { type: 'problem', snapshot: record.snapshot, severity, code, message, origin: record.origin };
}

type Read =
  | { readonly value: unknown; readonly json: Uint8Array | string; readonly damaged: boolean; readonly error?: never }
  | { readonly error: string };

function readRaw(raw: Uint8Array, value: unknown): Read {
  const bytes = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  const damaged = !isUtf8(bytes);
  const isPlain = !damaged && bytes[0] !== 0xef;
  const text = isPlain && value !== undefined ? '' : bytes.toString('utf8').replace(BYTE_ORDER_MARK, '');
  try {
    return { value: value ?? JSON.parse(text), json: isPlain ? bytes : text, damaged };
  } catch (error) {
    return { error: `its JSON cannot be read (${messageOf(error)}).` };
  }
}

const BYTE_ORDER_MARK = /^\ufeff/;

/** Values come from YAML and the like: the JSON is made from them. */
function readValue(value: unknown): Read {
  try {
    const json = JSON.stringify(value);
    if (json === undefined) return { error: 'it has no value.' };
    if (json.length > DEFAULT_INPUT_LIMITS.objectBytes) return { error: `it has ${json.length} characters.` };
    if (isDeeperThan(Buffer.from(json), DEFAULT_INPUT_LIMITS.jsonDepth))
      return { error: `it has more than ${DEFAULT_INPUT_LIMITS.jsonDepth} levels.` };
    return { value, json, damaged: false };
  } catch (error) {
    return { error: `it cannot be written as JSON (${messageOf(error)}).` };
  }
}

function identityOf(object: JsonObject): { apiVersion: string; kind: string; name: string; namespace: string } | string {
  const metadata = isObject(object['metadata']) ? object['metadata'] : {};
  const identity = {
    apiVersion: object['apiVersion'],
    kind: object['kind'],
    name: metadata['name'],
    namespace: metadata['namespace'] ?? '',
  };
  for (const [field, value] of Object.entries(identity)) {
    const path = field === 'name' || field === 'namespace' ? `metadata.${field}` : field;
    if (value === undefined || value === '') {
      if (field === 'namespace') continue;
      return `it has no ${path}.`;
    }
    if (typeof value !== 'string') return `its ${path} is ${describe(value)}, not a text.`;
    if (value.length > LONGEST_NAME) return `its ${path} has ${value.length} characters; the most is ${LONGEST_NAME}.`;
  }
  return identity as { apiVersion: string; kind: string; name: string; namespace: string };
}

function describe(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : String(error);
}
