import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';
import { inEveryWorkflow } from '../in-every-workflow.ts';
import { claimPart, containerPart, containerPartPointers, volumePartPointers, volumeParts } from './pod-parts.ts';

type Written = (plain: string) => string;

const container = (written: Written): JsonObject => ({ name: 'main', ...containerPart(written), image: written('build:1') });
const containerPointers = (path: string): string[] => [
  ...containerPartPointers(path),
  `pod-image ~.${path}.image → Image.external build:1`,
];

const containers: readonly { readonly name: string; readonly path: string; readonly template: (written: Written) => JsonObject }[] = [
  { name: 'container', path: 'container', template: (written) => ({ container: container(written) }) },
  { name: 'script', path: 'script', template: (written) => ({ script: { ...container(written), source: 'true' } }) },
  { name: 'init', path: 'initContainers[0]', template: (written) => ({ initContainers: [container(written)] }) },
  { name: 'sidecar', path: 'sidecars[0]', template: (written) => ({ sidecars: [container(written)] }) },
  { name: 'set', path: 'containerSet.containers[0]', template: (written) => ({ containerSet: { containers: [container(written)] } }) },
];

const named = (written: Written, clusterScope?: boolean): JsonObject => ({
  name: written('build'),
  template: 'main',
  ...(clusterScope === undefined ? {} : { clusterScope }),
});
const referring = (written: Written, clusterScope?: boolean): JsonObject => ({
  templates: [
    { name: 'steps', steps: [[{ name: 'a', template: 'other' }], [{ name: 'b', templateRef: named(written, clusterScope) }]] },
    { name: 'dag', dag: { tasks: [{ name: 'a', templateRef: named(written, clusterScope) }] } },
  ],
});
const byName = (prefix: string, kind: string): string[] => [
  `workflow-template ${prefix}.templates[0].steps[1][0].templateRef.name → ${kind}`,
  `workflow-template ${prefix}.templates[1].dag.tasks[0].templateRef.name → ${kind}`,
];
const OF_NAMESPACE = 'WorkflowTemplate.argoproj.io ci/build';
const OF_CLUSTER = 'ClusterWorkflowTemplate.argoproj.io build';

const inSpec: readonly Example[] = [
  ...containers.flatMap(({ name, path, template }) =>
    inEveryWorkflow(
      name,
      (written) => ({ templates: [{ name: 'main', ...template(written) }] }),
      containerPointers(`templates[0].${path}`),
    ),
  ),
  ...inEveryWorkflow('volumes', (written) => ({ volumes: volumeParts(written) }), volumePartPointers('volumes')),
  ...inEveryWorkflow(
    'template-volumes',
    (written) => ({ templates: [{ name: 'main', volumes: volumeParts(written) }] }),
    volumePartPointers('templates[0].volumes'),
  ),
  ...inEveryWorkflow('of-a-template', (written) => ({ workflowTemplateRef: { name: written('build') } }), [
    `workflow-template ~.workflowTemplateRef.name → ${OF_NAMESPACE}`,
  ]),
  ...inEveryWorkflow('of-a-cluster-template', (written) => ({ workflowTemplateRef: { name: written('build'), clusterScope: true } }), [
    `workflow-template ~.workflowTemplateRef.name → ${OF_CLUSTER}`,
  ]),
  ...inEveryWorkflow('referring', (written) => referring(written, false), byName('~', OF_NAMESPACE)),
  ...inEveryWorkflow('referring-to-the-cluster', (written) => referring(written, true), byName('~', OF_CLUSTER)),
  ...inEveryWorkflow(
    'as-somebody',
    (written) => ({
      serviceAccountName: written('builder'),
      executor: { serviceAccountName: written('executor') },
      artifactGC: { strategy: 'OnWorkflowDeletion', serviceAccountName: written('collector') },
      imagePullSecrets: [{ name: written('pull') }],
    }),
    [
      'workflow-service-account ~.serviceAccountName → ServiceAccount ci/builder',
      'workflow-service-account ~.executor.serviceAccountName → ServiceAccount ci/executor',
      'workflow-service-account ~.artifactGC.serviceAccountName → ServiceAccount ci/collector',
      'workflow-secret ~.imagePullSecrets[0].name → Secret ci/pull',
    ],
  ),
  ...inEveryWorkflow(
    'template-as-somebody',
    (written) => ({
      templates: [
        {
          name: 'main',
          serviceAccountName: written('builder'),
          executor: { serviceAccountName: written('executor') },
          priorityClassName: written('high'),
        },
      ],
    }),
    [
      'workflow-service-account ~.templates[0].serviceAccountName → ServiceAccount ci/builder',
      'workflow-service-account ~.templates[0].executor.serviceAccountName → ServiceAccount ci/executor',
      'workflow-priority-class ~.templates[0].priorityClassName → PriorityClass.scheduling.k8s.io high',
    ],
  ),
  ...inEveryWorkflow(
    'storing',
    (written) => ({
      podPriorityClassName: written('high'),
      artifactRepositoryRef: { configMap: written('artifacts'), key: 's3' },
      volumeClaimTemplates: [{ metadata: { name: 'work' }, spec: claimPart(written('fast')) }],
    }),
    [
      'workflow-priority-class ~.podPriorityClassName → PriorityClass.scheduling.k8s.io high',
      'workflow-config-map ~.artifactRepositoryRef.configMap → ConfigMap ci/artifacts [optional]',
      'claim-template-storage-class ~.volumeClaimTemplates[0].spec.storageClassName → StorageClass.storage.k8s.io fast',
    ],
  ),
  ...inEveryWorkflow(
    'reading-keys',
    (written) => {
      const configMapKeyRef = { name: written('limits'), key: 'builds' };
      const synchronization = { semaphore: { configMapKeyRef }, semaphores: [{ configMapKeyRef }] };
      const parameters = [{ name: 'x', valueFrom: { configMapKeyRef } }];
      return { synchronization, arguments: { parameters }, templates: [{ name: 'main', synchronization, inputs: { parameters } }] };
    },
    [
      'synchronization.semaphore',
      'synchronization.semaphores[0]',
      'arguments.parameters[0].valueFrom',
      'templates[0].synchronization.semaphore',
      'templates[0].synchronization.semaphores[0]',
      'templates[0].inputs.parameters[0].valueFrom',
    ].map(
      (path) =>
        `workflow-config-map ~.${path}.configMapKeyRef.name → ConfigMap ci/limits${path.includes('parameters') ? ' [optional]' : ''} keys=builds`,
    ),
  ),
];

