/** Karpenter: pools of nodes, what is claimed of them, and the classes of the clouds. */
import type { KindKey } from '../../kube/kind.ts';
import { node } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';

const karpenter = (kind: string): KindKey => ({ group: 'karpenter.sh', kind });
const nodePool = karpenter('NodePool');
const nodeClaim = karpenter('NodeClaim');

/** Each provider has one of its own. */
const nodeClasses: readonly KindKey[] = [
  { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass' },
  { group: 'karpenter.azure.com', kind: 'AKSNodeClass' },
  { group: 'karpenter.k8s.gcp', kind: 'GCENodeClass' },
  { group: 'eks.amazonaws.com', kind: 'NodeClass' },
];

const claimsAndPools: readonly { readonly from: KindKey; readonly path: string; readonly reverse: string }[] = [
  { from: nodeClaim, path: 'spec.nodeClassRef', reverse: 'nodeClaims' },
  { from: nodePool, path: 'spec.template.spec.nodeClassRef', reverse: 'nodePools' },
];

export const karpenterRules: readonly RelationRule[] = [
  ...claimsAndPools.flatMap(({ from, path, reverse }): RelationRule[] => {
    const toNodeClass = {
      relation: 'karpenter-node-class',
      from,
      path: `${path}.name`,
      namespace: 'cluster',
      forward: { name: 'nodeClass', one: true },
      reverse: { name: reverse, on: nodeClasses },
    } as const;
    return [
      {
        ...toNodeClass,
        target: { apiGroup: 'group', kind: 'kind', defaults: { group: '' } },
        when: [{ path: 'group', present: true }],
        source: 'karpenter.sh/v1 NodeClassReference',
      },
      {
        ...toNodeClass,
        target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: '' } },
        when: [{ path: 'apiVersion', present: true }],
        source: 'karpenter.sh/v1beta1 NodeClassReference',
      },
    ];
  }),
  {
    relation: 'node-claim-node',
    from: nodeClaim,
    path: 'status.nodeName',
    target: node,
    namespace: 'cluster',
    weak: true,
    forward: { name: 'node', one: true },
    reverse: { name: 'nodeClaims' },
    source: 'karpenter.sh/v1 NodeClaimStatus.nodeName',
  },
  ...[
    { from: nodeClaim, reverse: 'nodeClaims' },
    { from: node, reverse: 'nodes' },
  ].map(
    ({ from, reverse }): RelationRule => ({
      relation: 'karpenter-node-pool',
      from,
      path: "metadata.labels['karpenter.sh/nodepool']",
      target: nodePool,
      namespace: 'cluster',
      weak: true,
      forward: { name: 'nodePool', one: true },
      reverse: { name: reverse },
      source: 'karpenter.sh/v1 NodePoolLabelKey: on the claims of a pool and on their Nodes, which outlive it',
    }),
  ),
  ...nodeClasses.map(
    (nodeClass): RelationRule => ({
      relation: 'karpenter-label-node-class',
      from: node,
      path: `metadata.labels['${nodeClass.group}/${nodeClass.kind.toLowerCase()}']`,
      target: nodeClass,
      namespace: 'cluster',
      weak: true,
      reverse: { name: 'nodes' },
      source: 'karpenter.sh/v1 NodeClassLabelKey: the group and the kind in lower case',
    }),
  ),
];
