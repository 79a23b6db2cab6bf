/**
 * What a Pod asks of its node: its containers together, or its init containers where one of them asks for more, and what its runtime needs beside.
 * Source: k8s.io/component-helpers/resource/helpers.go, PodRequests and PodLimits.
 */
import type { JsonObject, JsonValue } from '../records/record.ts';
import { list, member } from './fixed-keys.ts';
import { parseQuantity } from './quantity.ts';

export type ResourceField = 'requests' | 'limits';

/** In base units: cores, bytes, counts. */
export type ResourceTotals = ReadonlyMap<string, number>;

/** `pod` in its canonical form. What is no quantity counts nothing. */
export function podResources(pod: JsonObject, field: ResourceField): ResourceTotals {
  const spec = pod['spec'];
  const totals = new Map<string, number>();
  for (const container of list(member(spec, 'containers'))) addTotals(totals, quantities(member(member(container, 'resources'), field)));
  const sidecars = new Map<string, number>();
  const highest = new Map<string, number>();
  for (const container of list(member(spec, 'initContainers'))) {
    const own = quantities(member(member(container, 'resources'), field));
    // A sidecar runs beside all that start after it; another init container runs beside the sidecars before it.
    const beside = new Map(sidecars);
    addTotals(beside, own);
    if (member(container, 'restartPolicy') === 'Always') addTotals(sidecars, own);
    raise(highest, beside);
  }
  addTotals(totals, sidecars);
  raise(totals, highest);
  for (const [name, value] of quantities(member(member(spec, 'resources'), field))) totals.set(name, value);
  for (const [name, value] of quantities(member(spec, 'overhead'))) {
    if (field === 'requests' || (totals.get(name) ?? 0) > 0) totals.set(name, (totals.get(name) ?? 0) + value);
  }
  return totals;
}

export function addTotals(totals: Map<string, number>, more: ResourceTotals): void {
  for (const [name, value] of more) totals.set(name, (totals.get(name) ?? 0) + value);
}

function raise(totals: Map<string, number>, least: ResourceTotals): void {
  for (const [name, value] of least) totals.set(name, Math.max(totals.get(name) ?? 0, value));
}

function quantities(value: JsonValue | undefined): ResourceTotals {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return NONE;
  return new Map(
    Object.entries(value).flatMap(([name, quantity]) => {
      const number = parseQuantity(quantity);
      return number === null || number < 0 ? [] : [[name, number] as const];
    }),
  );
}

const NONE: ResourceTotals = new Map();

/** A total as Kubernetes would write it: `1500m`, `3`, `536870912`. */
export function totalText(total: number): string {
  if (Number.isInteger(total)) return String(total);
  // A sum of decimals misses its thousandths by some billionths.
  return `${Math.ceil(Math.round(total * 1e6) / 1e3)}m`;
}
