/** Facts of the truth files that no question of test/truth asks for yet: counted from the captured objects themselves. */

import { countBy } from '../../../truth/facts/count.ts';
import { POINTER_SECTIONS } from '../../../truth/pointer-sections.ts';
import type { Pointer } from '../../../truth/pointers.ts';
import { field } from '../field.ts';
import { type Captured, type CapturedObject, nameOf } from './captured.ts';

export interface FurtherFact {
  /** Dotted path in the truth file. */
  readonly section: string;
  readonly find: (captured: Captured, pointers: readonly Pointer[]) => unknown;
}

export const FURTHER_FACTS: readonly FurtherFact[] = [
  { section: 'bundle.manifest', find: ({ finished }) => finished },
  { section: 'bundle.logFiles', find: ({ logs }) => logs.filter(({ outcome }) => outcome === 'ok').length },
  { section: 'bundle.previousLogFiles', find: ({ logs }) => logs.filter(({ outcome, previous }) => outcome === 'ok' && previous).length },
  { section: 'outcomes', find: ({ outcomes }) => countBy(outcomes, ({ outcome }) => outcome) },
  {
    section: 'notOkOutcomes',
    find: ({ outcomes }) =>
      outcomes
        .filter(({ outcome }) => outcome !== 'ok')
        .map(({ group, resource, namespace, outcome, httpStatus = null }) => ({ group, resource, namespace, outcome, httpStatus })),
  },
  {
    section: 'ownerReferences.objectsWithSeveralOwners',
    find: ({ objects }) => objects.filter((object) => list(object, 'metadata', 'ownerReferences').length > 1).length,
  },
  {
    section: 'services.withoutSelector',
    find: (captured) =>
      ofKind(captured, 'Service').filter((service) => Object.keys(field(service, 'spec', 'selector') ?? {}).length === 0).length,
  },
  { section: 'endpointSlices.withServiceLabel', find: (captured) => servicesOfSlices(captured).length },
  {
    section: 'endpointSlices.servicesWithSeveralSlices',
    find: (captured) => Object.values(countBy(servicesOfSlices(captured), (service) => service)).filter((slices) => slices > 1).length,
  },
  {
    section: 'endpointSlices.readyAbsentMeansTrue',
    find: (captured) =>
      ofKind(captured, 'EndpointSlice')
        .flatMap((slice) => list(slice, 'endpoints'))
        .filter((endpoint) => field(endpoint, 'conditions', 'ready') === undefined).length,
  },
  { section: 'podReferences.byWay', find: (_, pointers) => countBy(pointersOfSections(pointers, 'podReferences.'), wayOf) },
  { section: 'templateReferences.byWay', find: (_, pointers) => countBy(pointersOfSections(pointers, 'templateReferences.'), wayOf) },
  { section: 'storage.pvcPhase', find: (captured) => countBy(ofKind(captured, 'PersistentVolumeClaim'), phaseOf) },
  { section: 'storage.pvPhase', find: (captured) => countBy(ofKind(captured, 'PersistentVolume'), phaseOf) },
  {
    section: 'rbac.aggregatedClusterRoles',
    find: (captured) => ofKind(captured, 'ClusterRole').filter((role) => field(role, 'aggregationRule') !== undefined).length,
  },
  { section: 'podDisruptionBudgets.disruptionsAllowed0', find: allowNoDisruption },
  { section: 'deletion.terminatingTotal', find: ({ objects }) => objects.filter(isTerminating).length },
  { section: 'deletion.foregroundBlockers', find: foregroundBlockers },
  { section: 'deletion.pvcProtectionBlockers', find: claimHolders },
  { section: 'deletion.namespaceRemaining', find: leftInNamespaces },
];

function ofKind({ objects }: Captured, kind: string): readonly CapturedObject[] {
  return objects.filter((object) => object.kind === kind);
}

function list(value: unknown, ...path: readonly string[]): readonly unknown[] {
  return (field(value, ...path) ?? []) as readonly unknown[];
}

function phaseOf(object: CapturedObject): string | null {
  return (field(object, 'status', 'phase') ?? null) as string | null;
}

function isTerminating(object: CapturedObject): boolean {
  return field(object, 'metadata', 'deletionTimestamp') !== undefined;
}

function servicesOfSlices(captured: Captured): readonly string[] {
  return ofKind(captured, 'EndpointSlice').flatMap((slice) => {
    const service = field(slice, 'metadata', 'labels', 'kubernetes.io/service-name');
    return service === undefined ? [] : [`${slice.metadata.namespace}/${service}`];
  });
}

function pointersOfSections(pointers: readonly Pointer[], start: string): readonly Pointer[] {
  return POINTER_SECTIONS.filter(({ section }) => section.startsWith(start)).flatMap(({ kinds, counts }) =>
    pointers.filter((pointer) => kinds.includes(pointer.source.kind) && counts(pointer)),
  );
}

const WAYS: readonly (readonly [RegExp, string])[] = [
  [/initContainers\[.*\.env\[/, 'env (init)'],
  [/containers\[.*\.env\[/, 'env'],
  [/containers\[.*\.envFrom\[/, 'envFrom'],
  [/volumes\[.*\.projected\./, 'projected'],
  [/volumes\[/, 'volume'],
  [/imagePullSecrets\[/, 'imagePullSecret'],
  [/serviceAccountName$/, 'serviceAccount'],
];

function wayOf({ target, path }: Pointer): string {
  return `${target.kind} ${WAYS.find(([pattern]) => pattern.test(path))?.[1] ?? path}`;
}

function allowNoDisruption(captured: Captured): readonly string[] {
  return ofKind(captured, 'PodDisruptionBudget')
    .filter((budget) => field(budget, 'status', 'disruptionsAllowed') === 0)
    .map(nameOf);
}

/** By each owner that is deleted in the foreground. */
function foregroundBlockers({ objects }: Captured): Record<string, readonly string[]> {
  const owners = objects.filter((object) => list(object, 'metadata', 'finalizers').includes('foregroundDeletion'));
  const isHeldBy = (object: CapturedObject, { metadata: { uid } }: CapturedObject): boolean =>
    list(object, 'metadata', 'ownerReferences').some((owner) => field(owner, 'uid') === uid && field(owner, 'blockOwnerDeletion') === true);
  return byName(owners, (owner) => objects.filter((object) => isHeldBy(object, owner)).map(nameOf));
}

/** By each claim that is being deleted. */
function claimHolders(captured: Captured): Record<string, readonly string[]> {
  const holds = (pod: CapturedObject, { metadata: { namespace, name } }: CapturedObject): boolean =>
    pod.metadata.namespace === namespace &&
    list(pod, 'spec', 'volumes').some((volume) => field(volume, 'persistentVolumeClaim', 'claimName') === name);
  return byName(ofKind(captured, 'PersistentVolumeClaim').filter(isTerminating), (claim) =>
    ofKind(captured, 'Pod')
      .filter((pod) => holds(pod, claim))
      .map((pod) => `${nameOf(pod)} (${phaseOf(pod)})`),
  );
}

/** By each namespace that is being deleted. */
function leftInNamespaces(captured: Captured): Record<string, readonly string[]> {
  return byName(ofKind(captured, 'Namespace').filter(isTerminating), ({ metadata: { name } }) =>
    captured.objects.filter(({ kind, metadata }) => metadata.namespace === name && kind !== 'Event').map(nameOf),
  );
}

function byName(
  objects: readonly CapturedObject[],
  value: (object: CapturedObject) => readonly string[],
): Record<string, readonly string[]> {
  return Object.fromEntries(objects.map((object) => [nameOf(object), value(object)]));
}
