import type { Example } from '../../../../test/support/example.ts';
import type { JsonObject } from '../../../records/record.ts';
import { bare } from '../bare.ts';

const containers = [{ name: 'main', image: 'web:1' }];
const pod = { metadata: { labels: { app: 'web' } }, spec: { containers } };
const selector = { matchLabels: { app: 'web' } };
const claim = (name: string, storageClassName: string): JsonObject => ({
  metadata: { name },
  spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } }, storageClassName },
});
const setLabels = { 'leaderworkerset.sigs.k8s.io/name': 'vllm' };
const ofSet =
  "label-leader-worker-set metadata.labels['leaderworkerset.sigs.k8s.io/name'] → LeaderWorkerSet.leaderworkerset.x-k8s.io ai/vllm [weak]";
const head = { headGroupSpec: { rayStartParams: {}, template: { spec: { containers } } } };

export const customWorkloadExamples: readonly Example[] = [
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'vllm-0-1',
        namespace: 'ai',
        labels: setLabels,
        annotations: { 'leaderworkerset.sigs.k8s.io/leader-name': 'vllm-0', 'leaderworkerset.sigs.k8s.io/size': '2' },
      },
      spec: { containers },
    },
    pointers: [ofSet, "worker-leader-pod metadata.annotations['leaderworkerset.sigs.k8s.io/leader-name'] → Pod ai/vllm-0 [weak]"],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        name: 'train-workers-0-0-x7k2p',
        namespace: 'ai',
        labels: { 'jobset.sigs.k8s.io/jobset-name': 'train', 'jobset.sigs.k8s.io/replicatedjob-name': 'workers', 'ray.io/cluster': 'ray' },
      },
      spec: { containers },
    },
    pointers: [
      "label-job-set metadata.labels['jobset.sigs.k8s.io/jobset-name'] → JobSet.jobset.x-k8s.io ai/train [weak]",
      "label-ray-cluster metadata.labels['ray.io/cluster'] → RayCluster.ray.io ai/ray [weak]",
    ],
  },
  {
    object: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: { name: 'vllm', namespace: 'ai', labels: setLabels },
      spec: { serviceName: 'vllm', selector, template: pod },
    },
    pointers: [ofSet],
  },
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'vllm', namespace: 'ai', labels: setLabels },
      spec: { clusterIP: 'None', selector: setLabels },
    },
    pointers: [ofSet],
  },
  // Its name alone makes it nobody's.
  {
    object: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'vllm', namespace: 'other', labels: { 'leaderworkerset.sigs.k8s.io/group-index': '0' } },
      spec: { clusterIP: 'None' },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'leaderworkerset.x-k8s.io/v1',
      kind: 'LeaderWorkerSet',
      metadata: { name: 'vllm', namespace: 'ai' },
      spec: { replicas: 1, leaderWorkerTemplate: { size: 2, workerTemplate: pod, volumeClaimTemplates: [claim('models', 'fast')] } },
    },
    pointers: [
      'claim-template-storage-class spec.leaderWorkerTemplate.volumeClaimTemplates[0].spec.storageClassName → StorageClass.storage.k8s.io fast',
    ],
  },
  {
    object: {
      apiVersion: 'apps.kruise.io/v1beta1',
      kind: 'StatefulSet',
      metadata: { name: 'postgres', namespace: 'data' },
      spec: { serviceName: 'postgres', selector, template: pod, volumeClaimTemplates: [claim('data', 'fast'), claim('none', '')] },
    },
    pointers: [
      'claim-template-storage-class spec.volumeClaimTemplates[0].spec.storageClassName → StorageClass.storage.k8s.io fast',
      'kruise-stateful-set-service spec.serviceName → Service data/postgres',
    ],
  },
  {
    object: {
      apiVersion: 'apps.kruise.io/v1alpha1',
      kind: 'CloneSet',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { serviceName: 'no-field-of-a-clone-set', selector, template: pod, volumeClaimTemplates: [claim('data', 'fast')] },
    },
    pointers: ['claim-template-storage-class spec.volumeClaimTemplates[0].spec.storageClassName → StorageClass.storage.k8s.io fast'],
  },
  {
    object: {
      apiVersion: 'apps.openshift.io/v1',
      kind: 'DeploymentConfig',
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        replicas: 1,
        selector: { app: 'web' },
        template: pod,
        triggers: [
          { type: 'ConfigChange' },
          {
            type: 'ImageChange',
            imageChangeParams: { automatic: true, containerNames: ['main'], from: { kind: 'ImageStreamTag', name: 'web:latest' } },
          },
          {
            type: 'ImageChange',
            imageChangeParams: { containerNames: ['base'], from: { kind: 'ImageStreamTag', namespace: 'openshift', name: 'base:9' } },
          },
          {
            type: 'ImageChange',
            imageChangeParams: { containerNames: ['other'], from: { kind: 'DockerImage', name: 'registry.example.com/web:1' } },
          },
        ],
      },
    },
    pointers: [
      'deployment-config-image-stream-tag spec.triggers[1].imageChangeParams.from.name → ImageStreamTag.image.openshift.io shop/web:latest',
      'deployment-config-image-stream-tag spec.triggers[2].imageChangeParams.from.name → ImageStreamTag.image.openshift.io openshift/base:9',
    ],
  },
  {
    object: {
      apiVersion: 'batch.volcano.sh/v1alpha1',
      kind: 'Job',
      metadata: { name: 'train', namespace: 'ai' },
      spec: {
        queue: 'research',
        priorityClassName: 'high',
        tasks: [{ name: 'workers', replicas: 2, template: pod }],
        volumes: [
          { mountPath: '/data', volumeClaimName: 'data' },
          { mountPath: '/scratch', volumeClaim: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: '1Gi' } } } },
        ],
      },
    },
    pointers: [
      'volcano-queue spec.queue → Queue.scheduling.volcano.sh research',
      'volcano-priority-class spec.priorityClassName → PriorityClass.scheduling.k8s.io high',
      'volcano-job-claim spec.volumes[0].volumeClaimName → PersistentVolumeClaim ai/data',
    ],
  },
  {
    object: {
      apiVersion: 'scheduling.volcano.sh/v1beta1',
      kind: 'PodGroup',
      metadata: { name: 'train', namespace: 'ai' },
      spec: { minMember: 2, queue: 'research', priorityClassName: 'high' },
    },
    pointers: [
      'volcano-queue spec.queue → Queue.scheduling.volcano.sh research',
      'volcano-priority-class spec.priorityClassName → PriorityClass.scheduling.k8s.io high',
    ],
  },
  {
    object: {
      apiVersion: 'trainer.kubeflow.org/v1alpha1',
      kind: 'TrainJob',
      metadata: { name: 'llama', namespace: 'ai' },
      spec: { runtimeRef: { name: 'torch-distributed' } },
    },
    pointers: ['train-job-runtime spec.runtimeRef.name → ClusterTrainingRuntime.trainer.kubeflow.org ai/torch-distributed'],
  },
  {
    object: {
      apiVersion: 'trainer.kubeflow.org/v1alpha1',
      kind: 'TrainJob',
      metadata: { name: 'mine', namespace: 'ai' },
      spec: { runtimeRef: { apiGroup: 'trainer.kubeflow.org', kind: 'TrainingRuntime', name: 'mine' } },
    },
    pointers: ['train-job-runtime spec.runtimeRef.name → TrainingRuntime.trainer.kubeflow.org ai/mine'],
  },
  {
    object: {
      apiVersion: 'trainer.kubeflow.org/v1alpha1',
      kind: 'TrainJob',
      metadata: { name: 'of-another-group', namespace: 'ai' },
      spec: { runtimeRef: { apiGroup: 'example.org', kind: 'TrainingRuntime', name: 'mine' } },
    },
    pointers: [],
  },
  {
    object: {
      apiVersion: 'ray.io/v1',
      kind: 'RayJob',
      metadata: { name: 'count', namespace: 'ai' },
      spec: { entrypoint: 'python count.py', rayClusterSpec: head },
      status: { rayClusterName: 'count-x7k2p' },
    },
    pointers: ['ray-job-cluster status.rayClusterName → RayCluster.ray.io ai/count-x7k2p [weak]'],
  },
  {
    object: {
      apiVersion: 'ray.io/v1',
      kind: 'RayService',
      metadata: { name: 'serve', namespace: 'ai' },
      spec: { rayClusterConfig: head },
      status: { activeServiceStatus: { rayClusterName: 'serve-a' }, pendingServiceStatus: { rayClusterName: 'serve-b' } },
    },
    pointers: [
      'ray-service-cluster status.activeServiceStatus.rayClusterName → RayCluster.ray.io ai/serve-a [weak]',
      'ray-service-cluster status.pendingServiceStatus.rayClusterName → RayCluster.ray.io ai/serve-b [weak]',
    ],
  },
  bare('ray.io/v1', 'RayJob', 'ai'),
  bare('batch.volcano.sh/v1alpha1', 'Job', 'ai'),
];
