/** The endpoints of an EndpointSlice. */
import { isReady } from '../../kube/endpoint-tally.ts';
import { arrayAt, stringAt, valueAt } from '../../kube/safe.ts';
import type { JsonValue } from '../../records/record.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { content, isCaptured } from '../fields/needs.ts';
import { type Batch, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';

interface EndpointData {
  readonly endpoint: JsonValue;
  readonly pod: ObjectRow | null;
  readonly node: ObjectRow | null;
}

const ENDPOINT = 'Kubernetes API, discovery/v1 Endpoint';
const CONDITIONS = 'Kubernetes API, discovery/v1 EndpointConditions';

export const endpointSliceFields: readonly FieldRow<ObjectRow>[] = [
  {
    name: 'endpoints',
    type: '[Endpoint!]',
    description: described('Its endpoints in the order of the object.', 'Kubernetes API, discovery/v1 EndpointSlice'),
    load: loadEndpoints,
  },
];

export const endpointType: TypeRow<EndpointData> = {
  name: 'Endpoint',
  description: described('One endpoint of a Service: addresses of one Pod, or of something outside.', ENDPOINT),
  fields: [
    {
      name: 'addresses',
      type: '[String!]',
      description: described('Its addresses; consumers use the first.', ENDPOINT),
      read: ({ data }) => arrayAt(data.endpoint, 'addresses').filter((address) => typeof address === 'string'),
    },
    {
      name: 'ready',
      type: 'Boolean!',
      description: described('Ready for traffic; not said means true.', CONDITIONS),
      read: ({ data }) => isReady(data.endpoint),
    },
    {
      name: 'serving',
      type: 'Boolean!',
      description: described('Serves, be it terminating or not; where not said, as `ready`.', CONDITIONS),
      read: ({ data }) => conditionOf(data.endpoint, 'serving') ?? isReady(data.endpoint),
    },
    {
      name: 'terminating',
      type: 'Boolean!',
      description: described('Is being taken away; not said means false.', CONDITIONS),
      read: ({ data }) => conditionOf(data.endpoint, 'terminating') ?? false,
    },
    {
      name: 'pod',
      type: 'Pod',
      description: described('The Pod behind it; null where targetRef names none.', ENDPOINT),
      read: ({ data }) => data.pod,
    },
    {
      name: 'node',
      type: 'Node',
      description: described('The Node that it is on; null where nodeName names none.', ENDPOINT),
      read: ({ data }) => data.node,
    },
    {
      name: 'zone',
      type: 'String',
      description: described('The zone that it is in.', ENDPOINT),
      read: ({ data }) => stringAt(data.endpoint, 'zone') ?? null,
    },
  ],
};

/** conditions.ready; absent or null means ready. */
function conditionOf(endpoint: JsonValue, name: string): boolean | null {
  const value = valueAt(endpoint, 'conditions', name);
  return typeof value === 'boolean' ? value : null;
}

async function loadEndpoints({ scope, items, selects }: Batch<ObjectRow>): Promise<readonly unknown[]> {
  const slices = items.map((item) => item.data);
  const contents = await content.load(scope, slices);
  const pods = selects('pod') ? await loadTargets(scope, slices, POD) : NOTHING;
  const nodes = selects('node') ? await loadTargets(scope, slices, NODE) : NOTHING;
  return slices.map((slice, index) => {
    const captured = contents[index];
    if (captured === null || captured === undefined) return null;
    return arrayAt(captured.canonical, 'endpoints').map((endpoint, place): EndpointData => {
      const key = placeKey(slice.id, place);
      return { endpoint, pod: pods.get(key) ?? null, node: nodes.get(key) ?? null };
    });
  });
}

/** A pointer of each endpoint, and the kind that its field of ours has. */
interface Pointer {
  readonly relation: string;
  readonly kind: string;
}

const POD: Pointer = { relation: 'endpoint-slice-target', kind: 'Pod' };
const NODE: Pointer = { relation: 'endpoint-slice-node', kind: 'Node' };
const NOTHING: ReadonlyMap<string, ObjectRow> = new Map();

function placeKey(slice: number, place: number | string): string {
  return `${slice}/${place}`;
}

/** What each endpoint's own pointer leads to: a flawed pointer leads nowhere. */
async function loadTargets(
  { reader }: Scope,
  slices: readonly ObjectRow[],
  { relation, kind }: Pointer,
): Promise<ReadonlyMap<string, ObjectRow>> {
  const edges = await reader.edges({
    parents: slices.filter(isCaptured).map((row) => row.id),
    direction: 'forward',
    relations: [relation],
  });
  const targets = new Map<string, ObjectRow>();
  for (const { parent, object, reference } of edges) {
    const [, place] = object.kind === kind ? (/^endpoints\[(\d+)\]/.exec(reference.path) ?? []) : [];
    if (place !== undefined) targets.set(placeKey(parent, place), object);
  }
  return targets;
}
