/** The paths of rules: `spec.volumes[].secret.secretName`, `metadata.annotations['a.b/c']`; and reading along them. */
import { isObject } from '../kube/safe.ts';
import type { JsonObject, JsonValue } from '../records/record.ts';

/** A key to step into, or each item of a list. */
export type PathStep = { readonly key: string } | 'each';

/** A path that starts at the object that holds the pointer, or (`$.`) at the whole object. */
export interface SiblingPath {
  readonly fromRoot: boolean;
  readonly steps: readonly PathStep[];
}

/** @throws Error that names the path where it is not one. Keys of Object.prototype are refused: no API object has them. */
export function parsePath(text: string): readonly PathStep[] {
  const steps: PathStep[] = [];
  let rest = text;
  while (rest !== '') {
    const match = STEP.exec(rest);
    if (match === null || (steps.length === 0 && match[0].startsWith('.')))
      throw new Error(`"${text}" is no path of a rule, at "${rest}".`);
    const key = match.groups?.['quoted'] ?? match.groups?.['plain'];
    if (key !== undefined && key in Object.prototype) throw new Error(`"${text}" is no path of a rule: no object has the key "${key}".`);
    steps.push(key === undefined ? 'each' : { key });
    rest = rest.slice(match[0].length);
  }
  if (steps.length === 0) throw new Error('A path of a rule must not be empty.');
  return steps;
}

/** One step: `[]`, `['quoted.key']`, or a plain key, which has a dot before it unless it comes first. */
const STEP = /^(?:\[\]|\['(?<quoted>[^']+)'\]|\.?(?<plain>[^.[\]'$]+))/;

export function parseSiblingPath(text: string): SiblingPath {
  const fromRoot = text.startsWith('$.');
  return { fromRoot, steps: parsePath(fromRoot ? text.slice(2) : text) };
}

/** The one value at a path without lists; undefined where any step is missing or has another shape. */
export function readSibling(path: SiblingPath, holder: JsonObject, root: JsonObject): JsonValue | undefined {
  let value: JsonValue | undefined = path.fromRoot ? root : holder;
  for (const step of path.steps) {
    if (step === 'each' || !isObject(value)) return undefined;
    value = value[step.key];
  }
  return value;
}

/** Every value at a path that may run through lists. */
export function readSiblings(path: SiblingPath, holder: JsonObject, root: JsonObject): readonly JsonValue[] {
  let values: readonly JsonValue[] = [path.fromRoot ? root : holder];
  for (const step of path.steps) values = values.flatMap((value) => valuesBelow(value, step));
  return values;
}

function valuesBelow(value: JsonValue, step: PathStep): readonly JsonValue[] {
  if (step === 'each') return Array.isArray(value) ? value : [];
  const found = isObject(value) ? value[step.key] : undefined;
  return found === undefined ? [] : [found];
}
