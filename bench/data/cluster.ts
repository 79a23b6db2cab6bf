/** A whole cluster, one resource after the other, as the objects that a capture lists. Deterministic for a number of objects. */
import { addressOf } from './identity.ts';
import { type App, podName } from './names.ts';
import { type Endpoint, endpointSliceObject, endpointsObject, ingressObject, serviceObject } from './network-objects.ts';
import {
  configMapObject,
  eventObject,
  leaseObject,
  namespaceObject,
  nodeObject,
  secretObject,
  serviceAccountObject,
} from './other-objects.ts';
import { shapeOf } from './shape.ts';
import { deploymentObject, podObject, replicaSetObject } from './workload-objects.ts';

export interface ResourceObjects {
  readonly group: string;
  readonly version: string;
  readonly resource: string;
  readonly kind: string;
  readonly namespaced: boolean;
  readonly objects: () => Iterable<unknown>;
}

/** The namespace and the Service that the queries of the benchmark ask about. */
export const QUESTION = { namespace: 'team-000', service: 'app-00' } as const;

export function clusterOf(objects: number): readonly ResourceObjects[] {
  const shape = shapeOf(objects);
  const namespaces = range(shape.namespaces).map((n) => `team-${String(n).padStart(3, '0')}`);
  const nodes = range(shape.nodes).map((n) => `worker-${String(n).padStart(4, '0')}`);
  const apps = function* (): Iterable<App> {
    let index = 0;
    for (const namespace of namespaces) {
      for (const n of range(shape.deploymentsPerNamespace)) yield { namespace, name: `app-${String(n).padStart(2, '0')}`, index: index++ };
    }
  };
  const perApp = (make: (app: App) => Iterable<unknown>) =>
    function* (): Iterable<unknown> {
      for (const app of apps()) yield* make(app);
    };
  const revision = shape.oldReplicaSetsPerDeployment;
  const ordinalOf = (app: App, pod: number): number => app.index * shape.podsPerDeployment + pod;
  const nodeOf = (app: App, pod: number): string => nodes[(ordinalOf(app, pod) * 7) % nodes.length] ?? 'worker-0000';
  const pods = range(shape.podsPerDeployment);
  const endpoints = (app: App): Endpoint[] =>
    pods.map((pod) => ({ pod: podName(app, revision, pod), node: nodeOf(app, pod), address: addressOf(ordinalOf(app, pod)) }));
  const events = Math.round(shape.podsPerDeployment * shape.eventsPerPod);
  return [
    cluster('', 'v1', 'namespaces', 'Namespace', () => [...namespaces, 'kube-node-lease'].map(namespaceObject)),
    cluster('', 'v1', 'nodes', 'Node', () => nodes.map(nodeObject)),
    namespaced(
      '',
      'v1',
      'events',
      'Event',
      perApp((app) =>
        range(events).map((index) => {
          const pod = index % shape.podsPerDeployment;
          return eventObject({ namespace: app.namespace, pod: podName(app, revision, pod), index, node: nodeOf(app, pod) });
        }),
      ),
    ),
    namespaced(
      '',
      'v1',
      'pods',
      'Pod',
      perApp((app) => pods.map((pod) => podObject({ app, revision, pod, ordinal: ordinalOf(app, pod), node: nodeOf(app, pod) }))),
    ),
    namespaced('', 'v1', 'configmaps', 'ConfigMap', function* () {
      for (const namespace of namespaces) yield configMapObject(namespace, 'kube-root-ca.crt');
      yield* perApp((app) => range(shape.configMapsPerDeployment).map((n) => configMapObject(app.namespace, `${app.name}-config-${n}`)))();
    }),
    namespaced('', 'v1', 'secrets', 'Secret', function* () {
      for (const namespace of namespaces) yield secretObject(namespace, 'registry-pull');
      yield* perApp((app) => range(shape.secretsPerDeployment).map((n) => secretObject(app.namespace, `${app.name}-secret-${n}`)))();
    }),
    namespaced(
      '',
      'v1',
      'serviceaccounts',
      'ServiceAccount',
      perApp((app) => [serviceAccountObject(app.namespace, app.name)]),
    ),
    namespaced(
      '',
      'v1',
      'services',
      'Service',
      perApp((app) => [serviceObject(app)]),
    ),
    namespaced(
      '',
      'v1',
      'endpoints',
      'Endpoints',
      perApp((app) => [endpointsObject(app, endpoints(app))]),
    ),
    namespaced(
      'apps',
      'v1',
      'deployments',
      'Deployment',
      perApp((app) => [deploymentObject(app, shape.podsPerDeployment, revision)]),
    ),
    namespaced(
      'apps',
      'v1',
      'replicasets',
      'ReplicaSet',
      perApp((app) => range(revision + 1).map((r) => replicaSetObject(app, r, r === revision ? shape.podsPerDeployment : 0))),
    ),
    namespaced('coordination.k8s.io', 'v1', 'leases', 'Lease', () => nodes.map(leaseObject)),
    namespaced(
      'discovery.k8s.io',
      'v1',
      'endpointslices',
      'EndpointSlice',
      perApp((app) => [endpointSliceObject(app, endpoints(app))]),
    ),
    namespaced(
      'networking.k8s.io',
      'v1',
      'ingresses',
      'Ingress',
      perApp((app) => (app.index % 4 === 0 ? [ingressObject(app)] : [])),
    ),
  ];
}

function cluster(group: string, version: string, resource: string, kind: string, objects: () => Iterable<unknown>): ResourceObjects {
  return { group, version, resource, kind, namespaced: false, objects };
}

function namespaced(group: string, version: string, resource: string, kind: string, objects: () => Iterable<unknown>): ResourceObjects {
  return { group, version, resource, kind, namespaced: true, objects };
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
