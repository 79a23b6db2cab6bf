/**
 * Runs a planned operation level by level: a level loads what its selected fields need for all its items at once, then reads them,
 * and what they lead to is the next level. Nothing here is asked once for each object.
 */
import { GraphQLError, getArgumentValues } from 'graphql';
import type { AnyFieldRow, Arguments, Batch, FieldRow } from '../model/field-row.ts';
import type { Item } from '../model/item.ts';
import type { PlannedField, SelectionPlan } from '../plan/selection-plan.ts';
import { answerBytes } from './answer-bytes.ts';
import { loadNeeds } from './load-needs.ts';
import { NextLevel } from './next-level.ts';
import type { Run } from './run.ts';

/** Items read in one go before the clock is looked at again. */
const ITEMS_BETWEEN_CLOCKS = 64;

/** Gives every item the value of the field, and everything selected below it. All items are of one snapshot. */
export async function runField(run: Run, field: PlannedField, items: readonly Item[]): Promise<void> {
  const args = argumentsOf(run, field);
  if (args instanceof GraphQLError) {
    for (const item of items) item.values[field.responseKey] = args;
    return;
  }
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
  const next = new NextLevel(field.face, run.typeName);
  for (const [index, item] of items.entries()) item.values[field.responseKey] = next.take(item, values[index]);
  const failure = attempt(run, () => run.meter.answer(next.answers, 0));
  if (failure !== null) return blank(field, items, failure);
  for (const level of next.levels()) await runLevel(run, below, level);
}

/** All selected fields of the items at one position, by type: what types share is run once. */
async function runLevel(run: Run, plan: SelectionPlan, items: readonly Item[]): Promise<void> {
  const fields = new Map<PlannedField, Item[]>();
  for (const [type, ofType] of byType(items)) {
    for (const field of plan.fieldsOf(type)) {
      const asked = fields.get(field);
      if (asked === undefined) fields.set(field, [...ofType]);
      else for (const item of ofType) asked.push(item);
    }
  }
  await loadNeeds(run, fields);
  for (const [field, asked] of fields) await runField(run, field, asked);
}

function byType(items: readonly Item[]): Map<string, Item[]> {
  const grouped = new Map<string, Item[]>();
  for (const item of items) {
    const group = grouped.get(item.type);
    if (group === undefined) grouped.set(item.type, [item]);
    else group.push(item);
  }
  return grouped;
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
    const value = values[index];
    item.values[field.responseKey] = value;
    bytes += item.times * answerBytes(value);
  }
  const failure = attempt(run, () => run.meter.answer(0, bytes));
  if (failure !== null) blank(field, items, failure);
}

function attempt(run: Run, action: () => void): GraphQLError | null {
  try {
    action();
    return null;
  } catch (error) {
    return run.failure(error);
  }
}

function blank(field: PlannedField, items: readonly Item[], failure: GraphQLError): void {
  for (const item of items) item.values[field.responseKey] = failure;
}