export const argoWorkflowExamples: readonly Example[] = [
  ...inSpec,
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ClusterWorkflowTemplate',
      metadata: { name: 'shared' },
      spec: referring((plain) => plain, true),
    },
    pointers: byName('spec', OF_CLUSTER),
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ClusterWorkflowTemplate',
      metadata: { name: 'of-namespaces' },
      spec: { ...referring((plain) => plain), serviceAccountName: 'of-whoever-runs-it' },
    },
    pointers: [],
  },
  ...[true, false].map(
    (clusterScope): Example => ({
      object: {
        apiVersion: 'argoproj.io/v1alpha1',
        kind: 'WorkflowEventBinding',
        metadata: { name: `on-push-${clusterScope}`, namespace: 'ci' },
        spec: { event: { selector: 'true' }, submit: { workflowTemplateRef: { name: 'build', clusterScope } } },
      },
      pointers: [`workflow-template spec.submit.workflowTemplateRef.name → ${clusterScope ? OF_CLUSTER : OF_NAMESPACE}`],
    }),
  ),
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Workflow',
      metadata: {
        name: 'build-1',
        namespace: 'ci',
        labels: {
          'workflows.argoproj.io/workflow-template': 'build',
          'workflows.argoproj.io/cluster-workflow-template': 'shared',
          'workflows.argoproj.io/cron-workflow': 'nightly',
          'workflows.argoproj.io/phase': 'Running',
        },
      },
      spec: {},
    },
    pointers: [
      "label-workflow-template metadata.labels['workflows.argoproj.io/workflow-template'] → WorkflowTemplate.argoproj.io ci/build [weak]",
      "label-cluster-workflow-template metadata.labels['workflows.argoproj.io/cluster-workflow-template'] → ClusterWorkflowTemplate.argoproj.io shared [weak]",
      "label-cron-workflow metadata.labels['workflows.argoproj.io/cron-workflow'] → CronWorkflow.argoproj.io ci/nightly [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'CronWorkflow',
      metadata: { name: 'nightly', namespace: 'ci' },
      spec: { schedule: '@daily', workflowSpec: {} },
      status: { active: [{ apiVersion: 'argoproj.io/v1alpha1', kind: 'Workflow', namespace: 'ci', name: 'nightly-1', uid: '6f1c' }] },
    },
    pointers: ['cron-workflow-active status.active[0].name → Workflow.argoproj.io ci/nightly-1 [weak] uid=6f1c'],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'build-1-main-x7k2p',
        namespace: 'ci',
        labels: { 'workflows.argoproj.io/workflow': 'build-1', 'workflows.argoproj.io/completed': 'false' },
      },
      spec: { containers: [{ name: 'main', image: 'build:1' }] },
    },
    pointers: ["label-workflow metadata.labels['workflows.argoproj.io/workflow'] → Workflow.argoproj.io ci/build-1 [weak]"],
  },
  bare('argoproj.io/v1alpha1', 'CronWorkflow', 'ci'),
];
