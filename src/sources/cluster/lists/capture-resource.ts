/** All objects of one resource, and the rows that say how listing them went. */
import type { ResourceOutcome } from '../../../records/record.ts';
import type { ApiResource } from '../discovery/api-resource.ts';
import { isNamespaces, type KnownNamespaces } from './known-namespaces.ts';
import { excludedOutcome, listOutcome } from './list-outcome.ts';
import { type ListOptions, listPages } from './list-pages.ts';
import type { ResourcePlan } from './resource-plan.ts';

export interface CaptureResourceOptions extends Omit<ListOptions, 'resource' | 'namespace' | 'take'> {
  readonly plan: ResourcePlan;
  /** Those asked for; empty: all. */
  readonly namespaces: readonly string[];
  /** For resources whose list over all of them is denied. */
  readonly known: KnownNamespaces;
  readonly take: (resource: ApiResource, items: readonly Uint8Array[]) => Promise<void>;
}

/** Where a list over all namespaces is denied its row stays, and one a namespace follows: the most specific row counts. */
export async function captureResource(options: CaptureResourceOptions): Promise<ResourceOutcome[]> {
  const { plan, namespaces, known } = options;
  const { resource, excluded } = plan;
  if (excluded !== null) return [excludedOutcome(resource, excluded)];
  if (resource.namespaced && namespaces.length > 0) {
    return [excludedOutcome(resource, `-n ${namespaces.join(' -n ')}`), ...(await eachNamespace(options, namespaces))];
  }
  const all = await listOne(options, null);
  // A 401 says that we are not known at all.
  if (all.outcome !== 'denied' || all.httpStatus !== FORBIDDEN) return [all];
  if (isNamespaces(resource) && options.labelSelector === undefined)
    return [await known.readByName({ ...options, denied: all, take: (items) => options.take(resource, items) })];
  return resource.namespaced ? [all, ...(await eachNamespace(options, await known.names(options)))] : [all];
}

const FORBIDDEN = 403;

async function eachNamespace(options: CaptureResourceOptions, namespaces: readonly string[]): Promise<ResourceOutcome[]> {
  const rows: ResourceOutcome[] = [];
  for (const namespace of namespaces) rows.push(await listOne(options, namespace));
  return rows;
}

async function listOne(options: CaptureResourceOptions, namespace: string | null): Promise<ResourceOutcome> {
  const { plan, labelSelector } = options;
  const { resource } = plan;
  const listedFrom = Date.now();
  const end = await listPages({ ...options, resource, namespace, take: (items) => options.take(resource, items) });
  return listOutcome({ resource, namespace, end, listedFrom, labelSelector });
}
