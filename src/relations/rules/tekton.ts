/** Tekton: runs, what they run, what they run as, and what starts them. */
import type { KindKey } from '../../kube/kind.ts';
import { configMap, persistentVolumeClaim, pod, secret, serviceAccount } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';

const tekton = (kind: string): KindKey => ({ group: 'tekton.dev', kind });
const trigger = (kind: string): KindKey => ({ group: 'triggers.tekton.dev', kind });
const pipeline = tekton('Pipeline');
const pipelineRun = tekton('PipelineRun');
const task = tekton('Task');
const clusterTask = tekton('ClusterTask');
const taskRun = tekton('TaskRun');
const customRun = tekton('CustomRun');
const triggerBinding = trigger('TriggerBinding');
const clusterTriggerBinding = trigger('ClusterTriggerBinding');
const triggerTemplate = trigger('TriggerTemplate');
const triggerKind = trigger('Trigger');
const eventListener = trigger('EventListener');

const toTask = {
  relation: 'tekton-task',
  // Without an apiVersion a kind is Tekton's; a ClusterTask lies in no namespace: the store drops it.
  target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: 'tekton.dev', kind: 'Task' }, kinds: [task, clusterTask] },
  namespace: 'source',
  source: 'tekton.dev/v1 TaskRef',
} as const;

const workspaces: readonly { readonly path: string; readonly target: KindKey; readonly forward: string }[] = [
  { path: 'persistentVolumeClaim.claimName', target: persistentVolumeClaim, forward: 'persistentVolumeClaims' },
  { path: 'configMap.name', target: configMap, forward: 'configMaps' },
  { path: 'secret.secretName', target: secret, forward: 'secrets' },
];

const runs: readonly { readonly from: KindKey; readonly reverse: string; readonly account: string }[] = [
  { from: pipelineRun, reverse: 'pipelineRuns', account: 'spec.taskRunTemplate.serviceAccountName' },
  { from: taskRun, reverse: 'taskRuns', account: 'spec.serviceAccountName' },
];

export const tektonRules: readonly RelationRule[] = [
  {
    relation: 'tekton-pipeline',
    from: pipelineRun,
    path: 'spec.pipelineRef.name',
    target: pipeline,
    namespace: 'source',
    forward: { name: 'pipeline', one: true },
    reverse: { name: 'pipelineRuns' },
    source: 'tekton.dev/v1 PipelineRef',
  },
  { ...toTask, from: taskRun, path: 'spec.taskRef.name', forward: { name: 'task', one: true }, reverse: { name: 'taskRuns' } },
  ...atPaths(['spec.tasks[].taskRef.name', 'spec.finally[].taskRef.name'], {
    ...toTask,
    from: pipeline,
    forward: { name: 'tasks' },
    reverse: { name: 'pipelines' },
  }),
  {
    relation: 'pipeline-run-child',
    from: pipelineRun,
    path: 'status.childReferences[].name',
    target: { apiVersion: 'apiVersion', kind: 'kind', defaults: { group: 'tekton.dev' }, kinds: [taskRun, customRun, pipelineRun] },
    namespace: 'source',
    weak: true,
    forward: { name: 'childRuns' },
    source: 'tekton.dev/v1 ChildStatusReference',
  },
  {
    relation: 'task-run-pod',
    from: taskRun,
    path: 'status.podName',
    target: pod,
    namespace: 'source',
    weak: true,
    forward: { name: 'pod', one: true },
    reverse: { name: 'taskRuns' },
    source: 'tekton.dev/v1 TaskRunStatusFields.podName',
  },
  ...runs.flatMap(({ from, reverse, account }): RelationRule[] => [
    {
      relation: 'tekton-service-account',
      from,
      path: account,
      target: serviceAccount,
      namespace: 'source',
      forward: { name: 'serviceAccount', one: true },
      reverse: { name: reverse },
      source: `tekton.dev/v1 ${from.kind}Spec`,
    },
    ...workspaces.map(
      ({ path, target, forward }): RelationRule => ({
        relation: 'tekton-workspace',
        from,
        path: `spec.workspaces[].${path}`,
        target,
        namespace: 'source',
        ...(target === persistentVolumeClaim ? {} : { optional: 'optional' }),
        forward: { name: forward },
        reverse: { name: reverse },
        source: 'tekton.dev/v1 WorkspaceBinding',
      }),
    ),
  ]),
  ...[
    { from: eventListener, path: 'spec.triggers[]', reverse: 'eventListeners' },
    { from: triggerKind, path: 'spec', reverse: 'triggers' },
  ].flatMap(({ from, path, reverse }): RelationRule[] => [
    {
      relation: 'trigger-binding',
      from,
      path: `${path}.bindings[].ref`,
      target: {
        kind: 'kind',
        defaults: { group: 'triggers.tekton.dev', kind: 'TriggerBinding' },
        kinds: [triggerBinding, clusterTriggerBinding],
      },
      namespace: 'source',
      forward: { name: 'triggerBindings' },
      reverse: { name: reverse },
      source: 'triggers.tekton.dev/v1beta1 TriggerSpecBinding',
    },
    {
      relation: 'trigger-template',
      from,
      path: `${path}.template.ref`,
      target: triggerTemplate,
      namespace: 'source',
      forward: { name: 'triggerTemplates' },
      reverse: { name: reverse },
      source: 'triggers.tekton.dev/v1beta1 TriggerSpecTemplate',
    },
  ]),
  {
    relation: 'event-listener-trigger',
    from: eventListener,
    path: 'spec.triggers[].triggerRef',
    target: triggerKind,
    namespace: 'source',
    forward: { name: 'triggers' },
    reverse: { name: 'eventListeners' },
    source: 'triggers.tekton.dev/v1beta1 EventListenerTrigger.triggerRef',
  },
  {
    relation: 'tekton-service-account',
    from: [eventListener, triggerKind],
    path: 'spec.serviceAccountName',
    target: serviceAccount,
    namespace: 'source',
    forward: { name: 'serviceAccount', one: true },
    source: 'triggers.tekton.dev/v1beta1 EventListenerSpec.serviceAccountName',
  },
];
