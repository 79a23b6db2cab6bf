import type { Example } from '../../../../test/support/example.ts';
import { bare } from '../bare.ts';

const requirements = [{ key: 'karpenter.sh/capacity-type', operator: 'In', values: ['spot'] }];
const nodeClassRef = { group: 'karpenter.k8s.aws', kind: 'EC2NodeClass', name: 'default' };
const older = { apiVersion: 'karpenter.k8s.aws/v1beta1', kind: 'EC2NodeClass', name: 'default' };
const toNodeClass = (path: string): string => `karpenter-node-class ${path}.name → EC2NodeClass.karpenter.k8s.aws default`;

export const karpenterExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodeClaim',
      metadata: { name: 'general-x7k2p', labels: { 'karpenter.sh/nodepool': 'general' } },
      spec: { requirements, nodeClassRef },
      status: { nodeName: 'worker-a1', providerID: 'aws:///eu-central-1a/i-0123456789abcdef0' },
    },
    pointers: [
      toNodeClass('spec.nodeClassRef'),
      'node-claim-node status.nodeName → Node worker-a1 [weak]',
      "karpenter-node-pool metadata.labels['karpenter.sh/nodepool'] → NodePool.karpenter.sh general [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'karpenter.sh/v1',
      kind: 'NodePool',
      metadata: { name: 'general' },
      spec: { template: { spec: { requirements, nodeClassRef } } },
    },
    pointers: [toNodeClass('spec.template.spec.nodeClassRef')],
  },
  {
    object: {
      apiVersion: 'karpenter.sh/v1beta1',
      kind: 'NodePool',
      metadata: { name: 'older' },
      spec: { template: { spec: { requirements, nodeClassRef: older } } },
    },
    pointers: [toNodeClass('spec.template.spec.nodeClassRef')],
  },
  {
    object: {
      apiVersion: 'karpenter.sh/v1beta1',
      kind: 'NodeClaim',
      metadata: { name: 'older' },
      spec: { requirements, nodeClassRef: older },
    },
    pointers: [toNodeClass('spec.nodeClassRef')],
  },
  {
    object: {
      apiVersion: 'karpenter.sh/v1beta1',
      kind: 'NodePool',
      metadata: { name: 'without-kind' },
      spec: { template: { spec: { requirements, nodeClassRef: { name: 'default' } } } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: {
        name: 'worker-a1',
        labels: {
          'karpenter.sh/nodepool': 'general',
          'karpenter.k8s.aws/ec2nodeclass': 'default',
          'karpenter.azure.com/aksnodeclass': 'default',
          'karpenter.k8s.gcp/gcenodeclass': 'default',
          'eks.amazonaws.com/nodeclass': 'default',
          'eks.amazonaws.com/nodegroup': 'other',
        },
      },
    },
    pointers: [
      "karpenter-node-pool metadata.labels['karpenter.sh/nodepool'] → NodePool.karpenter.sh general [weak]",
      "karpenter-label-node-class metadata.labels['karpenter.k8s.aws/ec2nodeclass'] → EC2NodeClass.karpenter.k8s.aws default [weak]",
      "karpenter-label-node-class metadata.labels['karpenter.azure.com/aksnodeclass'] → AKSNodeClass.karpenter.azure.com default [weak]",
      "karpenter-label-node-class metadata.labels['karpenter.k8s.gcp/gcenodeclass'] → GCENodeClass.karpenter.k8s.gcp default [weak]",
      "karpenter-label-node-class metadata.labels['eks.amazonaws.com/nodeclass'] → NodeClass.eks.amazonaws.com default [weak]",
    ],
  },
  bare('karpenter.sh/v1', 'NodeClaim'),
  bare('karpenter.sh/v1', 'NodePool'),
];
