import { type Example, inEveryPodSpec } from '../../../../test/support/relation-rules.ts';

const gpus = { 'example.com/gpu': '1' };
const containers = [{ name: 'main', image: 'web:1' }];

const TERMS_PATH = 'affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms';
const TERMS = [
  { matchFields: [{ key: 'metadata.name', operator: 'In', values: ['worker-a1'] }] },
  { matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['worker-a2'] }] },
];

export const schedulingExamples: readonly Example[] = [
  ...inEveryPodSpec(
    {
      priorityClassName: 'high',
      runtimeClassName: 'gvisor',
      affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: TERMS } } },
      schedulingGroup: { podGroupName: 'gang' },
      resourceClaims: [
        { name: 'gpu', resourceClaimName: 'gpu-0' },
        { name: 'nic', resourceClaimTemplateName: 'nic' },
      ],
    },
    [
      `pod-named-node ~.${TERMS_PATH}[0].matchFields[0].values[0] → Node worker-a1`,
      'pod-priority-class ~.priorityClassName → PriorityClass.scheduling.k8s.io high',
      'pod-runtime-class ~.runtimeClassName → RuntimeClass.node.k8s.io gvisor',
      'pod-group ~.schedulingGroup.podGroupName → PodGroup.scheduling.k8s.io shop/gang',
      'pod-resource-claim ~.resourceClaims[0].resourceClaimName → ResourceClaim.resource.k8s.io shop/gpu-0',
      'pod-resource-claim-template ~.resourceClaims[1].resourceClaimTemplateName → ResourceClaimTemplate.resource.k8s.io shop/nic',
    ],
  ),
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'placed', namespace: 'shop' },
      spec: {
        nodeName: 'worker-a1',
        containers: [{ name: 'main', image: 'web:1', resources: { requests: gpus, limits: gpus } }],
        resourceClaims: [
          { name: 'nic', resourceClaimTemplateName: 'nic' },
          { name: 'none', resourceClaimTemplateName: 'none' },
        ],
      },
      status: {
        resourceClaimStatuses: [{ name: 'nic', resourceClaimName: 'placed-nic-x7' }, { name: 'none' }],
        extendedResourceClaimStatus: {
          resourceClaimName: 'placed-extended',
          requestMappings: [{ containerName: 'main', resourceName: 'example.com/gpu', requestName: 'container-0-request-0' }],
        },
        nodeAllocatableResourceClaimStatuses: [{ resourceClaimName: 'placed-nic-x7', mapping: [{ name: 'cpu', quantity: '1' }] }],
      },
    },
    pointers: [
      'pod-node spec.nodeName → Node worker-a1',
      'pod-resource-claim-template spec.resourceClaims[0].resourceClaimTemplateName → ResourceClaimTemplate.resource.k8s.io shop/nic',
      'pod-resource-claim-template spec.resourceClaims[1].resourceClaimTemplateName → ResourceClaimTemplate.resource.k8s.io shop/none',
      'pod-resource-claim status.resourceClaimStatuses[0].resourceClaimName → ResourceClaim.resource.k8s.io shop/placed-nic-x7',
      'pod-resource-claim status.extendedResourceClaimStatus.resourceClaimName → ResourceClaim.resource.k8s.io shop/placed-extended',
      'pod-resource-claim status.nodeAllocatableResourceClaimStatuses[0].resourceClaimName → ResourceClaim.resource.k8s.io shop/placed-nic-x7 [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'nominated', namespace: 'shop' },
      spec: { containers },
      status: { nominatedNodeName: 'worker-a2' },
    },
    pointers: ['pod-nominated-node status.nominatedNodeName → Node worker-a2 [weak]'],
  },
  {
    object: { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'unplaced', namespace: 'shop' }, spec: { nodeName: '', containers } },
    pointers: [],
  },
];
