/** Lists called `env`, wherever they stand: in pods, in templates of workloads, in custom resources. */
import { type JsonTape, NodeKind } from '../json/json-tape.ts';
import { isMark } from '../mark.ts';
import { holdsCredentials, isReference } from './credentials-in-value.ts';
import { isSensitiveName } from './sensitive-name.ts';

/** What the key of such a list is called. */
const ENV = 'env';

const NUMBER = /^[-\d]/;

/** The values in a list that must not leave: those whose name or whose text says so. */
export function sensitiveValues(tape: JsonTape, list: number): readonly number[] {
  const found: number[] = [];
  for (const item of tape.items(list)) found.push(...sensitiveValuesOf(tape, item));
  return found;
}

/** True where a list, or one within it, holds any. */
export function holdsSensitiveVariable(tape: JsonTape, list: number): boolean {
  const end = tape.next(list);
  for (let node = list; node < end; node++) {
    if ((node === list || isEnvList(tape, node - 1)) && sensitiveValues(tape, node).length > 0) return true;
  }
  return false;
}

/** The key of a list called `env`. */
export function isEnvList(tape: JsonTape, node: number): boolean {
  return tape.kind(node) === NodeKind.key && tape.kind(node + 1) === NodeKind.array && tape.is(node, ENV);
}

/** Of a variable whose name comes twice each counts, and each value goes: what reads it may take the first or the last. */
function sensitiveValuesOf(tape: JsonTape, item: number): readonly number[] {
  const values = tape.values(item, 'value');
  if (values.length === 0) return values;
  const named = tape.values(item, 'name').some((name) => tape.isString(name) && isSensitiveName(tape.text(name)));
  return values.filter((value) => isLiteral(tape, value) && isSensitiveValue(tape, value, named));
}

function isSensitiveValue(tape: JsonTape, value: number, named: boolean): boolean {
  if (!tape.isString(value)) return named;
  const text = tape.text(value);
  if (isMark(text)) return false;
  return named ? !isReference(text) : holdsCredentials(text);
}

/** A text that is not empty, or a number, as custom resources without a schema have it. */
function isLiteral(tape: JsonTape, value: number): boolean {
  if (tape.isString(value)) return tape.end(value) - tape.start(value) > 2;
  return tape.kind(value) === NodeKind.literal && NUMBER.test(tape.json(value).toString('latin1', 0, 1));
}
