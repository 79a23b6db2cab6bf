/** Paths in rules of users. */
import { type PathStep, parsePath, parseSiblingPath } from '../path.ts';
import type { Place } from './place.ts';

const LONGEST = 1_000;

/** The path to the name. Throws with what would have been right. */
export function readPointerPath(text: string, place: Place): string {
  if (text.startsWith('$')) throw place.fail(`${text} begins at the object as it is: leave out "$."`);
  const steps = parsed(text, place, parsePath);
  if (steps[0] === 'each') throw place.fail(`${text} begins with "[]", and an object is no list.`);
  return text;
}

/** A path beside the name. `lists`: it may run through lists. Undefined stays so. */
export function readSiblingPath(text: string, place: Place, options?: { readonly lists: boolean }): string;
export function readSiblingPath(text: string | undefined, place: Place, options?: { readonly lists: boolean }): string | undefined;
export function readSiblingPath(text: string | undefined, place: Place, { lists } = { lists: false }): string | undefined {
  if (text === undefined) return undefined;
  const steps = parsed(text, place, (path) => parseSiblingPath(path).steps);
  if (!lists && steps.includes('each')) throw place.fail(`${text} runs through a list, and one value is wanted.`);
  return text;
}

function parsed(text: string, place: Place, parse: (text: string) => readonly PathStep[]): readonly PathStep[] {
  if (text.length > LONGEST) throw place.fail(`it has ${text.length} characters; the most is ${LONGEST}.`);
  try {
    return parse(text);
  } catch (error) {
    throw place.fail(`${error instanceof Error ? error.message : String(error)}${hint(text)}`);
  }
}

function hint(text: string): string {
  if (text.startsWith('.')) return ' It begins without a dot: "spec.secretName".';
  if (text.includes('[*]') || /\[\d+\]/.test(text)) return ' "[]" stands for each item of a list: "spec.items[].name".';
  if (/\["|\/|\{/.test(text)) return ` A key with dots or slashes is quoted: "metadata.annotations['example.com/secret']".`;
  return ' Paths are like "spec.items[].secretRef.name".';
}
