/** The filter as a test over batches of rows: whatever has not been decided by columns already. */
import { compileGlob } from '../../kube/glob.ts';
import { kindName } from '../../kube/kind.ts';
import { matchesRequirements } from '../../kube/label-selector.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import type { FieldRequirement, ObjectFilter, ObjectRow } from '../reader.ts';
import type { ReadContext } from './context.ts';
import { labelsOf, NO_LABELS } from './labels.ts';
import { jsonTexts } from './objects.ts';

export type Matcher = (rows: readonly ObjectRow[]) => readonly ObjectRow[];

/** `decided`: kinds, namespace, presence, health and deletion hold already. The cheapest tests come first; JSON is parsed for what is left. */
export function createMatcher(context: ReadContext, filter: ObjectFilter, options: { readonly decided: boolean }): Matcher {
  const tests = [...(options.decided ? [] : columnTests(filter)), ...nameTests(filter), ...fieldTests(filter)];
  const { labels = [], where } = filter;
  const jsonFields = (filter.fields ?? []).filter(({ path }) => !COLUMN_FIELDS.has(path));
  return (rows) => {
    let left = tests.length === 0 ? rows : rows.filter((row) => tests.every((test) => test(row)));
    if (labels.length > 0 && left.length > 0) {
      const known = labelsOf(
        context,
        left.map(({ id }) => id),
      );
      context.meter.rows(left.length);
      left = left.filter(({ id, presence }) => presence === 'PRESENT' && matchesRequirements(known.get(id) ?? NO_LABELS, labels));
    }
    if ((jsonFields.length === 0 && where === undefined) || left.length === 0) return left;
    return left.filter((row) => {
      const object = parsedObject(context, row);
      return jsonFields.every((field) => holds(field, textAt(object, field.path))) && (where?.matches(object) ?? true);
    });
  };
}

type Test = (row: ObjectRow) => boolean;

function columnTests({ kinds, namespace, presence, health, terminating }: ObjectFilter): Test[] {
  const tests: Test[] = [];
  if (kinds !== undefined) {
    const wanted = new Set(kinds.map(kindName));
    tests.push((row) => wanted.has(kindName(row)));
  }
  if (namespace !== undefined) tests.push((row) => (row.namespace ?? '') === namespace);
  if (presence !== undefined) tests.push((row) => presence.includes(row.presence));
  if (health !== undefined) tests.push((row) => row.health !== null && health.includes(row.health));
  if (terminating) tests.push((row) => row.deletion !== null);
  return tests;
}

function nameTests({ name }: ObjectFilter): Test[] {
  if (name === undefined) return [];
  const matches = compileGlob(name);
  return [(row) => matches(row.name)];
}

/** Field selectors that columns answer. An absent field is the empty text, as in the API. */
const COLUMN_FIELDS: ReadonlyMap<string, (row: ObjectRow) => string> = new Map([
  ['metadata.name', (row: ObjectRow) => row.name],
  ['metadata.namespace', (row: ObjectRow) => row.namespace ?? ''],
  ['status.phase', (row: ObjectRow) => row.phase ?? ''],
]);

function fieldTests({ fields = [] }: ObjectFilter): Test[] {
  return fields.flatMap((field) => {
    const read = COLUMN_FIELDS.get(field.path);
    return read === undefined ? [] : [(row: ObjectRow) => holds(field, read(row))];
  });
}

function holds({ operator, value }: FieldRequirement, found: string): boolean {
  return (found === value) === (operator === '=');
}

/** The object as captured. A ghost is its name and nothing else. */
export function parsedObject(context: ReadContext, row: ObjectRow): JsonObject {
  for (const [, text] of jsonTexts(context, [row.id])) return JSON.parse(text) as JsonObject;
  return { kind: row.kind, metadata: row.namespace === null ? { name: row.name } : { name: row.name, namespace: row.namespace } };
}

function textAt(object: JsonObject, path: string): string {
  let value: JsonValue | undefined = object;
  for (const key of path.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, key)) return '';
    value = value[key];
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
