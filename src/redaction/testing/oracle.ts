/**
 * What redaction has to do, said once more and as plainly as possible: over parsed values, recursively, without bytes, without a look beforehand.
 * Knows nothing of keys that come twice, and takes numbers for what JSON.parse makes of them.
 */
import { createHmac } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { isCopyKey } from '../copies.ts';
import { holdsCredentials, isReference } from '../variables/credentials-in-value.ts';
import { isSensitiveName } from '../variables/sensitive-name.ts';
import { VARIABLE_KEYS } from '../variables/variable-keys.ts';

const KEYS: ReadonlySet<string> = new Set(VARIABLE_KEYS);
const MARK = /^REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}$/;

export function oracleMark(key: Uint8Array, value: Buffer): string {
  return `REDACTED bytes=${value.length} hmac-sha256=${createHmac('sha256', key).update(value).digest('hex')}`;
}

export interface OracleOptions {
  readonly key: Uint8Array;
  readonly isSecret?: boolean;
  readonly level?: number;
}

/** The built-in rules. */
export function oracle(value: JsonValue, options: OracleOptions): JsonValue {
  const walked = inside(value, options);
  if (!isObject(value) || !isObject(walked) || options.isSecret === true || isCore(value, 'Secret') || !isHelmRelease(value)) return walked;
  const release = at(at(value, 'data'), 'release');
  return mapObject(walked, (data, field) =>
    field === 'data' && isObject(data) && typeof release === 'string'
      ? mapObject(data, (left, key) => (key === 'release' ? taken(release, left, options) : left))
      : data,
  );
}

function inside(value: JsonValue, options: OracleOptions): JsonValue {
  if (typeof value === 'string') return text(value, false, options);
  if (Array.isArray(value)) return value.map((item) => inside(item, { ...options, isSecret: false }));
  if (!isObject(value)) return value;
  const secret = options.isSecret === true || isCore(value, 'Secret');
  const leaking = secret ? leakingAnnotations(value) : new Set<string>();
  return mapObject(value, (member, name) => {
    if (secret && (name === 'data' || name === 'stringData')) return secretData(member, name, options);
    if (isCore(value, 'SecretList') && name === 'items' && Array.isArray(member))
      return member.map((item) => inside(item, { ...options, isSecret: isObject(item) }));
    if (secret && name === 'metadata' && isObject(member)) return secretMetadata(member, leaking, options);
    return inner(name, member, options);
  });
}

function isHelmRelease(value: JsonObject): boolean {
  const metadata = at(value, 'metadata');
  const [name, labels] = [at(metadata, 'name'), at(metadata, 'labels')];
  return (
    (typeof name === 'string' && name.startsWith('sh.helm.release.v1.')) ||
    at(labels, 'owner') === 'helm' ||
    at(labels, 'OWNER') === 'TILLER'
  );
}

function inner(name: string, member: JsonValue, options: OracleOptions): JsonValue {
  if (isCopyKey(name) && typeof member === 'string') return text(member, true, options);
  const walked = inside(member, { ...options, isSecret: false });
  return KEYS.has(name) ? variables(member, walked, options) : walked;
}

function secretData(data: JsonValue, field: string, options: OracleOptions): JsonValue {
  if (data === null) return null;
  return isObject(data)
    ? mapObject(data, (value) => (value === null ? null : marked(value, valueBytes(value, field), options)))
    : marked(data, valueBytes(data, field), options);
}

function secretMetadata(metadata: JsonObject, leaking: ReadonlySet<string>, options: OracleOptions): JsonValue {
  const known = inside(metadata, { ...options, isSecret: false }) as JsonObject;
  return mapObject(known, (member, name) => {
    const before = metadata[name];
    if (name !== 'annotations') return member;
    if (!isObject(before) || !isObject(member))
      return leaking.has('') ? marked(before ?? null, textBytes(before ?? null), options) : member;
    return mapObject(member, (annotation, key) =>
      leaking.has(key) ? marked(before[key] ?? null, textBytes(before[key] ?? null), options) : annotation,
    );
  });
}

