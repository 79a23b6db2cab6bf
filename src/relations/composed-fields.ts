/**
 * Relation fields that take more than one step; those of one step come from the rules.
 * Namespace.objects, CustomResourceDefinition.instances, namespaceObject of every namespaced kind, Pod.containers and
 * EndpointSlice.endpoints follow no reference, or need each pointer by itself: they are the api's own.
 */
import type { KindKey } from '../kube/kind.ts';
import type { Hop, Walk, WalkField } from './field.ts';
import {
  controllerRevision,
  cronJob,
  daemonSet,
  deployment,
  endpointSlice,
  job,
  node,
  pod,
  replicaSet,
  replicationController,
  service,
  statefulSet,
  workloadKinds,
} from './kinds.ts';
import { cloneSet, deploymentConfig, kruiseDaemonSet, kruiseStatefulSet, rollout, volcanoJob } from './rules/custom-workload-kinds.ts';

const down = (kind: KindKey): Hop => ({ relation: 'owner', direction: 'reverse', kinds: [kind], controllersOnly: true });
const up = (kind: KindKey): Hop => ({ relation: 'owner', direction: 'forward', kinds: [kind], controllersOnly: true });

const slicesOfService: Hop = { relation: 'endpoint-slice-service', direction: 'reverse', kinds: [endpointSlice] };
const serviceOfSlice: Hop = { relation: 'endpoint-slice-service', direction: 'forward', kinds: [service] };
const podsOfSlice: Hop = { relation: 'endpoint-slice-target', direction: 'forward', kinds: [pod] };
const slicesOfPod: Hop = { relation: 'endpoint-slice-target', direction: 'reverse', kinds: [endpointSlice] };
const nodesOfSlice: Hop = { relation: 'endpoint-slice-node', direction: 'forward', kinds: [node] };
const slicesOfNode: Hop = { relation: 'endpoint-slice-node', direction: 'reverse', kinds: [endpointSlice] };

/** How a workload reaches its pods: through controllers, never by selector. */
const podsOf: readonly { readonly on: KindKey; readonly hops: readonly Hop[] }[] = [
  { on: deployment, hops: [down(replicaSet), down(pod)] },
  { on: cronJob, hops: [down(job), down(pod)] },
  ...[replicaSet, statefulSet, daemonSet, replicationController, job].map((on) => ({ on, hops: [down(pod)] })),
];

/** Custom workloads; of others a label says whose pods they are. */
const podsOfCustom: typeof podsOf = [
  { on: rollout, hops: [down(replicaSet), down(pod)] },
  { on: deploymentConfig, hops: [down(replicationController), down(pod)] },
  ...[cloneSet, kruiseStatefulSet, kruiseDaemonSet, volcanoJob].map((on) => ({ on, hops: [down(pod)] })),
];

const controllers = 'Kubernetes: workload controllers own what they make, by an owner reference with controller: true';
const endpointsSource = 'Kubernetes: EndpointSlices say what stands behind a Service';

export const composedFields: readonly WalkField[] = [
  {
    on: service,
    name: 'pods',
    one: false,
    to: pod,
    walk: {
      whenSelecting: 'service-pod',
      // biome-ignore lint/suspicious/noThenProperty: a walk is data and never awaited
      then: { hops: [{ relation: 'service-pod', direction: 'forward', kinds: [pod] }] },
      otherwise: { hops: [slicesOfService, podsOfSlice] },
    },
    description: 'The pods that its selector selects; of a Service without a selector, those that its EndpointSlices name.',
    source: 'core/v1 ServiceSpec.selector; discovery/v1 Endpoint.targetRef',
  },
  {
    on: service,
    name: 'nodes',
    one: false,
    to: node,
    walk: { hops: [slicesOfService, nodesOfSlice] },
    description: 'The nodes of its endpoints, each once.',
    source: 'discovery/v1 Endpoint.nodeName',
  },
  {
    on: pod,
    name: 'services',
    one: false,
    to: service,
    walk: servicesOfPods([]),
    description: 'The Services whose selector selects it, and those without a selector whose EndpointSlices name it.',
    source: endpointsSource,
  },
  {
    on: pod,
    name: 'workload',
    one: true,
    to: null,
    walk: { closure: { relation: 'owner', direction: 'forward' }, kinds: workloadKinds, controllersOnly: true, topmost: true },
    description: 'The topmost of the built-in workloads that control it: the Deployment, not its ReplicaSet.',
    source: controllers,
  },
  {
    on: node,
    name: 'services',
    one: false,
    to: service,
    walk: { hops: [slicesOfNode, serviceOfSlice] },
    description: 'The Services that have an endpoint on this node.',
    source: 'discovery/v1 Endpoint.nodeName',
  },
  ...[...podsOf, ...podsOfCustom].map(({ on, hops }): WalkField => {
    return { on, name: 'pods', one: false, to: pod, walk: { hops }, description: 'The pods that it controls.', source: controllers };
  }),
  ...podsOf.map(({ on, hops }): WalkField => {
    const description = 'The Services in front of its pods, and those that select what its pod template makes, though it has no pods.';
    return { on, name: 'services', one: false, to: service, walk: servicesOfWorkload(hops), description, source: endpointsSource };
  }),
  ...ownedFields([
    { on: deployment, name: 'replicaSets', to: replicaSet },
    { on: rollout, name: 'replicaSets', to: replicaSet },
    { on: deploymentConfig, name: 'replicationControllers', to: replicationController },
    { on: cronJob, name: 'jobs', to: job },
    { on: statefulSet, name: 'controllerRevisions', to: controllerRevision },
    { on: daemonSet, name: 'controllerRevisions', to: controllerRevision },
  ]),
  ...controllerFields([
    { on: replicaSet, name: 'deployment', to: deployment },
    { on: job, name: 'cronJob', to: cronJob },
  ]),
];

/** From pods, reached by these hops, to the Services in front of them: the mirror of Service.pods. */
function servicesOfPods(hops: readonly Hop[]): Walk {
  return {
    union: [
      { hops: [...hops, { relation: 'service-pod', direction: 'reverse', kinds: [service] }] },
      { walk: { hops: [...hops, slicesOfPod, serviceOfSlice] }, keepSelecting: 'service-pod', selecting: false },
    ],
  };
}

/** A workload that is scaled to zero has no pods, and its Services all the same. */
function servicesOfWorkload(hops: readonly Hop[]): Walk {
  const byTemplate: Hop = { relation: 'service-workload', direction: 'reverse', kinds: [service] };
  return { union: [servicesOfPods(hops), { hops: [byTemplate] }] };
}

function ownedFields(fields: readonly { readonly on: KindKey; readonly name: string; readonly to: KindKey }[]): WalkField[] {
  return fields.map((field) => ({
    ...field,
    one: false,
    walk: { hops: [down(field.to)] },
    description: `Each ${field.to.kind} that it controls.`,
    source: controllers,
  }));
}

function controllerFields(fields: readonly { readonly on: KindKey; readonly name: string; readonly to: KindKey }[]): WalkField[] {
  return fields.map((field) => ({
    ...field,
    one: true,
    walk: { hops: [up(field.to)] },
    description: `The ${field.to.kind} that controls it.`,
    source: controllers,
  }));
}
