/** A small cluster written by hand, for what the demo does not show: a whole capture of it, and one that was broken off. */
import { type Api, createApi } from '../../../src/api/create-api.ts';
import type { JsonObject, LogChunk } from '../../../src/records/record.ts';
import { importObjects } from '../imported.ts';

const namespaced = (kind: string, resource: string, group = '', version = 'v1') => ({ kind, resource, group, version, namespaced: true });
const resources = [
  namespaced('Pod', 'pods'),
  namespaced('Service', 'services'),
  namespaced('Event', 'events'),
  namespaced('EndpointSlice', 'endpointslices', 'discovery.k8s.io'),
  namespaced('Deployment', 'deployments', 'apps'),
  namespaced('DaemonSet', 'daemonsets', 'apps'),
  { kind: 'Node', resource: 'nodes', group: '', version: 'v1', namespaced: false, outcome: 'denied' as const },
  { ...namespaced('Endpoints', 'endpoints'), outcome: 'partial' as const },
];

const meta = (name: string, more: JsonObject = {}): JsonObject => ({ name, namespace: 'ns', uid: `uid-${name}`, ...more });
const target = (name: string): JsonObject => ({ kind: 'Pod', namespace: 'ns', name, uid: `uid-${name}` });

function pod(name: string, status: JsonObject, spec: JsonObject = { nodeName: 'n1' }): JsonObject {
  return { apiVersion: 'v1', kind: 'Pod', metadata: meta(name), spec: { containers: [{ name: 'main', image: 'app:1' }], ...spec }, status };
}

function slice(name: string, service: string, endpoints: JsonObject[] | null): JsonObject {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: meta(name, { labels: { 'kubernetes.io/service-name': service } }),
    addressType: 'IPv4',
    endpoints,
  };
}

function service(name: string, spec: JsonObject): JsonObject {
  return { apiVersion: 'v1', kind: 'Service', metadata: meta(name), spec };
}

const restarted = {
  name: 'main',
  restartCount: 2,
  state: { running: { startedAt: '2026-01-01T00:10:00Z' } },
  lastState: { terminated: { exitCode: 137, reason: 'OOMKilled', finishedAt: '2026-01-01T00:09:00Z' } },
};
const objects: JsonObject[] = [
  pod('logged', {
    phase: 'Running',
    qosClass: 'Burstable',
    podIP: '10.0.0.1',
    startTime: '2026-01-01T00:00:00Z',
    containerStatuses: [restarted],
  }),
  pod('unscheduled', { phase: 'Pending' }, {}),
  pod('silent', { phase: 'Running', containerStatuses: [{ name: 'main', restartCount: 0, state: { running: {} } }] }),
  service('dual', { clusterIP: '10.1.0.1', selector: { app: 'x' } }),
  service('bare', { clusterIP: 'None' }),
  service('outside', { type: 'ExternalName', externalName: 'example.com' }),
  slice('dual-4', 'dual', [
    { addresses: ['10.0.0.1'], targetRef: target('logged'), nodeName: 'n1', zone: 'z1' },
    { addresses: ['10.0.0.2'], conditions: { ready: false, serving: true, terminating: true }, targetRef: target('silent') },
    { addresses: ['192.0.2.1'], conditions: { ready: true } },
    { addresses: ['10.0.0.9'], targetRef: { ...target('unscheduled'), uid: 'uid-of-an-earlier-one' } },
  ]),
  slice('dual-6', 'dual', [{ addresses: ['fd00::1'], targetRef: target('logged'), nodeName: 'n1' }]),
  slice('empty', 'bare', null),
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: meta('deployed'),
    spec: {},
    status: { replicas: 3, readyReplicas: 2, updatedReplicas: 1 },
  },
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: meta('everywhere'),
    spec: {},
    status: { desiredNumberScheduled: 4, currentNumberScheduled: 4, numberReady: 3 },
  },
  event('about', { uid: 'uid-logged' }, { count: 3, firstTimestamp: '2026-01-01T00:01:00Z', lastTimestamp: '2026-01-01T00:02:00Z' }),
  event('anonymous', {}, { count: 1, lastTimestamp: '2026-01-01T00:02:30Z' }),
  event('former', { uid: 'uid-of-an-earlier-one' }, { eventTime: '2026-01-01T00:03:00.123456Z', reportingComponent: 'kubelet' }),
];

function event(name: string, object: JsonObject, more: JsonObject): JsonObject {
  const involvedObject = { kind: 'Pod', apiVersion: 'v1', namespace: 'ns', name: 'logged', ...object };
  return {
    apiVersion: 'v1',
    kind: 'Event',
    metadata: meta(name),
    involvedObject,
    type: 'Warning',
    reason: 'BackOff',
    message: 'Back-off',
    ...more,
  };
}

/** Of container main of Pod logged. */
export const LOG_LINES: readonly string[] = Array.from(
  { length: 40_000 },
  (_, index) =>
    `2026-01-01T00:${String(Math.floor(index / 1000)).padStart(2, '0')}:00.000000000Z line ${index + 1}${index % 100 === 99 ? ' error' : ''}`,
);

function logChunk(options: Partial<LogChunk> & { readonly text: string }): LogChunk {
  const { text, ...more } = options;
  const base = {
    type: 'log',
    snapshot: 0,
    namespace: 'ns',
    pod: 'logged',
    container: 'main',
    previous: false,
    part: 1,
    last: true,
    origin: { entry: 'logs' },
  } as const;
  return { ...base, chunk: Buffer.from(text), ...more };
}

export const LOG_TEXT: string = `${LOG_LINES.join('\n')}\n`;
const half = LOG_TEXT.lastIndexOf('\n', 700_000) + 1;
const records = [
  logChunk({ text: LOG_TEXT.slice(0, half), last: false, outcome: 'ok' }),
  logChunk({ text: LOG_TEXT.slice(half), part: 2, outcome: 'ok' }),
  logChunk({ text: '', previous: true, part: 0, outcome: 'denied', message: 'no access' }),
];

export interface Crafted {
  readonly api: Api;
  close(): void;
}

export async function craftedApi(): Promise<Crafted> {
  const whole = await importObjects({ objects, resources, records });
  const broken = await importObjects({ objects, resources, finished: false, name: 'broken' });
  return {
    api: createApi({ snapshots: [whole.reader, broken.reader], defaultSnapshot: 'test' }),
    close: () => {
      whole.close();
      broken.close();
    },
  };
}
