/** Loads for the items of a level what the fields selected on them read, each need once. */
import type { Item } from '../model/item.ts';
import type { Need } from '../model/need.ts';
import type { PlannedField } from '../plan/selection-plan.ts';
import type { Run } from './run.ts';

/** A need that fails is an error in place of its value: the fields that read it are blank, all others answer. */
export async function loadNeeds(run: Run, fields: ReadonlyMap<PlannedField, readonly Item[]>): Promise<void> {
  for (const [need, items] of itemsByNeed(fields)) {
    const missing = [...items].filter((item) => !item.has(need));
    const [first] = missing;
    if (first === undefined) continue;
    const values = await load(run, need, missing, first);
    for (const [index, item] of missing.entries()) item.put(need, values[index]);
  }
}

function itemsByNeed(fields: ReadonlyMap<PlannedField, readonly Item[]>): Map<Need<unknown, unknown>, Set<Item>> {
  const needed = new Map<Need<unknown, unknown>, Set<Item>>();
  for (const [{ row }, items] of fields) {
    if (!('read' in row)) continue;
    for (const need of (row.needs ?? []) as readonly Need<unknown, unknown>[]) {
      const all = needed.get(need) ?? new Set();
      for (const item of items) all.add(item);
      needed.set(need, all);
    }
  }
  return needed;
}

async function load(run: Run, need: Need<unknown, unknown>, items: readonly Item[], first: Item): Promise<readonly unknown[]> {
  try {
    run.meter.checkTime();
    return await need.load(
      first.scope,
      items.map((item) => item.data),
    );
  } catch (error) {
    const failure = run.failure(error);
    return items.map(() => failure);
  }
}
