/** The facts of a `*.truth.json` beside a fixture: counted by its maker's own script from the JSON lines alone. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Truth = Readonly<Record<string, unknown>>;

export const FIXTURES: string = join(import.meta.dirname, '../../fixtures');

export function readTruth(name: string): Truth {
  return JSON.parse(readFileSync(join(FIXTURES, `${name}.truth.json`), 'utf8')) as Truth;
}

/** The value at a dotted path, or undefined where the truth file does not tell it. */
export function truthAt(truth: Truth, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | undefined)?.[key], truth);
}
