/** The Services of a snapshot with what stands behind each, as GraphQL answers it. */
import { createApi } from '../../src/api/create-api.ts';
import { arrayAt, stringAt, valueAt } from '../../src/kube/safe.ts';
import type { JsonValue } from '../../src/records/record.ts';
import type { Reader } from '../../src/store/reader.ts';
import { CommandError } from '../errors.ts';

export interface ServiceAnswer {
  readonly namespace: string;
  readonly name: string;
  readonly selects: boolean;
  /** How many Pods its selector selects. */
  readonly pods: number;
  /** False where Pods were not fully captured in its namespace. */
  readonly podsComplete: boolean;
  readonly ingresses: readonly string[];
  readonly endpoints: readonly EndpointAnswer[];
}

export interface EndpointAnswer {
  readonly slice: string;
  readonly addresses: readonly string[];
  readonly ready: boolean;
  readonly pod: string | null;
  readonly node: string | null;
}

/** A tour needs no more of a big cluster. */
const mostServices = 300;

const query = `{
  services(first: ${mostServices}) {
    items {
      namespace
      name
      type
      selector: json(path: ".spec.selector")
      pods { totalCount completeness { complete } }
      ingresses { items { name } }
      endpointSlices { items { name endpoints { addresses ready pod { name } node { name } } } }
    }
  }
}`;

export async function servicesOf(reader: Reader): Promise<ServiceAnswer[]> {
  const { data, errors } = await createApi({ snapshots: [reader] }).execute({ query });
  const [error] = errors ?? [];
  if (error) throw new CommandError(`the tour's query failed: ${error.message}`);
  return arrayAt(data, 'services', 'items').map(answerOf);
}

function answerOf(service: JsonValue): ServiceAnswer {
  return {
    namespace: stringAt(service, 'namespace') ?? '',
    name: stringAt(service, 'name') ?? '',
    selects: stringAt(service, 'type') !== 'ExternalName' && Object.keys(Object(valueAt(service, 'selector'))).length > 0,
    pods: Number(valueAt(service, 'pods', 'totalCount') ?? 0),
    podsComplete: valueAt(service, 'pods', 'completeness', 'complete') === true,
    ingresses: arrayAt(service, 'ingresses', 'items').map((ingress) => stringAt(ingress, 'name') ?? ''),
    endpoints: arrayAt(service, 'endpointSlices', 'items').flatMap(endpointsOf),
  };
}

function endpointsOf(slice: JsonValue): EndpointAnswer[] {
  return arrayAt(slice, 'endpoints').map((endpoint) => ({
    slice: stringAt(slice, 'name') ?? '',
    addresses: arrayAt(endpoint, 'addresses').map(String),
    ready: valueAt(endpoint, 'ready') !== false,
    pod: stringAt(endpoint, 'pod', 'name') ?? null,
    node: stringAt(endpoint, 'node', 'name') ?? null,
  }));
}

/** All of its endpoints are ready Pods, on as many nodes as can be; an Ingress before it makes it a better example. */
export function workingService(services: readonly ServiceAnswer[]): ServiceAnswer | undefined {
  const working = services.filter(({ endpoints }) => endpoints.length > 0 && endpoints.every(({ ready, pod }) => ready && pod !== null));
  return best(working, (service) => [
    Math.min(1, service.ingresses.length),
    new Set(service.endpoints.map(({ node }) => node)).size,
    -service.endpoints.length,
  ]);
}

/** Its selector selects no Pod; one that an Ingress leads to matters most. */
export function emptyService(services: readonly ServiceAnswer[]): ServiceAnswer | undefined {
  const empty = services.filter(({ selects, pods, endpoints }) => selects && pods === 0 && endpoints.length === 0);
  return best(empty, (service) => [service.podsComplete ? 1 : 0, service.ingresses.length]);
}

/** The highest by its numbers, compared one after the other; of equals the first. */
function best(services: readonly ServiceAnswer[], numbers: (service: ServiceAnswer) => readonly number[]): ServiceAnswer | undefined {
  const ranked = services.map((service) => ({ service, rank: numbers(service) }));
  ranked.sort((a, b) => b.rank.map((number, index) => number - (a.rank[index] ?? 0)).find((difference) => difference !== 0) ?? 0);
  return ranked[0]?.service;
}
