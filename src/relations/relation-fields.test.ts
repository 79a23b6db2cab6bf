import { describe, expect, test } from 'vitest';
import { builtInKind } from '../kube/built-in-kinds.ts';
import { canonicalKind } from '../kube/canonical-kind.ts';
import { type KindKey, kindName } from '../kube/kind.ts';
import { wellKnownKinds } from '../kube/well-known-kinds.ts';
import { createExtractor } from './extractor.ts';
import type { Hop, Walk } from './field.ts';
import { relationFields } from './relation-fields.ts';
import { templateHolders } from './template-holders.ts';

const fields = relationFields();

/** The GraphQL contract, §3, less what the api makes itself; `one` behind those that are no lists. */
const CONTRACT: Record<string, string> = {
  Service: 'endpointSlices pods nodes ingresses endpointsObject:one',
  'EndpointSlice.discovery.k8s.io': 'service:one',
  Pod: 'node:one services endpointSlices serviceAccount:one configMaps secrets persistentVolumeClaims workload:one networkPolicies podDisruptionBudgets',
  Node: 'pods services lease:one volumeAttachments',
  'Deployment.apps': 'replicaSets pods services horizontalPodAutoscalers',
  'ReplicaSet.apps': 'deployment:one pods',
  'StatefulSet.apps': 'pods service:one persistentVolumeClaims',
  'DaemonSet.apps': 'pods',
  'Job.batch': 'pods cronJob:one',
  'CronJob.batch': 'jobs',
  PersistentVolumeClaim: 'persistentVolume:one storageClass:one pods',
  PersistentVolume: 'persistentVolumeClaim:one storageClass:one volumeAttachments',
  'Ingress.networking.k8s.io': 'services ingressClass:one secrets',
  'HorizontalPodAutoscaler.autoscaling': 'target:one',
  'PodDisruptionBudget.policy': 'pods',
  'NetworkPolicy.networking.k8s.io': 'pods',
  ConfigMap: 'pods workloads',
  Secret: 'pods workloads',
  ServiceAccount: 'pods roleBindings clusterRoleBindings',
  'RoleBinding.rbac.authorization.k8s.io': 'role:one subjects',
  'ClusterRoleBinding.rbac.authorization.k8s.io': 'role:one subjects',
  Event: 'object:one relatedObject:one',
  Endpoints: 'service:one pods nodes',
  'StorageClass.storage.k8s.io': 'persistentVolumeClaims persistentVolumes',
  'IngressClass.networking.k8s.io': 'ingresses',
  'Role.rbac.authorization.k8s.io': 'roleBindings',
  'ClusterRole.rbac.authorization.k8s.io': 'roleBindings clusterRoleBindings',
  'PriorityClass.scheduling.k8s.io': 'pods workloads',
};

describe.each(Object.entries(CONTRACT))('%s has', (kind, names) => {
  test.each(names.split(' '))('%s', (spelled) => {
    const [name, one] = spelled.split(':');
    expect(fields.filter((field) => kindName(field.on) === kind && field.name === name).map((field) => field.one)).toEqual([one === 'one']);
  });
});

