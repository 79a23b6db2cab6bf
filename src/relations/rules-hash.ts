/** A hash of all that decides which references an object has, so that a cached snapshot of older rules is known for one. */
import { createHash } from 'node:crypto';
import { podSpecs } from './kinds.ts';
import type { CodedRelation, RelationRule } from './rule.ts';

/** Raise it when the extractor or a coded relation changes what it makes of the same object. */
const EXTRACTOR_VERSION = 3;

/** SHA-256 in hex; the order of an object's keys does not matter, that of the rules does. */
export function rulesHash(rules: readonly RelationRule[], coded: readonly CodedRelation[]): string {
  const data = { version: EXTRACTOR_VERSION, podSpecs, rules, coded: coded.map(({ extract: _code, ...described }) => described) };
  return createHash('sha256').update(JSON.stringify(data, sortKeys)).digest('hex');
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
