/** What stands in a release that Helm keeps. Source: Helm 3, pkg/storage/driver/util.go (encodeRelease), pkg/releaseutil/manifest.go. */
import { gunzipSync } from 'node:zlib';
import { arrayAt, isObject, stringAt } from '../../kube/safe.ts';
import { DEFAULT_INPUT_LIMITS } from '../../records/input-limits.ts';
import type { JsonObject } from '../../records/record.ts';
import { parseYaml } from '../../sources/objects/parse-yaml.ts';

/** An object of the API holds 1.5 MiB at most; text compresses some ten times: more is made to harm. */
const MOST_STORED = 4 << 20;
const MOST_UNPACKED = 64 << 20;
const MOST_OBJECTS = 10_000;

/** One document each; Helm separates them by lines that begin so. */
const DOCUMENTS = /^---.*$/m;

/** The objects of its manifest, as they were rendered; none where it cannot be read: redacted, cut, made to harm. */
export function helmReleaseObjects(stored: string): readonly JsonObject[] {
  const release = unpack(stored);
  const manifest = release === null ? undefined : stringAt(release, 'manifest');
  if (manifest === undefined) return [];
  const objects: JsonObject[] = [];
  for (const text of manifest.split(DOCUMENTS)) {
    if (objects.length >= MOST_OBJECTS) break;
    if (text.trim() === '') continue;
    const parsed = parseYaml(text, DEFAULT_INPUT_LIMITS);
    if ('value' in parsed) objects.push(...objectsOf(parsed.value));
  }
  return objects.slice(0, MOST_OBJECTS);
}

/** base64 of gzip of JSON; in a Secret once more in base64, as all of its data. */
function unpack(stored: string): JsonObject | null {
  if (stored.length > MOST_STORED) return null;
  try {
    let bytes = Buffer.from(stored, 'base64');
    if (!isGzip(bytes)) bytes = Buffer.from(bytes.toString('latin1'), 'base64');
    if (!isGzip(bytes)) return null;
    const value: unknown = JSON.parse(gunzipSync(bytes, { maxOutputLength: MOST_UNPACKED }).toString('utf8'));
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

function isGzip(bytes: Buffer): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** A List stands for what is in it. */
function objectsOf(value: unknown): readonly JsonObject[] {
  if (!isObject(value)) return [];
  const isList = value['kind'] === 'List' && Array.isArray(value['items']);
  return isList ? arrayAt(value, 'items').filter(isObject) : [value];
}
