import { optional } from '../records/json-fields.ts';
import type { ResourceOutcome } from '../records/record.ts';
import type { Discovery, ServedResource } from './discovery.ts';
import { type ResourceKey, resourceName } from './layout.ts';

/** What was read of one resource's pages. */
export interface PageCount {
  readonly resource: ResourceKey;
  readonly items: number;
  /** A page of it was cut, damaged or missing. */
  readonly damaged: boolean;
}

export interface OutcomeInput {
  /** Null for a broken-off capture. */
  readonly rows: readonly ResourceOutcome[] | null;
  readonly discovery: Discovery;
  readonly pages: ReadonlyMap<string, PageCount>;
}

export interface CheckedOutcomes {
  readonly outcomes: readonly ResourceOutcome[];
  /** Those that the manifest calls `ok` and that are not. */
  readonly downgraded: readonly ResourceOutcome[];
}

/**
 * One row for each resource (and namespace) that the capture names. Only `ok` proves absence, so what was read decides with it:
 * a resource of which a page is damaged, or fewer objects came than the manifest says, is `partial`.
 */
export function captureOutcomes(input: OutcomeInput): CheckedOutcomes {
  const expected = expectedItems(input.rows ?? []);
  const rows = (input.rows ?? []).map((row) => checkedAgainstPages(row, expected.get(resourceName(row)) ?? null, input.pages));
  const told = new Set(rows.map((row) => `${row.group}/${row.resource}`));
  return {
    outcomes: [...served(rows, input.discovery), ...untold(told, input), ...failures(told, input)],
    downgraded: rows.filter((row, index) => row !== input.rows?.[index]),
  };
}

/** Of the row for all namespaces where that is whole, else of all namespaces' rows: pages do not say to which they belong. Null where a row does not tell. */
function expectedItems(rows: readonly ResourceOutcome[]): ReadonlyMap<string, number | null> {
  const overall = new Map<string, number | null>();
  const single = new Map<string, number | null>();
  for (const row of rows) {
    const name = resourceName(row);
    const before = single.get(name);
    if (row.namespace !== null) single.set(name, before === null || row.items === undefined ? null : (before ?? 0) + row.items);
    else if (row.outcome === 'ok') overall.set(name, row.items ?? null);
  }
  return new Map([...single, ...overall]);
}

function checkedAgainstPages(row: ResourceOutcome, expected: number | null, pages: OutcomeInput['pages']): ResourceOutcome {
  const page = pages.get(resourceName(row));
  const read = page?.items ?? 0;
  if (row.outcome !== 'ok' || (page?.damaged !== true && (expected === null || read >= expected))) return row;
  const message = `${read} objects could be read${expected === null ? '' : ` of the ${expected} that the manifest names`}`;
  return { ...row, outcome: 'partial', message };
}

/** Adds what discovery knows of the resource. */
function served(rows: readonly ResourceOutcome[], discovery: Discovery): ResourceOutcome[] {
  const known = new Map(discovery.resources.map((resource) => [resourceName(resource), resource]));
  return rows.map((row) => {
    const resource = known.get(resourceName(row));
    return resource === undefined ? row : { ...resource, ...row, served: true };
  });
}

/**
 * Resources without a row. Without a manifest they are `partial` where pages lie, else `cancelled`. With one, every resource should have a
 * row in one of its versions; where it has none, nobody looked.
 */
function untold(told: ReadonlySet<string>, input: OutcomeInput): ResourceOutcome[] {
  const isUntold = (resource: ResourceKey): boolean => !told.has(`${resource.group}/${resource.resource}`);
  const inDiscovery = input.discovery.resources.filter(isUntold).map((resource) => ({ ...resource, served: true }));
  const names = new Set(inDiscovery.map(resourceName));
  const onlyPages: ServedResource[] = [...input.pages.values()]
    .map(({ resource }) => resource)
    .filter((resource) => isUntold(resource) && !names.has(resourceName(resource)));
  const message = input.rows === null ? 'the capture was broken off' : 'the manifest does not name it';
  return [...inDiscovery, ...onlyPages].map((resource) => {
    const items = input.pages.get(resourceName(resource))?.items;
    const outcome = items === undefined ? ('cancelled' as const) : ('partial' as const);
    return { type: 'resource', snapshot: 0, ...resource, namespace: null, outcome, message, ...optional('items', items) };
  });
}

/** A group that did not answer has one row, for all of its resources. */
function failures(told: ReadonlySet<string>, { discovery }: OutcomeInput): ResourceOutcome[] {
  return discovery.failures
    .filter((failure) => !told.has(`${failure.group}/*`))
    .map((failure) => ({ type: 'resource', snapshot: 0, resource: '*', kind: '*', namespace: null, ...failure }));
}
