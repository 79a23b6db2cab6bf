/** Argo Workflows: templates and what they run as, with and from; and what came of them. */
import { configMap, pod, priorityClass, secret, serviceAccount, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { writtenOut } from '../written-out.ts';
import {
  byWorkflows,
  clusterWorkflowTemplate,
  cronWorkflow,
  workflow,
  workflowEventBinding,
  workflowSpecs,
  workflowTemplate,
} from './argo-workflow-specs.ts';
import { atPaths } from './at-paths.ts';
import { podLike } from './pod-like.ts';

/** Where a template has volumes and containers as a pod has them. */
const workflowPods: readonly RelationRule[] = podLike({
  ...byWorkflows,
  volumes: ['volumes[]', 'templates[].volumes[]'],
  containers: ['container', 'script', 'initContainers[]', 'sidecars[]', 'containerSet.containers[]'].map((path) => `templates[].${path}`),
}).map(writtenOut);

/** A name with a boolean beside it that says in which scope it is. */
const templateReferences: readonly RelationRule[] = [
  ...['workflowTemplateRef', 'templates[].steps[][].templateRef', 'templates[].dag.tasks[].templateRef'].map((path) => ({
    from: workflowSpecs,
    path,
    reverse: 'argoWorkflows',
    inNamespace: true,
  })),
  ...['spec.templates[].steps[][].templateRef', 'spec.templates[].dag.tasks[].templateRef'].map((path) => ({
    from: clusterWorkflowTemplate,
    path,
    reverse: 'clusterWorkflowTemplates',
    inNamespace: false,
  })),
  { from: workflowEventBinding, path: 'spec.submit.workflowTemplateRef', reverse: 'workflowEventBindings', inNamespace: true },
].flatMap(({ from, path, reverse, inNamespace }): RelationRule[] => {
  const named = {
    relation: 'workflow-template',
    from,
    path: `${path}.name`,
    reverse: { name: reverse },
    source: 'argoproj.io/v1alpha1 TemplateRef, WorkflowTemplateRef',
  } as const;
  const ofCluster = writtenOut({
    ...named,
    target: clusterWorkflowTemplate,
    namespace: 'cluster',
    when: [{ path: 'clusterScope', is: true }],
    forward: { name: 'clusterWorkflowTemplates' },
  });
  const ofNamespace = writtenOut({
    ...named,
    target: workflowTemplate,
    namespace: 'source',
    when: [{ path: 'clusterScope', is: false }],
    forward: { name: 'workflowTemplates' },
  });
  return inNamespace ? [ofNamespace, ofCluster] : [ofCluster];
});

const SEMAPHORES = ['synchronization.semaphore', 'synchronization.semaphores[]'];

const configMapKeys: readonly RelationRule[] = [
  ...atPaths(
    [...SEMAPHORES, ...SEMAPHORES.map((path) => `templates[].${path}`)].map((path) => `${path}.configMapKeyRef.name`),
    {
      ...byWorkflows,
      relation: 'workflow-config-map',
      target: configMap,
      namespace: 'source',
      optional: 'optional',
      keys: ['key'],
      forward: { name: 'configMaps' },
      source: 'argoproj.io/v1alpha1 SemaphoreRef',
    },
  ),
  ...atPaths(['arguments.parameters[].valueFrom.configMapKeyRef.name', 'templates[].inputs.parameters[].valueFrom.configMapKeyRef.name'], {
    ...byWorkflows,
    relation: 'workflow-config-map',
    target: configMap,
    namespace: 'source',
    // A default may stand beside the reference.
    alwaysOptional: true,
    keys: ['key'],
    forward: { name: 'configMaps' },
    source: 'argoproj.io/v1alpha1 ValueFrom.configMapKeyRef',
  }),
].map(writtenOut);

const specRules: readonly RelationRule[] = [
  ...atPaths(
    [
      'serviceAccountName',
      'executor.serviceAccountName',
      'artifactGC.serviceAccountName',
      'templates[].serviceAccountName',
      'templates[].executor.serviceAccountName',
    ],
    {
      ...byWorkflows,
      relation: 'workflow-service-account',
      target: serviceAccount,
      namespace: 'source',
      forward: { name: 'serviceAccounts' },
      source: 'argoproj.io/v1alpha1 WorkflowSpec.serviceAccountName, ExecutorConfig, ArtifactGC',
    },
  ).map(writtenOut),
  writtenOut({
    ...byWorkflows,
    relation: 'workflow-secret',
    path: 'imagePullSecrets[].name',
    target: secret,
    namespace: 'source',
    forward: { name: 'secrets' },
    source: 'argoproj.io/v1alpha1 WorkflowSpec.imagePullSecrets',
  }),
  ...atPaths(['podPriorityClassName', 'templates[].priorityClassName'], {
    ...byWorkflows,
    relation: 'workflow-priority-class',
    target: priorityClass,
    namespace: 'cluster',
    forward: { name: 'priorityClasses' },
    source: 'argoproj.io/v1alpha1 WorkflowSpec.podPriorityClassName, Template.priorityClassName',
  }).map(writtenOut),
  writtenOut({
    ...byWorkflows,
    relation: 'workflow-config-map',
    path: 'artifactRepositoryRef.configMap',
    target: configMap,
    namespace: 'source',
    // It may lie in the namespace of the controller instead.
    alwaysOptional: true,
    forward: { name: 'configMaps' },
    source: 'argoproj.io/v1alpha1 ArtifactRepositoryRef',
  }),
  writtenOut({
    ...byWorkflows,
    relation: 'claim-template-storage-class',
    path: 'volumeClaimTemplates[].spec.storageClassName',
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClasses' },
    source: 'argoproj.io/v1alpha1 WorkflowSpec.volumeClaimTemplates',
  }),
];

/** The labels that the controller writes, and status. */
const madeRules: readonly RelationRule[] = [
  {
    relation: 'label-workflow',
    from: pod,
    path: "metadata.labels['workflows.argoproj.io/workflow']",
    target: workflow,
    namespace: 'source',
    weak: true,
    forward: { name: 'workflow', one: true },
    reverse: { name: 'pods' },
    source: 'argo-workflows common.LabelKeyWorkflow',
  },
  ...[
    { label: 'workflow-template', target: workflowTemplate, forward: 'labelledWorkflowTemplate' },
    { label: 'cluster-workflow-template', target: clusterWorkflowTemplate, forward: 'labelledClusterWorkflowTemplate' },
    { label: 'cron-workflow', target: cronWorkflow, forward: 'cronWorkflow' },
  ].map(
    ({ label, target, forward }): RelationRule => ({
      relation: `label-${label}`,
      from: workflow,
      path: `metadata.labels['workflows.argoproj.io/${label}']`,
      target,
      namespace: target === clusterWorkflowTemplate ? 'cluster' : 'source',
      weak: true,
      forward: { name: forward, one: true },
      reverse: { name: 'labelledWorkflows' },
      source: 'argo-workflows common labels: of what it was made of',
    }),
  ),
  {
    relation: 'cron-workflow-active',
    from: cronWorkflow,
    path: 'status.active[].name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: 'argoproj.io', kind: 'Workflow' } },
    namespace: { path: 'namespace' },
    uid: 'uid',
    weak: true,
    forward: { name: 'activeWorkflows', kind: workflow },
    source: 'argoproj.io/v1alpha1 CronWorkflowStatus.active',
  },
];

export const argoWorkflowRules: readonly RelationRule[] = [
  ...templateReferences,
  ...specRules,
  ...configMapKeys,
  ...workflowPods,
  ...madeRules,
];
