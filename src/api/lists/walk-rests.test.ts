import { expect, test } from 'vitest';
import { dataOf } from '../../../test/support/api/ask.ts';
import { importRecords, object, outcome } from '../../store/testing/import-records.ts';
import { createApi } from '../create-api.ts';

const listed = [
  outcome('v1', 'services', 'Service', 'ok'),
  outcome('v1', 'pods', 'Pod', 'ok'),
  outcome('v1', 'nodes', 'Node', 'ok'),
  outcome('apps/v1', 'deployments', 'Deployment', 'ok'),
  outcome('apps/v1', 'replicasets', 'ReplicaSet', 'denied', { httpStatus: 403 }),
  outcome('discovery.k8s.io/v1', 'endpointslices', 'EndpointSlice', 'denied', { httpStatus: 403 }),
];
const objects = [
  object('v1', 'Service', 'a/web', { spec: { selector: { app: 'web' } } }),
  object('v1', 'Service', 'a/external', { spec: {} }),
  object('v1', 'Pod', 'a/web-0', { metadata: { labels: { app: 'web' } }, spec: { nodeName: 'n1' } }),
  object('v1', 'Node', 'n1'),
  object('apps/v1', 'Deployment', 'a/web', { spec: {} }),
];

const complete = { completeness: { complete: true, gaps: [] } };
const rests = (...kinds: readonly string[]) => ({ completeness: { complete: false, gaps: kinds.map((kind) => ({ kind })) } });
const asked = '{ completeness { complete gaps { kind } } }';

test.each([
  [
    'what lies between a Service and its Nodes',
    `service(namespace: "a", name: "web") { nodes ${asked} }`,
    { nodes: rests('EndpointSlice') },
  ],
  ['what lies between a Node and its Services', `node(name: "n1") { services ${asked} }`, { services: rests('EndpointSlice') }],
  ['a selector alone', `service(namespace: "a", name: "web") { pods ${asked} }`, { pods: complete }],
  ['the slices of a Service without one', `service(namespace: "a", name: "external") { pods ${asked} }`, { pods: rests('EndpointSlice') }],
  [
    'both ways from a Pod to its Services',
    `pod(namespace: "a", name: "web-0") { services ${asked} }`,
    { services: rests('EndpointSlice') },
  ],
  ['the ReplicaSets between', `deployment(namespace: "a", name: "web") { pods ${asked} }`, { pods: rests('ReplicaSet') }],
  [
    'what narrows a list narrows no way',
    `deployment(namespace: "a", name: "web") { pods(namespace: "b") ${asked} }`,
    { pods: rests('ReplicaSet') },
  ],
  ['one step, narrowed', `deployment(namespace: "a", name: "web") { dependents(kinds: ["po"]) ${asked} }`, { dependents: complete }],
])('%s', async (_what, query, answer) => {
  const api = createApi({ snapshots: [await importRecords([...objects, ...listed])] });
  const { found } = await dataOf(api, `{ found: ${query} }`);
  expect(found).toEqual(answer);
});

test('what the store joins rests on the kinds at the other end, and what looks into other namespaces on all of them', async () => {
  const pods = outcome('v1', 'pods', 'Pod', 'ok', { namespace: 'a' });
  const elsewhere = outcome('v1', 'pods', 'Pod', 'denied', { namespace: 'b' });
  const volumes = outcome('v1', 'persistentvolumes', 'PersistentVolume', 'denied', { httpStatus: 403 });
  const sets = outcome('apps/v1', 'statefulsets', 'StatefulSet', 'denied', { httpStatus: 403 });
  const api = createApi({ snapshots: [await importRecords([...objects, pods, elsewhere, volumes, sets])] });
  const of = (kind: string, fields: string) => dataOf(api, `{ ${kind} { ${fields} } }`);
  expect(await of('node(name: "n1")', `attachedVolumes ${asked}`)).toEqual({ node: { attachedVolumes: rests('PersistentVolume') } });
  expect(await of('pod(namespace: "a", name: "web-0")', `affinityPods ${asked} spreadPods ${asked}`)).toEqual({
    pod: { affinityPods: rests('Pod', 'Pod'), spreadPods: complete },
  });
  expect(await of('service(namespace: "a", name: "web")', `workloads ${asked}`)).toEqual({
    service: { workloads: { completeness: { complete: false, gaps: expect.arrayContaining([{ kind: 'StatefulSet' }]) } } },
  });
});

test('whatever may lie between an object and its descendants, or what is related', async () => {
  const api = createApi({ snapshots: [await importRecords([...objects, ...listed])] });
  const query = `{ deployment(namespace: "a", name: "web") { descendants(kinds: ["po"]) ${asked} related(maxDepth: 2, kinds: ["po"]) ${asked} } }`;
  const gaps = { complete: false, gaps: expect.arrayContaining([{ kind: 'ReplicaSet' }]) };
  expect(await dataOf(api, query)).toEqual({ deployment: { descendants: { completeness: gaps }, related: { completeness: gaps } } });
});

test('what a ghost would point at rests on the ghost', async () => {
  const denied = outcome('v1', 'services', 'Service', 'denied');
  const api = createApi({ snapshots: [await importRecords([...objects.slice(2), ...listed.slice(1), denied])] });
  const query = `{ service(namespace: "a", name: "web") { presence pods ${asked} related(kinds: ["po"]) ${asked} } }`;
  const { service } = await dataOf(api, query);
  expect(service).toMatchObject({
    presence: 'NOT_CAPTURED',
    pods: { completeness: { complete: false, gaps: expect.arrayContaining([{ kind: 'Service' }]) } },
    related: { completeness: { complete: false, gaps: expect.arrayContaining([{ kind: 'Service' }]) } },
  });
});
