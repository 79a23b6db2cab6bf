/** A user's rule, applied to parsed values by recursion: paths are enumerated, and compared key by key. */
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { oracleMark } from './oracle.ts';

/** One step of a path, written out and as a predicate over the key (or index) of a child and the child. */
export interface OracleStep {
  readonly text: string;
  readonly takes: 'children' | 'descendants';
  readonly accepts: (key: string | number, child: JsonValue, siblings: number) => boolean;
}

export interface OracleRule {
  readonly kinds: readonly string[] | null;
  readonly names: readonly string[] | null;
  readonly steps: readonly OracleStep[];
  readonly pattern: string | null;
}

type Path = readonly (string | number)[];

const IDENTITY: readonly Path[] = [['apiVersion'], ['kind'], ['metadata', 'name'], ['metadata', 'namespace'], ['metadata', 'uid']];

export function ruleOracle(object: JsonValue, rule: OracleRule, key: Uint8Array): JsonValue {
  return textOracle({ value: object, rule, key, rootNames: stringsOf(at(at(object, 'metadata'), 'name')), isRoot: true, level: 0 });
}

interface TextOptions {
  readonly value: JsonValue;
  readonly rule: OracleRule;
  readonly key: Uint8Array;
  readonly rootNames: readonly string[];
  readonly isRoot: boolean;
  readonly level: number;
}

function textOracle(options: TextOptions): JsonValue {
  const { value, rule, key, level } = options;
  const going = new Set<string>();
  const identity = new Set<string>();
  visit(value, [], (child, path) => {
    if (!isManifest(child, path, options)) return;
    for (const named of IDENTITY) identity.add(JSON.stringify([...path, ...named]));
    if (!isMeant(child, options)) return;
    for (const selected of select(child, rule.steps)) {
      visit(valueAt(child, selected), selected, (leaf, leafPath) => {
        if (typeof leaf === 'object' && leaf !== null) return;
        going.add(JSON.stringify([...path, ...leafPath]));
      });
    }
  });
  return mapLeaves(value, [], (leaf, path) => {
    if (going.has(JSON.stringify(path)) && !identity.has(JSON.stringify(path))) return replaced(leaf, rule.pattern, key);
    const inner = typeof leaf === 'string' && level < 4 ? parsed(leaf) : undefined;
    return typeof inner === 'object' && inner !== null
      ? JSON.stringify(textOracle({ ...options, value: inner, isRoot: false, level: level + 1 }))
      : leaf;
  });
}

function isManifest(value: JsonValue, path: Path, { isRoot }: TextOptions): boolean {
  if (!isObject(value)) return false;
  if (isRoot && path.length === 0) return true;
  return Object.hasOwn(value, 'kind') && typeof at(value, 'apiVersion') === 'string' && Object.hasOwn(value, 'metadata');
}

function isMeant(value: JsonValue, { rule, rootNames }: TextOptions): boolean {
  const own = stringsOf(at(at(value, 'metadata'), 'name'));
  const kinds = stringsOf(at(value, 'kind'));
  return (
    (rule.kinds === null || kinds.some((kind) => rule.kinds?.includes(kind))) &&
    (rule.names === null || (own.length > 0 ? own : rootNames).some((name) => rule.names?.includes(name)))
  );
}

function select(from: JsonValue, steps: readonly OracleStep[]): Path[] {
  return steps.reduce<Path[]>(
    (paths, step) => {
      const found = paths.flatMap((path) => holdersOf(from, path, step)).flatMap((holder) => accepted(from, holder, step));
      return [...new Map(found.map((path) => [JSON.stringify(path), path])).values()];
    },
    [[]],
  );
}

function holdersOf(from: JsonValue, path: Path, { takes }: OracleStep): Path[] {
  const holders: Path[] = [];
  if (takes === 'children') holders.push(path);
  else visit(valueAt(from, path), path, (_value, below) => holders.push(below));
  return holders;
}

function accepted(from: JsonValue, holder: Path, { accepts }: OracleStep): Path[] {
  const children = childrenOf(valueAt(from, holder));
  return children.filter(([key, child]) => accepts(key, child, children.length)).map(([key]) => [...holder, key]);
}

function replaced(leaf: JsonValue, pattern: string | null, key: Uint8Array): JsonValue {
  if (typeof leaf === 'string' && /^REDACTED bytes=\d+ hmac-sha256=[0-9a-f]{64}$/.test(leaf)) return leaf;
  if (pattern === null) return oracleMark(key, Buffer.from(typeof leaf === 'string' ? leaf : JSON.stringify(leaf)));
  return typeof leaf === 'string'
    ? leaf.replace(new RegExp(pattern, 'gu'), (match) => (match === '' ? '' : oracleMark(key, Buffer.from(match))))
    : leaf;
}

function visit(value: JsonValue, path: Path, see: (value: JsonValue, path: Path) => void): void {
  see(value, path);
  for (const [key, child] of childrenOf(value)) visit(child, [...path, key], see);
}

function mapLeaves(value: JsonValue, path: Path, change: (leaf: JsonValue, path: Path) => JsonValue): JsonValue {
  if (Array.isArray(value)) return value.map((item, index) => mapLeaves(item, [...path, index], change));
  if (!isObject(value)) return change(value, path);
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapLeaves(member, [...path, key], change)]));
}

function childrenOf(value: JsonValue): [string | number, JsonValue][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  return isObject(value) ? Object.entries(value) : [];
}

function valueAt(value: JsonValue, path: Path): JsonValue {
  return path.reduce<JsonValue>((current, key) => new Map(childrenOf(current)).get(key) ?? null, value);
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}

function stringsOf(value: JsonValue | undefined): string[] {
  return typeof value === 'string' ? [value] : [];
}

function at(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isObject(value: JsonValue | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
