/** Counts the endpoints behind Services. */
import { walk } from '../../graph/walk.ts';
import { type EndpointCounts, EndpointTally } from '../../kube/endpoint-tally.ts';
import { stringAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import type { Walk } from '../../relations/field.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { type Content, content, isCaptured } from '../fields/needs.ts';
import type { Batch } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';

const endpointSlice = { group: 'discovery.k8s.io', kind: 'EndpointSlice' };
const slices: Walk = { hops: [{ relation: 'endpoint-slice-service', direction: 'reverse', kinds: [endpointSlice] }] };
const endpoints: Walk = { hops: [{ relation: 'endpoints-service', direction: 'reverse', kinds: [{ group: '', kind: 'Endpoints' }] }] };

export async function endpointCounts({ scope, items }: Batch<ObjectRow>): Promise<readonly (EndpointCounts | null)[]> {
  const services = items.map((item) => item.data);
  const contents = await content.load(scope, services);
  const counted = services.filter((service, index) => isCaptured(service) && hasEndpoints(contents[index]));
  const isCounted = new Set(counted);
  const bySlices = await endpointsOf(scope, counted, slices, (slice, tally) => tally.addSlice(slice));
  const without = counted.filter((service) => !bySlices.has(service.id));
  const byEndpoints = await endpointsOf(scope, without, endpoints, (object, tally) => tally.addLegacy(object));
  return Promise.all(
    services.map(async (service) => {
      if (!isCounted.has(service)) return null;
      const found = bySlices.get(service.id) ?? byEndpoints.get(service.id);
      if (found !== undefined) return found.counts;
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
  read: (object: JsonValue, tally: EndpointTally) => void,
): Promise<Map<number, EndpointTally>> {
  const edges = await walk(scope.reader, { parents: services.map((service) => service.id), walk: way, meter: scope.meter });
  const captured = edges.filter((edge) => isCaptured(edge.object));
  const contents = await content.load(
    scope,
    captured.map((edge) => edge.object),
  );
  const found = new Map<number, EndpointTally>();
  for (const [index, edge] of captured.entries()) {
    const tally = found.get(edge.parent) ?? new EndpointTally();
    const object = contents[index]?.canonical;
    if (object !== undefined) read(object, tally);
    found.set(edge.parent, tally);
  }
  return found;
}
