import type { Example } from '../../../../test/support/relation-rules.ts';
import type { JsonObject } from '../../../records/record.ts';

const beta = 'scheduling.k8s.io/v1beta1';
const alpha = 'scheduling.k8s.io/v1alpha3';
const inShop = (name: string) => ({ name, namespace: 'shop' });
const schedulingPolicy: JsonObject = { basic: {} };
const claims: JsonObject[] = [
  { name: 'gpu', resourceClaimName: 'gpu-0' },
  { name: 'nic', resourceClaimTemplateName: 'nic' },
];
const template = (name: string): JsonObject => ({ name, schedulingPolicy, priorityClassName: 'high', resourceClaims: claims });
/** A tree of templates, each with one group. */
const composite = (name: string, ...below: JsonObject[]): JsonObject => ({
  name,
  schedulingPolicy,
  priorityClassName: 'high',
  podGroupTemplates: [template(`${name}-group`)],
  ...(below.length === 0 ? {} : { compositePodGroupTemplates: below }),
});

const classAt = (path: string) => `pod-group-priority-class ${path}.priorityClassName → PriorityClass.scheduling.k8s.io high`;
const claimsAt = (path: string) => [
  `pod-group-resource-claim ${path}.resourceClaims[0].resourceClaimName → ResourceClaim.resource.k8s.io shop/gpu-0`,
  `pod-group-resource-claim-template ${path}.resourceClaims[1].resourceClaimTemplateName → ResourceClaimTemplate.resource.k8s.io shop/nic`,
];

/** A Workload has four levels; the first is its own. */
const LEVELS = [1, 2, 3].map((depth) => `spec${'.compositePodGroupTemplates[0]'.repeat(depth)}`);

export const podGroupExamples: readonly Example[] = [
  {
    object: {
      apiVersion: beta,
      kind: 'PodGroup',
      metadata: inShop('gang'),
      spec: {
        workloadRef: { workloadName: 'training', templateName: 'workers' },
        parentCompositePodGroupName: 'all',
        schedulingPolicy,
        priorityClassName: 'high',
        resourceClaims: claims,
      },
      status: { resourceClaimStatuses: [{ name: 'nic', resourceClaimName: 'gang-nic-x7' }] },
    },
    pointers: [
      'pod-group-workload spec.workloadRef.workloadName → Workload.scheduling.k8s.io shop/training',
      'pod-group-parent spec.parentCompositePodGroupName → CompositePodGroup.scheduling.k8s.io shop/all',
      classAt('spec'),
      ...claimsAt('spec'),
      'pod-group-resource-claim status.resourceClaimStatuses[0].resourceClaimName → ResourceClaim.resource.k8s.io shop/gang-nic-x7',
    ],
  },
  {
    object: {
      apiVersion: alpha,
      kind: 'CompositePodGroup',
      metadata: inShop('all'),
      spec: {
        workloadRef: { workloadName: 'training', templateName: 'all' },
        parentCompositePodGroupName: 'above',
        schedulingPolicy,
        priorityClassName: 'high',
      },
    },
    pointers: [
      'pod-group-workload spec.workloadRef.workloadName → Workload.scheduling.k8s.io shop/training',
      'pod-group-parent spec.parentCompositePodGroupName → CompositePodGroup.scheduling.k8s.io shop/above',
      classAt('spec'),
    ],
  },
  {
    object: {
      apiVersion: beta,
      kind: 'Workload',
      metadata: inShop('training'),
      spec: { controllerRef: { apiGroup: 'batch', kind: 'Job', name: 'training' }, podGroupTemplates: [template('workers')] },
    },
    pointers: [
      classAt('spec.podGroupTemplates[0]'),
      ...claimsAt('spec.podGroupTemplates[0]'),
      'workload-controller spec.controllerRef.name → Job.batch shop/training',
    ],
  },
  {
    object: {
      apiVersion: beta,
      kind: 'Workload',
      metadata: inShop('of-a-tree'),
      spec: { compositePodGroupTemplates: [composite('one', composite('two', composite('three')))] },
    },
    pointers: [
      ...LEVELS.flatMap((path) => [classAt(`${path}.podGroupTemplates[0]`), ...claimsAt(`${path}.podGroupTemplates[0]`)]),
      ...[...LEVELS].reverse().map(classAt),
    ],
  },
  {
    object: {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: inShop('training'),
      spec: {
        scheduling: { resourceClaims: claims },
        template: { spec: { restartPolicy: 'Never', containers: [{ name: 'main', image: 'train:1' }] } },
      },
    },
    pointers: claimsAt('spec.scheduling'),
  },
];
