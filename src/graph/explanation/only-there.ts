/** What a Node brings down when it is lost: Services that have no ready endpoint anywhere else. */
import type { ObjectRow, Reader } from '../../store/reader.ts';

const SLICE_OF = 'endpoint-slice-service';
const ENDPOINT = 'endpoint-slice-target';
const ON_NODE = 'pod-node';

/** By namespace and name. Rests on EndpointSlices, Pods and what they name: see Reader.completeness of those. */
export async function servicesOnlyThere(reader: Reader, node: ObjectRow): Promise<readonly ObjectRow[]> {
  const pods = await step(reader, [node.id], 'reverse', ON_NODE);
  const slices = await step(reader, ids(pods), 'reverse', ENDPOINT);
  const services = new Map((await step(reader, ids(slices), 'forward', SLICE_OF)).map(({ object }) => [object.id, object]));
  const all = await step(reader, [...services.keys()], 'reverse', SLICE_OF);
  const serviceOf = new Map(all.map(({ parent, object }) => [object.id, parent]));
  const endpoints = await step(reader, ids(all), 'forward', ENDPOINT);
  const placed = new Map((await step(reader, ids(endpoints), 'forward', ON_NODE)).map(({ parent, object }) => [parent, object.id]));
  for (const { parent, object } of endpoints) {
    const elsewhere = placed.get(object.id) !== node.id && object.ready === true;
    if (elsewhere) services.delete(serviceOf.get(parent) ?? 0);
  }
  return [...services.values()].sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1));
}

type Step = Awaited<ReturnType<Reader['edges']>>;

async function step(reader: Reader, parents: readonly number[], direction: 'forward' | 'reverse', relation: string): Promise<Step> {
  return parents.length === 0 ? [] : await reader.edges({ parents, direction, relations: [relation] });
}

function ids(edges: Step): readonly number[] {
  return [...new Set(edges.map(({ object }) => object.id))];
}

function nameOf({ namespace, name }: ObjectRow): string {
  return `${namespace ?? ''}/${name}`;
}
