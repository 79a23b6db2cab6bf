/** Groups of pods that are scheduled together, the Workloads that they are made from, and what both ask for. */
import { compositePodGroup, job, podGroup, priorityClass, resourceClaim, resourceClaimTemplate, workload } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

/** The templates of a Workload are a tree; the API ends it at four levels. Source: scheduling/v1beta1 WorkloadMaxTreeDepth. */
const DEEPER = 'compositePodGroupTemplates[].';
const groupTemplates = [0, 1, 2, 3].map((depth) => `spec.${DEEPER.repeat(depth)}podGroupTemplates[]`);
const compositeTemplates = [1, 2, 3].map((depth) => `spec.${DEEPER.repeat(depth).slice(0, -1)}`);

const toPriorityClass = { target: priorityClass, namespace: 'cluster', relation: 'pod-group-priority-class' } as const;

/** Who asks for claims, where the list of them stands, and how it is listed on what it names. */
const claimLists = [
  { from: podGroup, lists: ['spec.resourceClaims[]'], reverse: 'podGroups' },
  { from: workload, lists: groupTemplates.map((path) => `${path}.resourceClaims[]`), reverse: 'schedulingWorkloads' },
  { from: job, lists: ['spec.scheduling.resourceClaims[]'], reverse: 'schedulingJobs' },
] as const;

export const podGroupRules: readonly RelationRule[] = [
  ...[
    { from: podGroup, name: 'podGroups' },
    { from: compositePodGroup, name: 'compositePodGroups' },
  ].flatMap(({ from, name }): readonly RelationRule[] => [
    {
      relation: 'pod-group-workload',
      from,
      path: 'spec.workloadRef.workloadName',
      target: workload,
      namespace: 'source',
      forward: { name: 'schedulingWorkload', one: true },
      reverse: { name },
      source: 'scheduling/v1beta1 WorkloadReference',
    },
    {
      relation: 'pod-group-parent',
      from,
      path: 'spec.parentCompositePodGroupName',
      target: compositePodGroup,
      namespace: 'source',
      forward: { name: 'parentCompositePodGroup', one: true },
      reverse: { name },
      source: 'scheduling PodGroupSpec.parentCompositePodGroupName',
    },
    {
      ...toPriorityClass,
      from,
      path: 'spec.priorityClassName',
      forward: { name: 'priorityClass', one: true },
      reverse: { name },
      source: 'scheduling PodGroupSpec.priorityClassName',
    },
  ]),
  ...atPaths(
    [...groupTemplates, ...compositeTemplates].map((path) => `${path}.priorityClassName`),
    {
      ...toPriorityClass,
      from: workload,
      forward: { name: 'priorityClasses' },
      reverse: { name: 'schedulingWorkloads' },
      source: 'scheduling PodGroupTemplate.priorityClassName',
    },
  ),
  {
    relation: 'workload-controller',
    from: workload,
    path: 'spec.controllerRef.name',
    target: { apiGroup: 'apiGroup', kind: 'kind', defaults: { group: '' } },
    namespace: 'source',
    forward: { name: 'controllerObject', one: true },
    reverse: { name: 'schedulingWorkloads', on: [job] },
    source: 'scheduling/v1beta1 WorkloadSpec.controllerRef',
  },
  ...claimLists.flatMap(({ from, lists, reverse }): readonly RelationRule[] => [
    ...atPaths(
      lists.map((list) => `${list}.resourceClaimName`),
      {
        relation: 'pod-group-resource-claim',
        from,
        target: resourceClaim,
        namespace: 'source',
        forward: { name: 'resourceClaims' },
        reverse: { name: reverse },
        source: 'scheduling PodGroupResourceClaim.resourceClaimName',
      },
    ),
    ...atPaths(
      lists.map((list) => `${list}.resourceClaimTemplateName`),
      {
        relation: 'pod-group-resource-claim-template',
        from,
        target: resourceClaimTemplate,
        namespace: 'source',
        forward: { name: 'resourceClaimTemplates' },
        reverse: { name: reverse },
        source: 'scheduling PodGroupResourceClaim.resourceClaimTemplateName',
      },
    ),
  ]),
  {
    relation: 'pod-group-resource-claim',
    from: podGroup,
    path: 'status.resourceClaimStatuses[].resourceClaimName',
    target: resourceClaim,
    namespace: 'source',
    forward: { name: 'resourceClaims' },
    reverse: { name: 'podGroups' },
    source: 'scheduling PodGroupResourceClaimStatus: the claim that was made from the template',
  },
];
