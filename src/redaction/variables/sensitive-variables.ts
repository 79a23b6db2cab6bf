/** Variables, wherever they stand: in pods, in templates of workloads, in custom resources, in values of charts. */
import { type JsonTape, NodeKind } from '../json/json-tape.ts';
import { isMark } from '../mark.ts';
import { holdsCredentials, isReference } from './credentials-in-value.ts';
import { isSensitiveName } from './sensitive-name.ts';
import { VARIABLE_KEYS } from './variable-keys.ts';

const KEYS: ReadonlySet<string> = new Set(VARIABLE_KEYS);
const FIRST_LETTER = 'e'.charCodeAt(0);

const NUMBER = /^[-\d]/;
const SETTING = /^([A-Za-z_][\w.-]*)=/;
/** What is no field of a reference, like `key`. */
const VARIABLE_NAME = /^[A-Z][A-Z0-9_]*$/;

/** The key of a list or a map of variables. */
export function isVariablesKey(tape: JsonTape, node: number): boolean {
  const kind = tape.kind(node + 1);
  if ((kind !== NodeKind.array && kind !== NodeKind.object) || tape.kind(node) !== NodeKind.key) return false;
  return (tape.isEscaped(node) || tape.bytes[tape.start(node) + 1] === FIRST_LETTER) && KEYS.has(tape.text(node));
}

/** The values in a list or a map that must not leave: those whose name or whose text says so. */
export function sensitiveValues(tape: JsonTape, variables: number): readonly number[] {
  const found: number[] = [];
  for (const item of tape.items(variables)) addEach(found, tape.isString(item) ? ofSetting(tape, item) : ofItem(tape, item));
  for (const key of tape.keys(variables)) addEach(found, ofMember(tape, key));
  return found;
}

/** True where a list or a map, or one within it, holds any. */
export function holdsSensitiveVariable(tape: JsonTape, variables: number): boolean {
  const end = tape.next(variables);
  for (let node = variables; node < end; node++) {
    if ((node === variables || isVariablesKey(tape, node - 1)) && sensitiveValues(tape, node).length > 0) return true;
  }
  return false;
}

/** A call with as many arguments could be too large. */
function addEach(found: number[], more: readonly number[]): void {
  for (const node of more) found.push(node);
}

/** `{name, value}`. Of a variable whose name comes twice each counts, and each value goes: what reads it may take the first or the last. */
function ofItem(tape: JsonTape, item: number): readonly number[] {
  const values = tape.values(item, 'value');
  if (values.length === 0) return values;
  const named = tape.values(item, 'name').some((name) => tape.isString(name) && isSensitiveName(tape.text(name)));
  return values.filter((value) => isSensitiveValue(tape, value, named));
}

/** `NAME=value`. */
function ofSetting(tape: JsonTape, item: number): readonly number[] {
  const text = tape.text(item);
  const [setting, name] = SETTING.exec(text) ?? [];
  return setting !== undefined && isSensitiveText(text.slice(setting.length), isSensitiveName(name ?? '')) ? [item] : [];
}

/** `NAME: value`, `NAME: {value: …}`, and maps that charts keep apart: `secret: {NAME: value}`. */
function ofMember(tape: JsonTape, key: number): readonly number[] {
  const named = isSensitiveName(tape.text(key));
  const member = key + 1;
  if (tape.kind(member) !== NodeKind.object) return isSensitiveValue(tape, member, named) ? [member] : [];
  const isSensitive = (inner: number): boolean => {
    const name = tape.text(inner);
    if (name === 'value') return isSensitiveValue(tape, inner + 1, named);
    return VARIABLE_NAME.test(name) && isSensitiveValue(tape, inner + 1, isSensitiveName(name));
  };
  return tape
    .keys(member)
    .filter(isSensitive)
    .map((inner) => inner + 1);
}

/** A text that is not empty, or a number, as custom resources without a schema have it. */
function isSensitiveValue(tape: JsonTape, value: number, named: boolean): boolean {
  if (tape.isString(value)) return isSensitiveText(tape.text(value), named);
  return named && tape.kind(value) === NodeKind.literal && NUMBER.test(tape.json(value).toString('latin1', 0, 1));
}

function isSensitiveText(text: string, named: boolean): boolean {
  if (text === '' || isMark(text)) return false;
  return named ? !isReference(text) : holdsCredentials(text);
}