test('a kind has a field of a name once', () => {
  const names = fields.map(({ on, name }) => `${kindName(on)}.${name}`);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test('one field name has one response shape on all kinds, so that fragments on different kinds merge', () => {
  const shapes = new Map<string, Set<boolean>>();
  for (const { name, one } of fields) shapes.set(name, (shapes.get(name) ?? new Set()).add(one));
  expect([...shapes].filter(([, kinds]) => kinds.size > 1)).toEqual([]);
});

/** Fields of every object, curated fields and those that the api makes itself: they have shapes of their own. */
const TAKEN =
  `id uid apiVersion group kind name namespace presence labels label annotations annotation createdAt deletionTimestamp json yaml conditions
  health owners ownerChain dependents descendants finalizers deletion events references referencedBy related findings snapshot spec status metadata
  phase reason ready restarts qosClass podIP startedAt unschedulable allocation type clusterIP endpointCounts replicas message count firstAt lastAt
  component formerIncarnation endpoints containers objects instances namespaceObject`.split(/\s+/);

test('no relation field takes the name of another field', () => {
  expect(fields.filter(({ name }) => TAKEN.includes(name))).toEqual([]);
});

test('a list is named in the plural, or as the contract says where the plural is taken', () => {
  const lists = fields.filter(({ one }) => !one).map(({ name }) => name);
  expect(lists.filter((name) => !/(s|es|List|reservedFor)$/.test(name))).toEqual([]);
});

test('every kind is a built-in one or has a name of its own in GraphQL, and is canonical', () => {
  const wellKnown = new Set(wellKnownKinds.map(kindName));
  for (const { on, to, walk } of fields) {
    for (const kind of [on, ...(to === null ? [] : [to]), ...hopsOf(walk).flatMap((hop) => hop.kinds ?? [])]) {
      if (kind.group === 'external') continue;
      expect(builtInKind(kind) !== undefined || wellKnown.has(kindName(kind)), kindName(kind)).toBe(true);
      expect(canonicalKind(kind.group, kind.kind)).toEqual(kind);
    }
  }
});

test('every step follows a relation that the extractor knows', () => {
  const relations = new Set(createExtractor().relations.map(({ relation }) => relation));
  const unknown = fields.flatMap(({ walk }) => hopsOf(walk).filter((hop) => !relations.has(hop.relation)));
  expect(unknown).toEqual([]);
  for (const { walk } of fields) for (const relation of selectingOf(walk)) expect(relations).toContain(relation);
});

test('ConfigMap.pods lists Pods, ConfigMap.workloads those whose template names it', () => {
  const walkOf = (name: string): Walk | undefined =>
    fields.find((field) => kindName(field.on) === 'ConfigMap' && field.name === name)?.walk;
  expect(walkOf('pods')).toEqual({ hops: [{ relation: 'pod-config-map', direction: 'reverse', kinds: [{ group: '', kind: 'Pod' }] }] });
  const templates = hopsOf(walkOf('workloads') ?? { hops: [] }).flatMap(({ kinds = [] }) => kinds.map(kindName));
  expect(templates).toEqual([
    'Deployment.apps',
    'ReplicaSet.apps',
    'StatefulSet.apps',
    'DaemonSet.apps',
    'ReplicationController',
    'Job.batch',
    'CronJob.batch',
    'PodTemplate',
    ...new Set(templateHolders.map(({ kind }) => kindName(kind))),
  ]);
});

test('rules that name the same field are one walk', () => {
  const field = (kind: string, name: string) => fields.find(({ on, name: other }) => on.kind === kind && other === name);
  expect(field('StatefulSet', 'persistentVolumeClaims')?.walk).toMatchObject({
    union: [{ hops: [{ relation: 'pod-persistent-volume-claim' }] }, { hops: [{ relation: 'stateful-set-claim' }] }],
  });
  expect(field('ServiceAccount', 'roleBindings')?.walk).toMatchObject({
    union: [{ hops: [{ relation: 'binding-subject' }] }, { hops: [{ relation: 'binding-user-service-account' }] }],
  });
  expect(field('RoleBinding', 'subjects')).toMatchObject({ to: null, walk: { hops: [{ relation: 'binding-subject' }] } });
  expect(hopsOf(field('RoleBinding', 'subjects')?.walk ?? { hops: [] })[0]?.kinds?.map((kind: KindKey) => kind.kind)).toEqual([
    'ServiceAccount',
    'User',
    'Group',
  ]);
});

test('a pod is reached from its service as the service from its pod', () => {
  const walk = (kind: string, name: string): Walk =>
    fields.find(({ on, name: other }) => on.kind === kind && other === name)?.walk ?? { hops: [] };
  const steps = (of: Walk, direction: Hop['direction']): string[] =>
    hopsOf(of)
      .map((hop) => `${hop.relation} ${hop.direction === direction}`)
      .sort();
  expect(steps(walk('Service', 'pods'), 'forward')).toEqual(steps(walk('Pod', 'services'), 'reverse'));
  expect(steps(walk('Service', 'nodes'), 'forward')).toEqual(steps(walk('Node', 'services'), 'reverse'));
});

function hopsOf(walk: Walk): readonly Hop[] {
  if ('hops' in walk) return walk.hops;
  if ('union' in walk) return walk.union.flatMap(hopsOf);
  if ('closure' in walk) return [walk.closure];
  if ('whenSelecting' in walk) return [...hopsOf(walk.then), ...hopsOf(walk.otherwise)];
  return hopsOf(walk.walk);
}

function selectingOf(walk: Walk): readonly string[] {
  if ('union' in walk) return walk.union.flatMap(selectingOf);
  if ('whenSelecting' in walk) return [walk.whenSelecting];
  return 'keepSelecting' in walk ? [walk.keepSelecting] : [];
}
