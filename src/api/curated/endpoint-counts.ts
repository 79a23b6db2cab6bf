/** Counts the endpoints behind Services. */
import { walk } from '../../graph/walk.ts';
import { arrayAt, stringAt, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import type { Walk } from '../../relations/field.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { type Content, content, isCaptured } from '../fields/needs.ts';
import type { Batch } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';
import { isReady } from './endpoint-slice.ts';

export interface EndpointCounts {
  readonly ready: number;
  readonly notReady: number;
}

const endpointSlice = { group: 'discovery.k8s.io', kind: 'EndpointSlice' };
const slices: Walk = { hops: [{ relation: 'endpoint-slice-service', direction: 'reverse', kinds: [endpointSlice] }] };
const endpoints: Walk = { hops: [{ relation: 'endpoints-service', direction: 'reverse', kinds: [{ group: '', kind: 'Endpoints' }] }] };

/** Whether an endpoint is ready, by what tells endpoints apart. */
type Endpoints = Map<string, boolean>;

export async function endpointCounts({ scope, items }: Batch<ObjectRow>): Promise<readonly (EndpointCounts | null)[]> {
  const services = items.map((item) => item.data);
  const contents = await content.load(scope, services);
  const counted = services.filter((service, index) => isCaptured(service) && hasEndpoints(contents[index]));
  const isCounted = new Set(counted);
  const bySlices = await endpointsOf(scope, counted, slices, sliceEndpoints);
  const without = counted.filter((service) => !bySlices.has(service.id));
  const byEndpoints = await endpointsOf(scope, without, endpoints, legacyEndpoints);
  return Promise.all(
    services.map(async (service) => {
      if (!isCounted.has(service)) return null;
      const found = bySlices.get(service.id) ?? byEndpoints.get(service.id);
      if (found !== undefined) return countsOf(found);
      return (await scope.reader.outcome(endpointSlice, service.namespace)) === 'ok' ? { ready: 0, notReady: 0 } : null;
    }),
  );
}

function hasEndpoints(captured: Content | null | undefined): boolean {
  return stringAt(captured?.object, 'spec', 'type') !== 'ExternalName';
}

async function endpointsOf(
  scope: Scope,
  services: readonly ObjectRow[],
  way: Walk,
  read: (object: JsonValue, into: Endpoints) => void,
): Promise<Map<number, Endpoints>> {
  const edges = await walk(scope.reader, { parents: services.map((service) => service.id), walk: way, meter: scope.meter });
  const captured = edges.filter((edge) => isCaptured(edge.object));
  const contents = await content.load(
    scope,
    captured.map((edge) => edge.object),
  );
  const found = new Map<number, Endpoints>();
  for (const [index, edge] of captured.entries()) {
    const into: Endpoints = found.get(edge.parent) ?? new Map();
    const object = contents[index]?.canonical;
    if (object !== undefined) read(object, into);
    found.set(edge.parent, into);
  }
  return found;
}

function sliceEndpoints(slice: JsonValue, into: Endpoints): void {
  for (const endpoint of arrayAt(slice, 'endpoints')) add(into, endpoint, isReady(endpoint));
}

function legacyEndpoints(object: JsonValue, into: Endpoints): void {
  for (const subset of arrayAt(object, 'subsets')) {
    for (const address of arrayAt(subset, 'addresses')) add(into, address, true);
    for (const address of arrayAt(subset, 'notReadyAddresses')) add(into, address, false);
  }
}

/** A Pod of two address families stands in two slices and is one endpoint; what names no object is known by its addresses. */
function add(into: Endpoints, endpoint: JsonValue, ready: boolean): void {
  const target = valueAt(endpoint, 'targetRef');
  const key = target === undefined ? [valueAt(endpoint, 'addresses') ?? valueAt(endpoint, 'ip')] : [target];
  const text = JSON.stringify(key);
  into.set(text, (into.get(text) ?? false) || ready);
}

function countsOf(found: Endpoints): EndpointCounts {
  const ready = [...found.values()].filter(Boolean).length;
  return { ready, notReady: found.size - ready };
}
