/** Kinds beside Kubernetes' own that hold pod templates. Every relation of a pod's spec holds for each: the next one is a row. */
import type { KindKey } from '../kube/kind.ts';

/** Where a kind keeps a spec that others keep too (a pod's); a kind that has several has a row for each. */
export interface SpecHolder {
  readonly kind: KindKey;
  /** Path of the spec: `spec.template.spec`, `spec.tasks[].template.spec`. */
  readonly path: string;
  /** Its controller fills in what is left out, in a way of its own: nothing is assumed of it. */
  readonly fillsIn?: true;
  /** Its texts may hold `{{…}}`, which is filled in when it runs. */
  readonly templated?: true;
}

interface Row {
  readonly group: string;
  readonly kinds: readonly string[];
  /** Those that the source of the kinds types as a PodSpec, or as a template or a Job that has one. */
  readonly paths: readonly string[];
  readonly fillsIn?: true;
  readonly templated?: true;
}

const template = ['spec.template.spec'];
const ray = { group: 'ray.io' } as const;
const training = { group: 'kubeflow.org' } as const;
const spark = { group: 'sparkoperator.k8s.io', fillsIn: true } as const;

/** The types of replicas that the operator knows, in the map that each kind calls by its own name. */
const replicas = (map: string, ...types: string[]): string[] => types.map((type) => `spec.${map}.${type}.template.spec`);

const rows: readonly Row[] = [
  { group: 'argoproj.io', kinds: ['Rollout'], paths: template },
  { group: 'argoproj.io', kinds: ['Experiment'], paths: ['spec.templates[].template.spec'] },
  {
    group: 'argoproj.io',
    kinds: ['AnalysisTemplate', 'AnalysisRun'],
    paths: ['spec.metrics[].provider.job.spec.template.spec'],
    templated: true,
  },

  { group: 'apps.openshift.io', kinds: ['DeploymentConfig'], paths: template },

  {
    group: 'leaderworkerset.x-k8s.io',
    kinds: ['LeaderWorkerSet'],
    paths: ['spec.leaderWorkerTemplate.leaderTemplate.spec', 'spec.leaderWorkerTemplate.workerTemplate.spec'],
  },
  { group: 'jobset.x-k8s.io', kinds: ['JobSet'], paths: ['spec.replicatedJobs[].template.spec.template.spec'] },

  { group: 'serving.knative.dev', kinds: ['Service', 'Configuration'], paths: template },
  { group: 'serving.knative.dev', kinds: ['Revision'], paths: ['spec'] },
  { group: 'sources.knative.dev', kinds: ['ContainerSource'], paths: template },

  { group: 'apps.kruise.io', kinds: ['CloneSet', 'StatefulSet', 'DaemonSet', 'BroadcastJob'], paths: template },
  {
    group: 'apps.kruise.io',
    kinds: ['AdvancedCronJob'],
    paths: ['spec.template.jobTemplate.spec.template.spec', 'spec.template.broadcastJobTemplate.spec.template.spec'],
  },
  {
    group: 'apps.kruise.io',
    kinds: ['UnitedDeployment'],
    paths: ['statefulSetTemplate', 'advancedStatefulSetTemplate', 'cloneSetTemplate', 'deploymentTemplate'].map(
      (workload) => `spec.template.${workload}.spec.template.spec`,
    ),
  },

  { group: 'batch.volcano.sh', kinds: ['Job'], paths: ['spec.tasks[].template.spec'] },
  { group: 'flow.volcano.sh', kinds: ['JobTemplate'], paths: ['spec.tasks[].template.spec'] },

  { ...training, kinds: ['PyTorchJob'], paths: replicas('pytorchReplicaSpecs', 'Master', 'Worker') },
  { ...training, kinds: ['TFJob'], paths: replicas('tfReplicaSpecs', 'PS', 'Worker', 'Chief', 'Master', 'Evaluator') },
  { ...training, kinds: ['XGBoostJob'], paths: replicas('xgbReplicaSpecs', 'Master', 'Worker') },
  { ...training, kinds: ['PaddleJob'], paths: replicas('paddleReplicaSpecs', 'Master', 'Worker') },
  { ...training, kinds: ['JAXJob'], paths: replicas('jaxReplicaSpecs', 'Worker') },
  { ...training, kinds: ['MPIJob'], paths: replicas('mpiReplicaSpecs', 'Worker') },
  // The launcher gets an account that is made for it.
  { ...training, kinds: ['MPIJob'], paths: replicas('mpiReplicaSpecs', 'Launcher'), fillsIn: true },
  // A TrainJob may say another account than the runtime that it names.
  {
    group: 'trainer.kubeflow.org',
    kinds: ['TrainingRuntime'],
    paths: ['spec.template.spec.replicatedJobs[].template.spec.template.spec'],
    fillsIn: true,
  },

  // Of a cluster that scales itself the head gets an account that is made for it.
  { ...ray, kinds: ['RayCluster'], paths: ['spec.headGroupSpec.template.spec'], fillsIn: true },
  { ...ray, kinds: ['RayCluster'], paths: ['spec.workerGroupSpecs[].template.spec'] },
  { ...ray, kinds: ['RayJob'], paths: ['spec.rayClusterSpec.headGroupSpec.template.spec'], fillsIn: true },
  { ...ray, kinds: ['RayJob'], paths: ['spec.rayClusterSpec.workerGroupSpecs[].template.spec', 'spec.submitterPodTemplate.spec'] },
  { ...ray, kinds: ['RayService'], paths: ['spec.rayClusterConfig.headGroupSpec.template.spec'], fillsIn: true },
  { ...ray, kinds: ['RayService'], paths: ['spec.rayClusterConfig.workerGroupSpecs[].template.spec'] },

  // Beside the template the driver and the executor say an account of their own.
  { ...spark, kinds: ['SparkApplication'], paths: ['spec.driver.template.spec', 'spec.executor.template.spec'] },
  { ...spark, kinds: ['ScheduledSparkApplication'], paths: ['spec.template.driver.template.spec', 'spec.template.executor.template.spec'] },

  { group: 'keda.sh', kinds: ['ScaledJob'], paths: ['spec.jobTargetRef.template.spec'] },
];

export const templateHolders: readonly SpecHolder[] = holdersOf(rows);

/** One key a kind, however many rows it has. */
function holdersOf(table: readonly Row[]): readonly SpecHolder[] {
  const keys = new Map<string, KindKey>();
  return table.flatMap(({ group, kinds, paths, ...rest }) =>
    kinds.flatMap((kind) => {
      const name = `${kind}.${group}`;
      const key = keys.get(name) ?? { group, kind };
      keys.set(name, key);
      return paths.map((path): SpecHolder => ({ kind: key, path, ...rest }));
    }),
  );
}
