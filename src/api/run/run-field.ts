/**
 * Runs a planned operation level by level: a level loads what its selected fields need for all its items at once, then reads them,
 * and what they lead to is the next level. Nothing here is asked once for each object.
 */
import { GraphQLError, getArgumentValues } from 'graphql';
import { notOfSchemaType } from '../errors.ts';
import type { AnyFieldRow, Arguments, Batch, FieldRow } from '../model/field-row.ts';
import type { Item } from '../model/item.ts';
import type { PlannedField, SelectionPlan } from '../plan/selection-plan.ts';
import { answerBytes } from './answer-bytes.ts';
import { withoutFailed } from './failed-items.ts';
import { loadNeeds } from './load-needs.ts';
import { NextLevel } from './next-level.ts';
import type { Run } from './run.ts';

/** Items read in one go before the clock is looked at again. */
const ITEMS_BETWEEN_CLOCKS = 64;

/** All selected fields of the items at one position, by type: what types share is run once. All items are of one snapshot. */
export async function runLevel(run: Run, plan: SelectionPlan, items: readonly Item[]): Promise<void> {
  const fields = new Map<PlannedField, Item[]>();
  for (const [type, ofType] of byType(items)) {
    seedKeys(plan, type, ofType);
    for (const field of plan.fieldsOf(type)) appendTo(fields, field, ofType);
  }
  await loadNeeds(run, fields);
  for (const [field, asked] of fields) await runField(run, field, asked);
}

/** Gives every item the value of the field, and everything selected below it. */
async function runField(run: Run, field: PlannedField, items: readonly Item[]): Promise<void> {
  const args = argumentsOf(run, field);
  if (args instanceof GraphQLError) return blank(run, field, items, args);
  const values = 'read' in field.row ? readAll(run, field.row, items, args) : await loadAll(run, field, items, args);
  if (field.below === null) answerLeaves(run, field, items, values);
  else await runBelow(run, field, field.below, items, values);
}

async function runBelow(
  run: Run,
  field: PlannedField,
  below: SelectionPlan,
  items: readonly Item[],
  values: readonly unknown[],
): Promise<void> {
  const { face, responseKey: key } = field;
  const next = new NextLevel({ face, key, typeName: run.typeName, present: (item) => item.values });
  for (const [index, item] of items.entries()) {
    const value = values[index];
    if (isFailure(run, field, item, value)) continue;
    item.values[key] = next.take(item, value);
  }
  const failure = attempt(run, () => run.meter.answer(next.answers, 0));
  if (failure !== null) return blank(run, field, items, failure);
  for (const level of next.levels()) {
    await runLevel(run, below, level);
    withoutFailed(field, items, level);
  }
}

/** First all keys, in the order of the document: the order in which the answer has them. */
function seedKeys(plan: SelectionPlan, type: string, items: readonly Item[]): void {
  const keys = plan.keysOf(type);
  for (const { values } of items) for (const { key, isTypeName } of keys) values[key] = isTypeName ? type : null;
}

function byType(items: readonly Item[]): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) appendTo(grouped, item.type, [item]);
  return grouped;
}

function appendTo<Key>(groups: Map<Key, Item[]>, key: Key, items: readonly Item[]): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [...items]);
  else for (const item of items) group.push(item);
}

function argumentsOf(run: Run, field: PlannedField): Arguments | GraphQLError {
  const [node] = field.nodes;
  if (node === undefined || field.face.definition.args.length === 0) return {};
  try {
    return getArgumentValues(field.face.definition, node, run.variables);
  } catch (error) {
    return run.failure(error);
  }
}

function readAll(run: Run, row: Extract<AnyFieldRow, { read: unknown }>, items: readonly Item[], args: Arguments): unknown[] {
  return items.map((item, index) => {
    try {
      if (index % ITEMS_BETWEEN_CLOCKS === 0) run.meter.checkTime();
      return row.read(item as Item<never>, args);
    } catch (error) {
      return run.failure(error);
    }
  });
}

async function loadAll(run: Run, field: PlannedField, items: readonly Item[], args: Arguments): Promise<readonly unknown[]> {
  const [first] = items;
  if (first === undefined) return [];
  const row = field.row as Extract<FieldRow<unknown>, { load: unknown }>;
  const batch: Batch<unknown> = { scope: first.scope, items, args, selects: (...names) => selectsBelow(field, names) };
  try {
    run.meter.checkTime();
    const values = await row.load(batch);
    return values.map((value) => (value instanceof Error ? run.failure(value) : value));
  } catch (error) {
    const failure = run.failure(error);
    return items.map(() => failure);
  }
}

function selectsBelow(field: PlannedField, names: readonly string[]): boolean {
  if (field.below === null || field.face.object) return true;
  return field.below.fieldsOf(field.face.type).some((below) => names.includes(below.row.name));
}

function answerLeaves(run: Run, field: PlannedField, items: readonly Item[], values: readonly unknown[]): void {
  let bytes = 0;
  for (const [index, item] of items.entries()) {
    const value = leafValue(field, values[index]);
    if (isFailure(run, field, item, value)) continue;
    item.values[field.responseKey] = value ?? null;
    bytes += item.times * answerBytes(value);
  }
  const failure = attempt(run, () => run.meter.answer(0, bytes));
  if (failure !== null) blank(run, field, items, failure);
}

/** Rows make their values right, but for the size of numbers: Int has 32 bits, and captured data is anyone's. */
function leafValue(field: PlannedField, value: unknown): unknown {
  return field.face.type === 'Int' && typeof value === 'number' && value !== (value | 0) ? notOfSchemaType('Int', value) : value;
}

/** An error, or nothing where something must be: the field is null and, where it cannot be, so is what leads to the item. */
function isFailure(run: Run, field: PlannedField, item: Item, value: unknown): boolean {
  const failure =
    value instanceof GraphQLError ? value : value == null && field.face.nonNull ? run.failure(missingValue(item, field)) : null;
  if (failure === null) return false;
  fail(run, field, item, failure);
  return true;
}

function fail(run: Run, field: PlannedField, item: Item, failure: GraphQLError): void {
  item.values[field.responseKey] = null;
  if (field.face.nonNull) item.failed = true;
  run.errors.add(field, item, failure);
}

function missingValue(item: Item, field: PlannedField): Error {
  return new Error(`${item.type}.${field.row.name} cannot be null and has no value.`);
}

function attempt(run: Run, action: () => void): GraphQLError | null {
  try {
    action();
    return null;
  } catch (error) {
    return run.failure(error);
  }
}

function blank(run: Run, field: PlannedField, items: readonly Item[], failure: GraphQLError): void {
  for (const item of items) fail(run, field, item, failure);
}
