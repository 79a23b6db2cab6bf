/** The demo bundles against what another program counted in them: a row each. */
import { beforeAll, describe, expect, test } from 'vitest';
import { demoObjects, demoTruth } from '../../test/support/demo-objects.ts';
import { kindName } from '../kube/kind.ts';
import { matchesRequirements } from '../kube/label-selector.ts';
import { createExtractor, type ExtractorInput } from './extractor.ts';
import { type Extraction, type ReferenceDraft, ReferenceFlag } from './rule.ts';

interface Found extends ExtractorInput {
  readonly extraction: Extraction;
}

const isWritten = (draft: ReferenceDraft): boolean => (draft.flags & ReferenceFlag.defaulted) === 0;
const targets = ['ConfigMap', 'Secret', 'PersistentVolumeClaim', 'ServiceAccount'] as const;

/** What the truth file counts, and the pointers that it means. */
const counts: readonly (readonly [path: string, counted: (draft: ReferenceDraft, source: Found) => boolean])[] = [
  ['ownerReferences.refs', ({ relation }) => relation === 'owner'],
  ['ownerReferences.controller', ({ flags }) => (flags & ReferenceFlag.controller) !== 0],
  ['ownerReferences.blockOwnerDeletion', ({ flags }) => (flags & ReferenceFlag.blockOwnerDeletion) !== 0],
  ['pods.node.refs', ({ relation }) => relation === 'pod-node'],
  ...targets.flatMap(
    (kind) =>
      [
        [`podReferences.${kind}.refs`, (draft, { key }) => isOfPodSpec(draft, kind) && key.kind === 'Pod'],
        [`templateReferences.${kind}.refs`, (draft, { key }) => isOfPodSpec(draft, kind) && key.kind !== 'Pod'],
      ] as const satisfies typeof counts,
  ),
  ['podPriorityClass.refs', ({ relation }, { key }) => relation === 'pod-priority-class' && key.kind === 'Pod'],
  ['endpointSlices.service.refs', ({ relation }) => relation === 'endpoint-slice-service'],
  ['endpointSlices.targetRefPod.refs', ({ relation, kind }) => relation === 'endpoint-slice-target' && kind === 'Pod'],
  ['endpointSlices.nodeName.refs', ({ relation }) => relation === 'endpoint-slice-node'],
  ['storage.pvcToPv.refs', ({ relation }) => relation === 'claim-volume'],
  ['storage.pvcToStorageClass.refs', ({ relation }) => relation === 'claim-storage-class'],
  ['storage.pvToClaim.refs', ({ relation }) => relation === 'volume-claim'],
  ['storage.pvToStorageClass.refs', ({ relation }) => relation === 'volume-storage-class'],
  ['events.object.refs', ({ relation }) => relation === 'event-object'],
  ['rbac.role.refs', ({ relation }) => relation === 'binding-role'],
  ['rbac.serviceAccountSubjects.refs', ({ relation, kind }) => relation === 'binding-subject' && kind === 'ServiceAccount'],
  ['rbac.subjectsByKind.User', ({ relation, kind }) => relation === 'binding-subject' && kind === 'User'],
  ['rbac.subjectsByKind.Group', ({ relation, kind }) => relation === 'binding-subject' && kind === 'Group'],
  ['ingress.service.refs', ({ relation }) => relation === 'ingress-service'],
  ['ingress.tlsSecret.refs', ({ relation }) => relation === 'ingress-tls-secret'],
  ['ingress.ingressClass.refs', ({ relation }) => relation === 'ingress-ingress-class'],
  ['hpaTarget.refs', ({ relation }) => relation === 'horizontal-pod-autoscaler-target'],
  ['webhookService.refs', ({ relation }) => relation === 'webhook-service'],
  ['apiServiceService.refs', ({ relation }) => relation === 'api-service-service'],
  ['statefulSetService.refs', ({ relation }) => relation === 'stateful-set-service'],
  ['serviceAccountSecrets.refs', ({ relation }) => relation === 'service-account-secret'],
  ['leaseNode.refs', ({ relation }) => relation === 'lease-node'],
  ['cronJobActive.refs', ({ relation }) => relation === 'cron-job-active-job'],
];

/** The truth's words for the paths of a pod's spec. */
const ways: readonly (readonly [way: string, path: RegExp])[] = [
  ['ConfigMap env', /\.containers\[\]\.env\[\]/],
  ['ConfigMap envFrom', /\.containers\[\]\.envFrom\[\]/],
  ['ConfigMap projected', /\.projected\./],
  ['ConfigMap volume', /\.volumes\[\]\.configMap\./],
  ['PersistentVolumeClaim volume', /\.persistentVolumeClaim\./],
  ['Secret env', /\.containers\[\]\.env\[\]/],
  ['Secret env (init)', /\.initContainers\[\]\.env\[\]/],
  ['Secret imagePullSecret', /\.imagePullSecrets\[\]/],
  ['Secret projected', /\.projected\./],
  ['Secret volume', /\.volumes\[\]\.secret\./],
  ['ServiceAccount serviceAccount', /\.serviceAccountName$/],
];

