/** What a Node has, what its Pods ask of it, and what it was measured to use. */
import { member, text, word } from '../../kube/fixed-keys.ts';
import { addTotals, podResources, totalText } from '../../kube/pod-resources.ts';
import type { JsonObject, JsonValue } from '../../records/record.ts';
import { pod } from '../../relations/kinds.ts';
import type { ObjectRow } from '../../store/reader.ts';
import { content, isCaptured } from '../fields/needs.ts';
import { type Batch, described, type FieldRow, type TypeRow } from '../model/field-row.ts';
import type { Scope } from '../model/scope.ts';

const NODE = 'Kubernetes API, core/v1 NodeStatus';
const PODS = 'k8s.io/component-helpers/resource, PodRequests';

export interface Allocation {
  readonly resource: string;
  readonly capacity: string | null;
  readonly allocatable: string | null;
  readonly requested: string | null;
  readonly limits: string | null;
  readonly used: string | null;
}

export const allocationField: FieldRow<ObjectRow> = {
  name: 'allocation',
  type: '[Allocation!]',
  description: described('Resource by resource, what it has and what is asked of it.', NODE),
  load: loadAllocations,
};

export const allocationType: TypeRow<Allocation> = {
  name: 'Allocation',
  description: described('One resource of a Node.', NODE),
  fields: [
    { name: 'resource', type: 'String!', description: described('`cpu`, `memory`, `pods` …', NODE), read: ({ data }) => data.resource },
    { name: 'capacity', type: 'Quantity', description: described('All there is.', NODE), read: ({ data }) => data.capacity },
    { name: 'allocatable', type: 'Quantity', description: described('What Pods may ask for.', NODE), read: ({ data }) => data.allocatable },
    {
      name: 'requested',
      type: 'Quantity',
      description: described('Requests of its Pods that have not ended; null where not all Pods were captured.', PODS),
      read: ({ data }) => data.requested,
    },
    {
      name: 'limits',
      type: 'Quantity',
      description: described(
        'Limits of its Pods that have not ended, those without one left out; null where not all Pods were captured.',
        PODS,
      ),
      read: ({ data }) => data.limits,
    },
    {
      name: 'used',
      type: 'Quantity',
      description: described(
        'What it used when the capture asked metrics.k8s.io; null where that was not captured.',
        'k8s.io/metrics, NodeMetrics',
      ),
      read: ({ data }) => data.used,
    },
  ],
};

async function loadAllocations({ scope, items, selects }: Batch<ObjectRow>): Promise<readonly (readonly Allocation[] | null)[]> {
  const nodes = items.map(({ data }) => data);
  const contents = await content.load(scope, nodes);
  const asked = selects('requested', 'limits') ? await askedOf(scope, nodes) : null;
  const used = selects('used') ? await measured(scope) : new Map<string, JsonValue>();
  return nodes.map((node, index) => {
    const status = contents[index]?.canonical['status'];
    if (contents[index] == null) return null;
    return allocationsOf(
      { capacity: member(status, 'capacity'), allocatable: member(status, 'allocatable'), used: used.get(node.name) },
      asked?.get(node.id),
    );
  });
}

interface Asked {
  readonly requests: Map<string, number>;
  readonly limits: Map<string, number>;
}

/** null where a Pod may run there that was not captured. */
async function askedOf(scope: Scope, nodes: readonly ObjectRow[]): Promise<ReadonlyMap<number, Asked> | null> {
  const { reader } = scope;
  if (!(await reader.completeness({ kinds: [pod], namespace: null })).complete) return null;
  const parents = nodes.filter(isCaptured).map(({ id }) => id);
  const asked = new Map(parents.map((id): [number, Asked] => [id, { requests: new Map([['pods', 0]]), limits: new Map() }]));
  const edges = await reader.edges({ parents, direction: 'reverse', relations: ['pod-node'], kinds: [pod] });
  const running = edges.filter(({ object }) => isCaptured(object) && object.phase !== 'Succeeded' && object.phase !== 'Failed');
  const contents = await content.load(
    scope,
    running.map(({ object }) => object),
  );
  for (const [index, { parent }] of running.entries()) {
    const [object, of] = [contents[index]?.canonical, asked.get(parent)];
    if (object === undefined || of === undefined) continue;
    addTotals(of.requests, podResources(object, 'requests'));
    addTotals(of.requests, ONE_POD);
    addTotals(of.limits, podResources(object, 'limits'));
  }
  return asked;
}

const ONE_POD: ReadonlyMap<string, number> = new Map([['pods', 1]]);

/** By node. The document is one object a line: docs/bundle.md. */
async function measured({ reader, meter }: Scope): Promise<ReadonlyMap<string, JsonValue>> {
  const document = await reader.document('metrics/nodes.ndjson');
  const found = new Map<string, JsonValue>();
  if (document === null) return found;
  meter.bytes(document.bytes.length);
  for (const line of Buffer.from(document.bytes).toString('utf8').split('\n')) {
    const metrics = parsedLine(line);
    const [name, usage] = [word(member(metrics?.['metadata'], 'name')), metrics?.['usage']];
    if (name !== null && usage !== undefined) found.set(name, usage);
  }
  return found;
}

function parsedLine(line: string): JsonObject | null {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
  } catch {
    return null;
  }
}

interface Stated {
  readonly capacity: JsonValue | undefined;
  readonly allocatable: JsonValue | undefined;
  readonly used: JsonValue | undefined;
}

function allocationsOf({ capacity, allocatable, used }: Stated, asked: Asked | undefined): readonly Allocation[] {
  const names = new Set(
    [capacity, allocatable].flatMap((value) => (typeof value === 'object' && value !== null ? Object.keys(value) : [])),
  );
  for (const name of asked?.requests.keys() ?? []) if (names.size > 0 || name !== 'pods') names.add(name);
  const total = (of: Map<string, number> | undefined, name: string): string | null =>
    of === undefined ? null : totalText(of.get(name) ?? 0);
  return [...names].slice(0, MOST_RESOURCES).map((resource) => ({
    resource,
    capacity: text(own(capacity, resource)),
    allocatable: text(own(allocatable, resource)),
    requested: total(asked?.requests, resource),
    limits: resource === 'pods' ? null : total(asked?.limits, resource),
    used: text(own(used, resource)),
  }));
}

const MOST_RESOURCES = 1000;

/** Names of resources are anybody's: `constructor` is one that nobody has. */
function own(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, key) ? (value as JsonObject)[key] : undefined;
}
