import { optional } from '../../../records/json-fields.ts';
import type { CaptureOutcome, ResourceOutcome } from '../../../records/record.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import { ApiFault } from '../http/fault.ts';
import type { ListEnd } from './list-pages.ts';

/** The row of a list that was tried. Only a whole one that nothing narrowed is `ok`. */
export function listOutcome(options: {
  readonly resource: ApiResource;
  readonly namespace: string | null;
  readonly end: ListEnd;
  readonly listedFrom: number;
  readonly labelSelector: string | undefined;
}): ResourceOutcome {
  const { resource, namespace, end, listedFrom, labelSelector } = options;
  const { outcome, httpStatus, message } = judged(end, labelSelector);
  return {
    ...rowOf(resource, namespace),
    outcome,
    items: end.items,
    listedFrom,
    listedTo: Date.now(),
    ...optional('resourceVersion', end.resourceVersion),
    ...optional('httpStatus', httpStatus),
    ...optional('message', message),
  };
}

/** The row of a resource, or of a namespace of it, that was left out. */
export function excludedOutcome(resource: ApiResource, reason: string): ResourceOutcome {
  return { ...rowOf(resource, null), outcome: 'excluded', items: 0, message: reason };
}

/** The row of a resource that the server had, and has no more. */
export function goneOutcome(resource: ApiResource): ResourceOutcome {
  return { ...rowOf(resource, null), outcome: 'not_served', items: 0, served: false, message: 'it is not served any more' };
}

/** The row of what came to nothing. */
export function failedOutcome(options: {
  readonly resource: ApiResource;
  readonly namespace: string | null;
  readonly error: unknown;
}): ResourceOutcome {
  const { resource, namespace, error } = options;
  const { outcome, httpStatus, message } = judged({ items: 0, resourceVersion: undefined, error, faults: [] }, undefined);
  return { ...rowOf(resource, namespace), outcome, items: 0, ...optional('httpStatus', httpStatus), ...optional('message', message) };
}

/** What every row says of its resource. */
function rowOf(resource: ApiResource, namespace: string | null): Omit<ResourceOutcome, 'outcome'> {
  const { group, version, resource: name, kind, namespaced, singular, shortNames } = resource;
  return {
    type: 'resource',
    snapshot: 0,
    group,
    version,
    resource: name,
    kind,
    namespaced,
    namespace,
    served: true,
    ...optional('singular', singular || undefined),
    ...(shortNames.length === 0 ? {} : { shortNames }),
  };
}

interface Judged {
  readonly outcome: CaptureOutcome;
  readonly httpStatus?: number | undefined;
  readonly message?: string;
}

function judged(end: ListEnd, labelSelector: string | undefined): Judged {
  if (end.error !== null) return broken(end);
  if (end.faults.length > 0) return { outcome: 'partial', httpStatus: 200, message: faultsText(end.faults) };
  if (labelSelector !== undefined) return { outcome: 'partial', httpStatus: 200, message: `only what -l ${labelSelector} selects` };
  return { outcome: 'ok', httpStatus: 200 };
}

function broken({ error, items }: ListEnd): Judged {
  const fault = error instanceof ApiFault ? error : null;
  const message = error instanceof Error ? error.message : String(error);
  if (items > 0) return { outcome: 'partial', httpStatus: fault?.httpStatus, message: `after ${items} objects: ${message}` };
  return { outcome: fault?.outcome ?? 'cancelled', httpStatus: fault?.httpStatus, message };
}

function faultsText(faults: readonly string[]): string {
  const [first = ''] = faults;
  return faults.length === 1 ? `left out: ${first}` : `left out: ${faults.length} objects, the first: ${first}`;
}
