/** What workloads beside Kubernetes' own name besides their templates, and what says by a label whose it is. */
import type { KindKey } from '../../kube/kind.ts';
import { persistentVolumeClaim, pod, priorityClass, service, statefulSet, storageClass } from '../kinds.ts';
import type { RelationRule } from '../rule.ts';
import { atPaths } from './at-paths.ts';
import { cloneSet, deploymentConfig, jobSet, kruiseStatefulSet, leaderWorkerSet, volcanoJob } from './custom-workload-kinds.ts';

const ray = (kind: string): KindKey => ({ group: 'ray.io', kind });
const imageStreamTag: KindKey = { group: 'image.openshift.io', kind: 'ImageStreamTag' };
const volcanoPodGroup: KindKey = { group: 'scheduling.volcano.sh', kind: 'PodGroup' };
const volcanoQueue: KindKey = { group: 'scheduling.volcano.sh', kind: 'Queue' };
const trainJob: KindKey = { group: 'trainer.kubeflow.org', kind: 'TrainJob' };
const trainingRuntimes = ['TrainingRuntime', 'ClusterTrainingRuntime'].map((kind): KindKey => ({ group: 'trainer.kubeflow.org', kind }));

/** The sets whose name stands in a label of all that is made for them; owners reach only the next step. */
const labels: readonly {
  readonly from: KindKey;
  readonly label: string;
  readonly target: KindKey;
  readonly relation: string;
  readonly forward: string;
  readonly reverse: string;
  readonly source: string;
}[] = [
  ...[
    { from: pod, reverse: 'pods' },
    { from: statefulSet, reverse: 'statefulSets' },
    { from: service, reverse: 'services' },
  ].map((end) => ({
    ...end,
    label: 'leaderworkerset.sigs.k8s.io/name',
    target: leaderWorkerSet,
    relation: 'label-leader-worker-set',
    forward: 'leaderWorkerSet',
    source: 'leaderworkerset.x-k8s.io/v1 SetNameLabelKey: on Pods, Services and StatefulSets',
  })),
  {
    from: pod,
    label: 'jobset.sigs.k8s.io/jobset-name',
    target: jobSet,
    relation: 'label-job-set',
    forward: 'jobSet',
    reverse: 'pods',
    source: 'jobset.x-k8s.io/v1alpha2 JobSetNameKey',
  },
  {
    from: pod,
    label: 'ray.io/cluster',
    target: ray('RayCluster'),
    relation: 'label-ray-cluster',
    forward: 'rayCluster',
    reverse: 'pods',
    source: 'KubeRay RayClusterLabelKey',
  },
];

const volcanoRules: readonly RelationRule[] = [
  ...[
    { from: volcanoJob, path: 'spec', reverse: 'volcanoJobs' },
    { from: volcanoPodGroup, path: 'spec', reverse: 'volcanoPodGroups' },
  ].flatMap(({ from, path, reverse }): RelationRule[] => [
    {
      relation: 'volcano-queue',
      from,
      path: `${path}.queue`,
      target: volcanoQueue,
      namespace: 'cluster',
      forward: { name: 'queue', one: true },
      reverse: { name: reverse },
      source: `volcano.sh ${from.kind}Spec.queue`,
    },
    {
      relation: 'volcano-priority-class',
      from,
      path: `${path}.priorityClassName`,
      target: priorityClass,
      namespace: 'cluster',
      forward: { name: 'priorityClass', one: true },
      reverse: { name: reverse },
      source: `volcano.sh ${from.kind}Spec.priorityClassName`,
    },
  ]),
  {
    relation: 'volcano-job-claim',
    from: volcanoJob,
    path: 'spec.volumes[].volumeClaimName',
    target: persistentVolumeClaim,
    namespace: 'source',
    forward: { name: 'persistentVolumeClaims' },
    reverse: { name: 'volcanoJobs' },
    source: 'batch.volcano.sh/v1alpha1 VolumeSpec.volumeClaimName',
  },
];

