/** Every object below a spec, with the path that leads to it. */
import { isObject } from '../../kube/safe.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';

export interface FoundObject {
  readonly path: string;
  readonly indexes: readonly number[];
  /** The last field's name, that of the list for its items. */
  readonly field: string;
  readonly value: JsonObject;
}

/** Deeper is no such object: captured data may be made to harm. */
const DEEPEST = 32;
const PLAIN_KEY = /^[^.[\]'$]+$/;

/** Outer ones first. What stands below a key that no path can say is left out. */
export function placesIn(spec: JsonValue | undefined): readonly FoundObject[] {
  const found: FoundObject[] = [];
  visit({ value: spec, path: 'spec', indexes: [], field: '', depth: 0, found });
  return found;
}

function visit(place: {
  readonly value: JsonValue | undefined;
  readonly path: string;
  readonly indexes: readonly number[];
  readonly field: string;
  readonly depth: number;
  readonly found: FoundObject[];
}): void {
  const { value, path, indexes, field, depth, found } = place;
  if (depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries())
      visit({ ...place, value: item, path: `${path}[]`, indexes: [...indexes, index], depth: depth + 1 });
    return;
  }
  if (!isObject(value)) return;
  found.push({ path, indexes, field, value });
  for (const [next, below] of Object.entries(value)) {
    if (typeof below !== 'object' || below === null || next.includes("'") || next in Object.prototype) continue;
    const step = PLAIN_KEY.test(next) ? `.${next}` : `['${next}']`;
    visit({ ...place, value: below, path: `${path}${step}`, field: next, depth: depth + 1 });
  }
}
