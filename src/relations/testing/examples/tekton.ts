import type { Example } from '../../../../test/support/relation-rules.ts';
import { bare } from '../bare.ts';

export const tektonExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'tekton.dev/v1',
      kind: 'PipelineRun',
      metadata: { name: 'build-1', namespace: 'ci' },
      spec: {
        pipelineRef: { name: 'build' },
        taskRunTemplate: { serviceAccountName: 'builder' },
        workspaces: [
          { name: 'source', persistentVolumeClaim: { claimName: 'source' } },
          { name: 'settings', configMap: { name: 'settings', optional: true } },
          { name: 'keys', secret: { secretName: 'keys' } },
        ],
      },
      status: {
        childReferences: [
          { apiVersion: 'tekton.dev/v1', kind: 'TaskRun', name: 'build-1-compile', pipelineTaskName: 'compile' },
          { apiVersion: 'example.org/v1', kind: 'Other', name: 'build-1-other', pipelineTaskName: 'other' },
        ],
      },
    },
    pointers: [
      'tekton-pipeline spec.pipelineRef.name → Pipeline.tekton.dev ci/build',
      'tekton-service-account spec.taskRunTemplate.serviceAccountName → ServiceAccount ci/builder',
      'tekton-workspace spec.workspaces[0].persistentVolumeClaim.claimName → PersistentVolumeClaim ci/source',
      'tekton-workspace spec.workspaces[1].configMap.name → ConfigMap ci/settings [optional]',
      'tekton-workspace spec.workspaces[2].secret.secretName → Secret ci/keys',
      'pipeline-run-child status.childReferences[0].name → TaskRun.tekton.dev ci/build-1-compile [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'tekton.dev/v1',
      kind: 'TaskRun',
      metadata: { name: 'build-1-compile', namespace: 'ci' },
      spec: {
        taskRef: { name: 'compile', kind: 'Task' },
        serviceAccountName: 'builder',
        workspaces: [
          { name: 'source', persistentVolumeClaim: { claimName: 'source' } },
          { name: 'settings', configMap: { name: 'settings' } },
          { name: 'keys', secret: { secretName: 'keys', optional: true } },
        ],
      },
      status: { podName: 'build-1-compile-pod' },
    },
    pointers: [
      'tekton-task spec.taskRef.name → Task.tekton.dev ci/compile',
      'tekton-service-account spec.serviceAccountName → ServiceAccount ci/builder',
      'tekton-workspace spec.workspaces[0].persistentVolumeClaim.claimName → PersistentVolumeClaim ci/source',
      'tekton-workspace spec.workspaces[1].configMap.name → ConfigMap ci/settings',
      'tekton-workspace spec.workspaces[2].secret.secretName → Secret ci/keys [optional]',
      'task-run-pod status.podName → Pod ci/build-1-compile-pod [weak]',
    ],
  },
  {
    object: {
      apiVersion: 'tekton.dev/v1',
      kind: 'TaskRun',
      metadata: { name: 'of-a-custom-task', namespace: 'ci' },
      spec: { taskRef: { apiVersion: 'example.org/v1', kind: 'Other', name: 'other' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'tekton.dev/v1',
      kind: 'Pipeline',
      metadata: { name: 'build', namespace: 'ci' },
      spec: {
        tasks: [
          { name: 'compile', taskRef: { name: 'compile' } },
          { name: 'scan', taskRef: { name: 'scan', kind: 'ClusterTask' } },
          { name: 'other', taskRef: { apiVersion: 'example.org/v1', kind: 'Other', name: 'other' } },
        ],
        finally: [
          { name: 'notify', taskRef: { name: 'notify' } },
          { name: 'last', taskRef: { apiVersion: 'example.org/v1', kind: 'Other', name: 'other' } },
        ],
      },
    },
    pointers: [
      'tekton-task spec.tasks[0].taskRef.name → Task.tekton.dev ci/compile',
      'tekton-task spec.tasks[1].taskRef.name → ClusterTask.tekton.dev ci/scan',
      'tekton-task spec.finally[0].taskRef.name → Task.tekton.dev ci/notify',
    ],
  },
  {
    object: {
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'EventListener',
      metadata: { name: 'github', namespace: 'ci' },
      spec: {
        serviceAccountName: 'listener',
        triggers: [
          { triggerRef: 'on-push' },
          {
            bindings: [{ ref: 'push' }, { ref: 'common', kind: 'ClusterTriggerBinding' }, { ref: 'other', kind: 'Other' }],
            template: { ref: 'build' },
          },
        ],
      },
    },
    pointers: [
      'event-listener-trigger spec.triggers[0].triggerRef → Trigger.triggers.tekton.dev ci/on-push',
      'trigger-binding spec.triggers[1].bindings[0].ref → TriggerBinding.triggers.tekton.dev ci/push',
      'trigger-binding spec.triggers[1].bindings[1].ref → ClusterTriggerBinding.triggers.tekton.dev ci/common',
      'trigger-template spec.triggers[1].template.ref → TriggerTemplate.triggers.tekton.dev ci/build',
      'tekton-service-account spec.serviceAccountName → ServiceAccount ci/listener',
    ],
  },
  {
    object: {
      apiVersion: 'triggers.tekton.dev/v1beta1',
      kind: 'Trigger',
      metadata: { name: 'on-push', namespace: 'ci' },
      spec: { serviceAccountName: 'listener', bindings: [{ ref: 'push' }, { ref: 'other', kind: 'Other' }], template: { ref: 'build' } },
    },
    pointers: [
      'trigger-binding spec.bindings[0].ref → TriggerBinding.triggers.tekton.dev ci/push',
      'trigger-template spec.template.ref → TriggerTemplate.triggers.tekton.dev ci/build',
      'tekton-service-account spec.serviceAccountName → ServiceAccount ci/listener',
    ],
  },
  bare('tekton.dev/v1', 'PipelineRun', 'ci'),
  bare('tekton.dev/v1', 'TaskRun', 'ci'),
  bare('tekton.dev/v1', 'Pipeline', 'ci'),
  bare('triggers.tekton.dev/v1beta1', 'EventListener', 'ci'),
  bare('triggers.tekton.dev/v1beta1', 'Trigger', 'ci'),
];
