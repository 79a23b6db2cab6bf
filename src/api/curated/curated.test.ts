/** Curated fields over crafted objects; the demo's truth files test them on captured ones. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataOf } from '../../../test/support/api/ask.ts';
import { type Crafted, craftedApi } from '../../../test/support/api/crafted.ts';
import type { Api } from '../create-api.ts';

let crafted: Crafted;
let api: Api;

beforeAll(async () => {
  crafted = await craftedApi();
  api = crafted.api;
});
afterAll(() => crafted.close());

const podField = async (name: string, fields: string) =>
  (await dataOf(api, `{ pod(namespace: "ns", name: "${name}") { ${fields} } }`))['pod'];
test('a Pod', async () => {
  expect(
    await podField(
      'logged',
      'phase restarts qosClass podIP startedAt containers { name type state restarts startedAt lastTermination { reason exitCode finishedAt } pod { name } }',
    ),
  ).toEqual({
    phase: 'Running',
    restarts: 2,
    qosClass: 'Burstable',
    podIP: '10.0.0.1',
    startedAt: '2026-01-01T00:00:00Z',
    containers: [
      {
        ...{ name: 'main', type: 'MAIN', state: 'RUNNING', restarts: 2, startedAt: '2026-01-01T00:10:00Z' },
        lastTermination: { reason: 'OOMKilled', exitCode: 137, finishedAt: '2026-01-01T00:09:00Z' },
        pod: { name: 'logged' },
      },
    ],
  });
  expect(await podField('unscheduled', 'restarts containers { state restarts lastTermination { reason } }')).toEqual({
    restarts: null,
    containers: [{ state: 'NOT_REPORTED', restarts: null, lastTermination: null }],
  });
});

test('endpoints of a Service: a Pod of two address families counts once, what is not said is ready', async () => {
  const query = '{ services { items { name type clusterIP endpointCounts { ready notReady } } } }';
  expect((await dataOf(api, query))['services']).toEqual({
    items: [
      { name: 'bare', type: 'ClusterIP', clusterIP: 'None', endpointCounts: { ready: 0, notReady: 0 } },
      { name: 'dual', type: 'ClusterIP', clusterIP: '10.1.0.1', endpointCounts: { ready: 3, notReady: 1 } },
      { name: 'outside', type: 'ExternalName', clusterIP: null, endpointCounts: null },
    ],
  });
});

test('endpoints of a slice, each with its own Pod and Node; a pointer with another uid leads nowhere', async () => {
  const query =
    '{ endpointSlice(namespace: "ns", name: "dual-4") { endpoints { addresses ready serving terminating zone pod { name } node { name presence } } } empty: endpointSlice(namespace: "ns", name: "empty") { endpoints { ready } } }';
  const none = { zone: null, pod: null, node: null };
  expect(await dataOf(api, query)).toEqual({
    endpointSlice: {
      endpoints: [
        {
          addresses: ['10.0.0.1'],
          ready: true,
          serving: true,
          terminating: false,
          zone: 'z1',
          pod: { name: 'logged' },
          node: { name: 'n1', presence: 'NOT_CAPTURED' },
        },
        { ...none, addresses: ['10.0.0.2'], ready: false, serving: true, terminating: true, pod: { name: 'silent' } },
        { ...none, addresses: ['192.0.2.1'], ready: true, serving: true, terminating: false },
        { ...none, addresses: ['10.0.0.9'], ready: true, serving: true, terminating: false },
      ],
    },
    empty: { endpoints: [] },
  });
});

test('replicas: counts that are not written are zero, desired is one', async () => {
  const replicas = 'replicas { desired current ready updated available }';
  expect(
    await dataOf(
      api,
      `{ deployment(namespace: "ns", name: "deployed") { ${replicas} } daemonSet(namespace: "ns", name: "everywhere") { ${replicas} } }`,
    ),
  ).toEqual({
    deployment: { replicas: { desired: 1, current: 3, ready: 2, updated: 1, available: 0 } },
    daemonSet: { replicas: { desired: 4, current: 4, ready: 3, updated: 0, available: 0 } },
  });
});

test('events: of an object those about itself, and an Event says whether it is about an earlier one', async () => {
  const query =
    '{ events { items { name count firstAt lastAt component formerIncarnation object { name } } } pod(namespace: "ns", name: "logged") { events { items { name } } } }';
  expect(await dataOf(api, query)).toEqual({
    events: {
      items: [
        {
          name: 'about',
          count: 3,
          firstAt: '2026-01-01T00:01:00Z',
          lastAt: '2026-01-01T00:02:00Z',
          component: null,
          formerIncarnation: false,
          object: { name: 'logged' },
        },
        {
          name: 'anonymous',
          count: 1,
          firstAt: null,
          lastAt: '2026-01-01T00:02:30Z',
          component: null,
          formerIncarnation: null,
          object: { name: 'logged' },
        },
        {
          name: 'former',
          count: 1,
          firstAt: '2026-01-01T00:03:00.123Z',
          lastAt: '2026-01-01T00:03:00.123Z',
          component: 'kubelet',
          formerIncarnation: true,
          object: null,
        },
      ],
    },
    pod: { events: { items: [{ name: 'about' }, { name: 'anonymous' }] } },
  });
});