export const customWorkloadRules: readonly RelationRule[] = [
  ...labels.map(
    ({ from, label, target, relation, forward, reverse, source }): RelationRule => ({
      relation,
      from,
      path: `metadata.labels['${label}']`,
      target,
      namespace: 'source',
      weak: true,
      forward: { name: forward, one: true },
      reverse: { name: reverse },
      source,
    }),
  ),
  {
    relation: 'worker-leader-pod',
    from: pod,
    path: "metadata.annotations['leaderworkerset.sigs.k8s.io/leader-name']",
    target: pod,
    namespace: 'source',
    weak: true,
    forward: { name: 'leaderPod', one: true },
    reverse: { name: 'workerPods' },
    source: 'leaderworkerset.x-k8s.io/v1 LeaderPodNameAnnotationKey',
  },
  {
    relation: 'claim-template-storage-class',
    from: leaderWorkerSet,
    path: 'spec.leaderWorkerTemplate.volumeClaimTemplates[].spec.storageClassName',
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClasses' },
    reverse: { name: 'workloads' },
    source: 'leaderworkerset.x-k8s.io/v1 LeaderWorkerTemplate.volumeClaimTemplates',
  },
  {
    relation: 'claim-template-storage-class',
    from: [cloneSet, kruiseStatefulSet],
    path: 'spec.volumeClaimTemplates[].spec.storageClassName',
    target: storageClass,
    namespace: 'cluster',
    forward: { name: 'storageClasses' },
    reverse: { name: 'workloads' },
    source: 'apps.kruise.io CloneSetSpec.volumeClaimTemplates, StatefulSetSpec.volumeClaimTemplates',
  },
  {
    relation: 'kruise-stateful-set-service',
    from: kruiseStatefulSet,
    path: 'spec.serviceName',
    target: service,
    namespace: 'source',
    forward: { name: 'service', one: true },
    reverse: { name: 'kruiseStatefulSets' },
    source: 'apps.kruise.io/v1beta1 StatefulSetSpec.serviceName',
  },
  {
    relation: 'deployment-config-image-stream-tag',
    from: deploymentConfig,
    path: 'spec.triggers[].imageChangeParams.from.name',
    target: { kind: 'kind', defaults: { group: 'image.openshift.io' }, kinds: [imageStreamTag] },
    namespace: { path: 'namespace' },
    forward: { name: 'imageStreamTags' },
    reverse: { name: 'deploymentConfigs' },
    source: 'openshift apps/v1 DeploymentTriggerImageChangeParams.from',
  },
  ...volcanoRules,
  {
    relation: 'train-job-runtime',
    from: trainJob,
    path: 'spec.runtimeRef.name',
    // A ClusterTrainingRuntime lies in no namespace: the store drops it.
    target: {
      apiGroup: 'apiGroup',
      kind: 'kind',
      defaults: { group: 'trainer.kubeflow.org', kind: 'ClusterTrainingRuntime' },
      kinds: trainingRuntimes,
    },
    namespace: 'source',
    forward: { name: 'runtime', one: true },
    reverse: { name: 'trainJobs' },
    source: 'trainer.kubeflow.org/v1alpha1 RuntimeRef: a ClusterTrainingRuntime where it says none',
  },
  {
    relation: 'ray-job-cluster',
    from: ray('RayJob'),
    path: 'status.rayClusterName',
    target: ray('RayCluster'),
    namespace: 'source',
    weak: true,
    forward: { name: 'rayCluster', one: true },
    reverse: { name: 'rayJobs' },
    source: 'ray.io/v1 RayJobStatus.rayClusterName',
  },
  ...atPaths(['status.activeServiceStatus.rayClusterName', 'status.pendingServiceStatus.rayClusterName'], {
    relation: 'ray-service-cluster',
    from: ray('RayService'),
    target: ray('RayCluster'),
    namespace: 'source',
    weak: true,
    forward: { name: 'rayClusters' },
    reverse: { name: 'rayServices' },
    source: 'ray.io/v1 RayServiceStatus.rayClusterName',
  }),
];
