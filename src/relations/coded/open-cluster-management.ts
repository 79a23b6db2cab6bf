/** Open Cluster Management: objects that are named by their resource, or as a template, and clusters by their labels. */

import { canonicalKind } from '../../kube/canonical-kind.ts';
import type { KindKey } from '../../kube/kind.ts';
import { splitApiVersion } from '../../kube/kind.ts';
import { requirementsOf } from '../../kube/label-selector.ts';
import { arrayAt, objectAt, stringAt, valueAt } from '../../kube/safe.ts';
import { isPointerText } from '../pointer-text.ts';
import { type CodedRelation, type ReferenceDraft, ReferenceFlag } from '../rule.ts';
import { addonKind, clusterKind, policyKind, workKind } from '../rules/open-cluster-management-kinds.ts';
import { resourceReference } from './resource-kinds.ts';

interface Listed {
  readonly relation: string;
  readonly from: KindKey;
  readonly list: readonly [string, string];
  readonly weak: boolean;
  readonly forward: string;
  readonly source: string;
}

/** Lists of `{group, resource, namespace, name}`. */
const listed: readonly Listed[] = [
  {
    relation: 'applied-manifest-work-object',
    from: workKind('AppliedManifestWork'),
    list: ['status', 'appliedResources'],
    weak: true,
    forward: 'appliedObjects',
    source: 'open-cluster-management work/v1 AppliedManifestResourceMeta: objects of the cluster that it lies in',
  },
  {
    relation: 'managed-cluster-add-on-config',
    from: addonKind('ManagedClusterAddOn'),
    list: ['spec', 'configs'],
    weak: false,
    forward: 'configs',
    source: 'open-cluster-management addon/v1alpha1 AddOnConfig',
  },
  {
    relation: 'managed-cluster-add-on-related-object',
    from: addonKind('ManagedClusterAddOn'),
    list: ['status', 'relatedObjects'],
    weak: true,
    forward: 'relatedObjects',
    source: 'open-cluster-management addon/v1alpha1 ManagedClusterAddOnStatus.relatedObjects',
  },
];

const managedClusterSet = clusterKind('ManagedClusterSet');
const managedCluster = clusterKind('ManagedCluster');

export const openClusterManagementRelations: readonly CodedRelation[] = [
  ...listed.map(
    ({ relation, from, list, weak, forward, source }): CodedRelation => ({
      relation,
      from,
      target: '*',
      forward: { name: forward },
      source,
      describe: `\`${list.join('.')}[]\`, of resources whose kind is known: built-in and well-known ones${weak ? '; weak' : ''}`,
      extract: ({ object }) => ({
        references: arrayAt(object, ...list).flatMap((written, index) =>
          resourceReference(written, {
            relation,
            path: `${list.join('.')}[].name`,
            indexes: [index],
            flags: weak ? ReferenceFlag.weak : 0,
          }),
        ),
      }),
    }),
  ),
  ...['ConfigurationPolicy', 'CertificatePolicy', 'OperatorPolicy'].map(
    (kind): CodedRelation => ({
      relation: 'policy-related-object',
      from: policyKind(kind),
      target: '*',
      forward: { name: 'relatedObjects' },
      source: 'open-cluster-management config-policy-controller RelatedObject: what was looked at, there or not',
      describe: '`status.relatedObjects[].object`, with its kind and its metadata; weak',
      extract: ({ object }) => ({
        references: arrayAt(object, 'status', 'relatedObjects').flatMap((related, index): ReferenceDraft[] => {
          const written = objectAt(related, 'object');
          const name = stringAt(written, 'metadata', 'name');
          const kindOf = stringAt(written, 'kind');
          const home = stringAt(written, 'metadata', 'namespace') || null;
          // A hyphen stands for any name.
          if (written === undefined || !isPointerText(name) || name === '-' || !isPointerText(kindOf)) return [];
          if (home !== null && !isPointerText(home)) return [];
          const key = canonicalKind(splitApiVersion(stringAt(written, 'apiVersion') ?? '').group, kindOf);
          const place = { relation: 'policy-related-object', path: 'status.relatedObjects[].object.metadata.name', indexes: [index] };
          return [{ ...place, ...key, namespace: home, name, flags: ReferenceFlag.weak, written }];
        }),
      }),
    }),
  ),
  {
    relation: 'managed-cluster-set-cluster',
    from: managedClusterSet,
    target: managedCluster,
    selects: true,
    forward: { name: 'managedClusters' },
    reverse: { name: 'managedClusterSets' },
    source: 'open-cluster-management cluster/v1beta2 ManagedClusterSelector: by a selector of labels, or by the label that names the set',
    describe: '`spec.clusterSelector.labelSelector` where its `selectorType` is `LabelSelector`; empty selects all, absent none',
    extract: ({ object }) => {
      const selector = valueAt(object, 'spec', 'clusterSelector');
      const requirements =
        stringAt(selector, 'selectorType') === 'LabelSelector' ? requirementsOf(valueAt(selector, 'labelSelector')) : null;
      if (requirements === null) return {};
      const path = 'spec.clusterSelector.labelSelector';
      return {
        selectors: [{ relation: 'managed-cluster-set-cluster', path, indexes: [], ...managedCluster, namespace: null, requirements }],
      };
    },
  },
];
