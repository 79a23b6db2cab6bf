/** What was not captured, as rows for people: those alike in one. */
import type { ResourceOutcome } from '../../src/records/record.ts';
import { whereText } from './where-text.ts';

export interface CaptureGap {
  /** `pods`, `deployments.apps`, `all of metrics.k8s.io`. */
  readonly what: string;
  readonly group: string;
  readonly kind: string;
  readonly outcome: string;
  readonly where: string;
  readonly message: string;
}

/** Where a list over all namespaces failed and each was tried, those that failed say it. */
export function captureGaps(outcomes: readonly ResourceOutcome[]): CaptureGap[] {
  const tried = new Set(outcomes.filter(({ namespace }) => namespace !== null).map(keyOf));
  const failed = outcomes.filter((row) => !isFine(row) && !(row.namespace === null && tried.has(keyOf(row))));
  const alike = new Map<string, ResourceOutcome[]>();
  for (const row of failed) {
    const key = `${keyOf(row)} ${row.outcome} ${row.httpStatus}`;
    alike.set(key, [...(alike.get(key) ?? []), row]);
  }
  return [...alike.values()].flatMap((rows) => toGap(rows, outcomes));
}

/** Left out on purpose is no gap. */
function isFine({ outcome }: ResourceOutcome): boolean {
  return outcome === 'ok' || outcome === 'excluded';
}

function toGap(rows: readonly ResourceOutcome[], all: readonly ResourceOutcome[]): CaptureGap[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { group, kind = '', outcome, httpStatus, message = '' } = first;
  const namespaces = all.filter((row) => row.namespace !== null && keyOf(row) === keyOf(first)).length;
  const named = rows.flatMap(({ namespace }) => namespace ?? []);
  return [
    {
      what: resourceWord(first),
      group,
      kind,
      outcome: outcome.replace('_', ' ') + (httpStatus === undefined || httpStatus === 200 ? '' : ` (${httpStatus})`),
      where: whereText(named, namespaces),
      message,
    },
  ];
}

export function resourceWord({ group, resource }: Pick<ResourceOutcome, 'group' | 'resource'>): string {
  if (resource === '*') return `all of ${group}`;
  return group === '' ? resource : `${resource}.${group}`;
}

function keyOf({ group, resource }: ResourceOutcome): string {
  return `${group}/${resource}`;
}