/** Their keys; '' stands for annotations that are no object. */
function leakingAnnotations(secret: JsonObject): ReadonlySet<string> {
  const annotations = at(at(secret, 'metadata'), 'annotations');
  if (annotations === undefined) return new Set();
  const writings = ['data', 'stringData'].flatMap((field) => {
    const data = at(secret, field) ?? null;
    const values = isObject(data) ? Object.values(data) : data === null ? [] : [data];
    return values.filter((value) => !isMarkText(value)).flatMap((value) => writingsOf(valueBytes(value, field)));
  });
  const holds = (value: JsonValue): boolean =>
    readingsOf(textBytes(value).toString('latin1')).some((text) => writings.some((writing) => text.includes(writing)));
  const isCopy = (value: JsonValue): boolean =>
    (typeof value === 'object' && value !== null) ||
    (/^\s*[{[]/.test(textOf(value)) && /"(data|stringData)\\*"|\\\/|\\u00(?!26|3[cCeE])[2-7]/.test(textOf(value)));
  if (!isObject(annotations)) return new Set(textOf(annotations) !== '' && (holds(annotations) || isCopy(annotations)) ? [''] : []);
  const goes = ([key, value]: [string, JsonValue]): boolean => textOf(value) !== '' && (isCopyKey(key) || isCopy(value) || holds(value));
  return new Set(
    Object.entries(annotations)
      .filter(goes)
      .map(([key]) => key),
  );
}

function writingsOf(value: Buffer): string[] {
  const text = value.toString('latin1');
  if (text.length < 8) return [];
  const base64 = value.toString('base64').replaceAll('=', '');
  const writings = [text, text.trim(), spaceless(text), base64, base64.replaceAll('+', '-').replaceAll('/', '_')];
  return writings.filter((writing) => writing.length >= 8);
}

function readingsOf(text: string): string[] {
  const readings = [text, unescaped(text), unescaped(unescaped(text))];
  return [...readings, ...readings.map(spaceless)];
}

function spaceless(text: string): string {
  return text.split(/[ \t\r\n]/).join('');
}

function unescaped(text: string): string {
  const characters = { '"': '"', '\\': '\\', '/': '/', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
  const said = (units: string): string =>
    String.fromCharCode(...(units.match(/[0-9a-f]{4}/gi) ?? []).map((unit) => Number.parseInt(unit, 16)));
  return text.replace(/((?:\\u[0-9a-f]{4})+)|\\(["\\/bfnrt])/gi, (whole, units?: string, letter?: string) =>
    units === undefined ? (characters[letter as 'b'] ?? whole) : Buffer.from(said(units)).toString('latin1'),
  );
}

function textOf(value: JsonValue): string {
  return textBytes(value).toString('latin1');
}

/** What the other rules left of a list or a map of variables is `walked`. */
function variables(member: JsonValue, walked: JsonValue, options: OracleOptions): JsonValue {
  if (Array.isArray(member) && Array.isArray(walked)) return walked.map((left, index) => listed(member[index] ?? null, left, options));
  if (!isObject(member) || !isObject(walked)) return walked;
  return mapObject(walked, (left, name) => named(name, member[name] ?? null, left, options));
}

function listed(item: JsonValue, left: JsonValue, options: OracleOptions): JsonValue {
  if (typeof item !== 'string') {
    const name = at(item, 'name');
    return withValue(item, left, typeof name === 'string' && isSensitiveName(name), options);
  }
  const [name = '', ...rest] = item.split('=');
  return /^[A-Za-z_][\w.-]*$/.test(name) && goes(rest.join('='), isSensitiveName(name)) ? taken(item, left, options) : left;
}

/** In a map: a value, an object that has one, or a map of its own. */
function named(name: string, member: JsonValue, left: JsonValue, options: OracleOptions): JsonValue {
  const isSensitive = isSensitiveName(name);
  if (!isObject(member)) return goes(member, isSensitive) ? taken(member, left, options) : left;
  const own = withValue(member, left, isSensitive, options) as JsonObject;
  return mapObject(own, (value, key) => {
    const before = member[key] ?? null;
    return /^[A-Z][A-Z0-9_]*$/.test(key) && goes(before, isSensitiveName(key)) ? taken(before, value, options) : value;
  });
}

function withValue(item: JsonValue, left: JsonValue, isSensitive: boolean, options: OracleOptions): JsonValue {
  const value = at(item, 'value');
  if (!isObject(left) || value === undefined || !goes(value, isSensitive)) return left;
  return mapObject(left, (member, key) => (key === 'value' ? taken(value, member, options) : member));
}

/** What another rule took stays as it took it. */
function taken(value: JsonValue, left: JsonValue, options: OracleOptions): JsonValue {
  return isMarkText(left) ? left : marked(value, textBytes(value), options);
}

function goes(value: JsonValue, isSensitive: boolean): boolean {
  if (typeof value !== 'string') return typeof value === 'number' && isSensitive;
  return value !== '' && (isSensitive ? !isReference(value) : holdsCredentials(value));
}

/** JSON in it is looked into. */
function text(said: string, hasCopyKey: boolean, options: OracleOptions): JsonValue {
  if (isMarkText(said) || said === '') return said;
  const level = options.level ?? 0;
  const parsed = level < 4 ? parse(said) : undefined;
  if (Array.isArray(parsed) || isObject(parsed)) return JSON.stringify(inside(parsed, { ...options, isSecret: false, level: level + 1 }));
  const keys = [...KEYS].join('|');
  const space = '(?:\\s|\\\\+(?:[nrt]|u000[9adAD]))*';
  const hasWords = new RegExp(`"Secret|"(?:${keys})\\\\*"${space}:${space}[[{]`).test(said);
  const isOdd = /\\\/|\\u00(?!26|3[cCeE])[2-7]/.test(said);
  const suspect = hasCopyKey ? !/^\s*[{[]/.test(said) || hasWords || isOdd : hasWords && /^\s*(?:\{\s*"|\[[\s[]*[{"])/.test(said);
  return suspect ? marked(said, Buffer.from(said), options) : said;
}

function parse(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function marked(value: JsonValue, bytes: Buffer, { key }: OracleOptions): JsonValue {
  return isMarkText(value) ? value : oracleMark(key, bytes);
}

function valueBytes(value: JsonValue, field: string): Buffer {
  if (field !== 'data' || typeof value !== 'string') return textBytes(value);
  const compact = value.replaceAll('\r', '').replaceAll('\n', '');
  return /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)
    ? Buffer.from(compact, 'base64')
    : Buffer.from(value);
}

function textBytes(value: JsonValue): Buffer {
  return Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));
}

function isMarkText(value: JsonValue): boolean {
  return typeof value === 'string' && MARK.test(value);
}

function isCore(object: JsonObject, kind: string): boolean {
  const apiVersion = at(object, 'apiVersion');
  return at(object, 'kind') === kind && (typeof apiVersion !== 'string' || apiVersion === 'v1');
}

function at(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function mapObject(object: JsonObject, change: (value: JsonValue, name: string) => JsonValue): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value, name)]));
}