describe.each(['demo', 'demo-later', 'demo-partial', 'demo-broken-off'])('%s', (bundle) => {
  const truth = demoTruth(bundle);
  let found: readonly Found[] = [];

  beforeAll(async () => {
    const extractor = createExtractor();
    found = (await demoObjects(bundle)).map((input) => ({ ...input, extraction: extractor.extract(input) }));
  });

  const count = (counted: (draft: ReferenceDraft, source: Found) => boolean): number =>
    found.flatMap((source) => source.extraction.references.filter((draft) => counted(draft, source))).length;
  const ofKind = (kind: string): readonly Found[] => found.filter(({ key }) => key.kind === kind);

  test('every object was read', () => {
    expect(found).toHaveLength(Number(truth.at('objects.distinct')));
  });

  test.each(counts)('%s', (path, counted) => {
    expect(count(counted)).toBe(truth.at(path));
  });

  test.each(ways)('by way of %s', (way, path) => {
    const [kind = ''] = way.split(' ');
    const isWay = (draft: ReferenceDraft): boolean => isOfPodSpec(draft, kind) && path.test(draft.path);
    const inPods = truth.at('podReferences.byWay') as Record<string, number>;
    const inTemplates = truth.at('templateReferences.byWay') as Record<string, number>;
    expect(count((draft, { key }) => isWay(draft) && key.kind === 'Pod')).toBe(inPods[way] ?? 0);
    expect(count((draft, { key }) => isWay(draft) && key.kind !== 'Pod')).toBe(inTemplates[way] ?? 0);
  });

  /** Each source with the pods that its selectors select. */
  const selected = (relation: string): Record<string, number> =>
    Object.fromEntries(
      found.flatMap(({ key, namespace, name, extraction }) => {
        const [selector] = extraction.selectors.filter((draft) => draft.relation === relation);
        if (selector === undefined) return [];
        const pods = ofKind('Pod').filter(
          (pod) => pod.namespace === selector.namespace && matchesRequirements(labelsOf(pod), selector.requirements),
        );
        return [[`${key.kind}/${namespace}/${name}`, pods.length]];
      }),
    );
  const total = (pairs: Record<string, number>): number => Object.values(pairs).reduce((sum, pods) => sum + pods, 0);

  test('pods by selector', () => {
    const services = selected('service-pod');
    expect(Object.keys(services)).toHaveLength(Number(truth.at('services.withSelector')));
    expect(total(services)).toBe(truth.at('services.servicePodPairsBySelector'));
    expect(Object.values(services).filter((pods) => pods > 0)).toHaveLength(Number(truth.at('services.selectingAtLeastOnePod')));
    expect(selected('pod-disruption-budget-pod')).toEqual(truth.at('podDisruptionBudgets.each') || {});
    expect(selected('network-policy-pod')).toEqual(truth.at('networkPolicies.each') || {});
    expect(found.filter(({ extraction }) => extraction.selectors.some(({ kind }) => kind === 'ClusterRole'))).toHaveLength(
      Number(truth.at('rbac.aggregatedClusterRoles')),
    );
  });

  test('the claims of StatefulSets that are there, by reference and by name pattern', () => {
    const claims = ofKind('PersistentVolumeClaim').map((claim) => `PersistentVolumeClaim/${claim.namespace}/${claim.name}`);
    const pairs = (names: (source: Found) => readonly string[]): unknown =>
      ofKind('StatefulSet').flatMap((set) =>
        names(set)
          .filter((claim) => claims.includes(claim))
          .map((claim) => [`StatefulSet/${set.namespace}/${set.name}`, claim]),
      );
    const byReference = pairs(({ extraction }) =>
      extraction.references
        .filter(({ relation }) => relation === 'stateful-set-claim')
        .map((draft) => `${draft.kind}/${draft.namespace}/${draft.name}`),
    );
    const byPattern = pairs(({ namespace, extraction }) =>
      claims.filter((claim) =>
        (extraction.patterns ?? []).some(({ prefix }) => {
          const start = `PersistentVolumeClaim/${namespace}/${prefix}-`;
          return claim.startsWith(start) && /^[0-9]+$/.test(claim.slice(start.length));
        }),
      ),
    );
    expect(byReference).toEqual(truth.at('storage.statefulSetClaimByName'));
    expect(byPattern).toEqual(truth.at('storage.statefulSetClaimByName'));
  });
});

function isOfPodSpec(draft: ReferenceDraft, kind: string): boolean {
  return draft.relation.startsWith('pod-') && kindName(draft) === kind && isWritten(draft);
}

function labelsOf({ object }: Found): Record<string, string> {
  return ((object['metadata'] as { labels?: Record<string, string> }).labels ?? {}) as Record<string, string>;
}
