/** How `where` compares two values: as JSON has them, or as text, numbers, quantities, times or versions. */
import { compareQuantities, parseQuantity } from '../../kube/quantity.ts';
import { isObject } from '../../kube/safe.ts';
import { parseTime } from '../../kube/time.ts';
import { badUserInput } from '../errors.ts';

/** Less than 0 where the candidate comes first, 0 where they are equal, null where they cannot be compared. */
type Comparison = (candidate: unknown) => number | null;

const comparisons: Readonly<Record<string, (value: unknown) => Comparison | null>> = {
  STRING: (value) => byKey(value, textOf, compareText),
  NUMBER: (value) => byKey(value, numberOf, compareNumbers),
  QUANTITY: (value) => (parseQuantity(value) === null ? null : (candidate) => compareQuantities(candidate, value)),
  TIME: (value) => byKey(value, parseTime, compareNumbers),
  VERSION: (value) => byKey(value, versionOf, compareVersions),
};

/** Throws BAD_USER_INPUT where the value is not of the kind asked for. `compareAs` null: of one JSON type, and equal where the JSON is. */
export function comparison(compareAs: string | null, value: unknown): Comparison {
  if (compareAs === null) return asJson(value);
  const compare = comparisons[compareAs]?.(value) ?? null;
  if (compare === null) throw badUserInput('where', `The value ${JSON.stringify(value)} cannot be compared as ${compareAs}.`);
  return compare;
}

function asJson(value: unknown): Comparison {
  if (typeof value === 'number') return (candidate) => (typeof candidate === 'number' ? candidate - value : null);
  if (typeof value === 'string') return (candidate) => (typeof candidate === 'string' ? compareText(candidate, value) : null);
  const text = jsonText(value);
  return (candidate) => (jsonText(candidate) === text ? 0 : null);
}

/** The same text for the same JSON: the keys of an object have no order. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    isObject(part) ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b))) : part,
  );
}

function byKey<Key>(value: unknown, keyOf: (value: unknown) => Key | null, compare: (a: Key, b: Key) => number): Comparison | null {
  const wanted = keyOf(value);
  if (wanted === null) return null;
  return (candidate) => {
    const key = keyOf(candidate);
    return key === null ? null : compare(key, wanted);
  };
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'boolean' ? String(value) : null;
}

function numberOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
}

interface Version {
  readonly numbers: readonly number[];
  /** After the first `-`: a release comes after its candidates. */
  readonly candidate: string | null;
}

/** `v1.29.3`, `1.29`, `v1.30.0-rc.1+build`. Source: https://semver.org, precedence; what follows `+` is not looked at. */
function versionOf(value: unknown): Version | null {
  if (typeof value !== 'string' || value.length > 200) return null;
  const match = /^v?(\d{1,15}(?:\.\d{1,15}){0,7})(?:-([^+]*))?(?:\+.*)?$/.exec(value);
  if (match === null) return null;
  return { numbers: (match[1] ?? '').split('.').map(Number), candidate: match[2] ?? null };
}

function compareVersions(a: Version, b: Version): number {
  const places = Math.max(a.numbers.length, b.numbers.length);
  for (let place = 0; place < places; place += 1) {
    const order = (a.numbers[place] ?? 0) - (b.numbers[place] ?? 0);
    if (order !== 0) return order;
  }
  if (a.candidate === null || b.candidate === null) return Number(a.candidate === null) - Number(b.candidate === null);
  return compareCandidates(a.candidate.split('.'), b.candidate.split('.'));
}

/** Numbers by value and before words, words by letters, the shorter list first. */
function compareCandidates(a: readonly string[], b: readonly string[]): number {
  for (let place = 0; place < Math.max(a.length, b.length); place += 1) {
    const left = a[place];
    const right = b[place];
    if (left === undefined || right === undefined) return left === undefined ? -1 : 1;
    const order = compareIdentifiers(left, right);
    if (order !== 0) return order;
  }
  return 0;
}

function compareIdentifiers(a: string, b: string): number {
  const isNumber = /^\d+$/;
  if (isNumber.test(a) && isNumber.test(b)) return Number(a) - Number(b);
  if (isNumber.test(a) !== isNumber.test(b)) return isNumber.test(a) ? -1 : 1;
  return compareText(a, b);
}

function compareNumbers(a: number, b: number): number {
  return a - b;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
