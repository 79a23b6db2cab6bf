/** Projects whose objects say in their own way how they are. The first row that fits decides. */
import type { Convention } from './convention.ts';

export const conventions: readonly Convention[] = [
  {
    group: 'argoproj.io',
    kinds: ['Application'],
    words: {
      path: ['status', 'health', 'status'],
      messagePath: ['status', 'health', 'message'],
      means: { HEALTHY: ['Healthy'], PROGRESSING: ['Progressing'], SUSPENDED: ['Suspended'], DEGRADED: ['Degraded', 'Missing'] },
    },
    source: 'Argo CD, gitops-engine pkg/health/health.go',
  },
  {
    group: 'argoproj.io',
    kinds: ['Rollout'],
    words: {
      path: ['status', 'phase'],
      messagePath: ['status', 'message'],
      means: { HEALTHY: ['Healthy'], PROGRESSING: ['Progressing'], SUSPENDED: ['Paused'], DEGRADED: ['Degraded'] },
    },
    source: 'Argo Rollouts, v1alpha1 RolloutPhase',
  },
  {
    group: 'argoproj.io',
    kinds: ['Workflow'],
    suspendedBy: [['spec', 'suspend']],
    words: {
      path: ['status', 'phase'],
      messagePath: ['status', 'message'],
      means: { HEALTHY: ['Succeeded'], PROGRESSING: ['Pending', 'Running'], DEGRADED: ['Failed', 'Error'] },
    },
    source: 'Argo Workflows, v1alpha1 WorkflowPhase',
  },
  {
    group: 'argoproj.io',
    kinds: ['CronWorkflow'],
    suspendedBy: [['spec', 'suspend']],
    source: 'Argo Workflows, v1alpha1 CronWorkflowSpec',
  },
  ...['source', 'kustomize', 'helm', 'notification', 'image'].map(
    (part): Convention => ({
      group: `${part}.toolkit.fluxcd.io`,
      suspendedBy: [['spec', 'suspend']],
      source: 'Flux: spec.suspend; its conditions follow kstatus',
    }),
  ),
  { group: 'cert-manager.io', kinds: ['CertificateRequest'], badWhereTrue: ['Denied', 'InvalidRequest'], source: 'cert-manager, v1 types' },
  { group: 'gateway.networking.k8s.io', kinds: ['GatewayClass'], wellWhereTrue: ['Accepted'], source: 'Gateway API, v1 GatewayClass' },
  { group: 'gateway.networking.k8s.io', kinds: ['Gateway'], wellWhereTrue: ['Accepted', 'Programmed'], source: 'Gateway API, v1 Gateway' },
  {
    group: 'gateway.networking.k8s.io',
    wellWhereTrue: ['Accepted', 'ResolvedRefs'],
    conditionsIn: 'parents',
    source: 'Gateway API, v1 RouteStatus',
  },
  {
    group: 'config.openshift.io',
    kinds: ['ClusterOperator', 'ClusterVersion'],
    wellWhereTrue: ['Available'],
    badWhereTrue: ['Failing'],
    source: 'OpenShift API, config/v1 ClusterStatusConditionType',
  },
  {
    group: 'machineconfiguration.openshift.io',
    kinds: ['MachineConfigPool'],
    suspendedBy: [['spec', 'paused']],
    wellWhereTrue: ['Updated'],
    badWhereTrue: ['NodeDegraded', 'RenderDegraded'],
    source: 'OpenShift API, machineconfiguration/v1 MachineConfigPoolConditionType',
  },
  {
    group: 'operators.coreos.com',
    kinds: ['ClusterServiceVersion'],
    words: {
      path: ['status', 'phase'],
      messagePath: ['status', 'message'],
      means: {
        HEALTHY: ['Succeeded'],
        PROGRESSING: ['Pending', 'InstallReady', 'Installing', 'Replacing', 'Deleting'],
        DEGRADED: ['Failed'],
      },
    },
    source: 'Operator Lifecycle Manager, v1alpha1 ClusterServiceVersionPhase',
  },
  {
    group: 'operators.coreos.com',
    kinds: ['InstallPlan'],
    words: {
      path: ['status', 'phase'],
      means: { HEALTHY: ['Complete'], PROGRESSING: ['Planning', 'Installing'], SUSPENDED: ['RequiresApproval'], DEGRADED: ['Failed'] },
    },
    source: 'Operator Lifecycle Manager, v1alpha1 InstallPlanPhase',
  },
  {
    group: 'velero.io',
    kinds: ['Backup', 'Restore'],
    words: {
      path: ['status', 'phase'],
      messagePath: ['status', 'failureReason'],
      means: {
        HEALTHY: ['Completed'],
        PROGRESSING: [
          ...['New', 'Queued', 'ReadyToStart', 'InProgress', 'WaitingForPluginOperations', 'Finalizing', 'Deleting'],
          ...['WaitingForPluginOperationsPartiallyFailed', 'FinalizingPartiallyFailed'],
        ],
        DEGRADED: ['Failed', 'PartiallyFailed', 'FailedValidation'],
      },
    },
    source: 'Velero, v1 BackupPhase and RestorePhase',
  },
  {
    group: 'velero.io',
    kinds: ['BackupStorageLocation'],
    words: {
      path: ['status', 'phase'],
      messagePath: ['status', 'message'],
      means: { HEALTHY: ['Available'], DEGRADED: ['Unavailable'] },
    },
    source: 'Velero, v1 BackupStorageLocationPhase',
  },
  { group: 'keda.sh', badWhereTrue: ['Fallback'], source: 'KEDA, v1alpha1 ConditionType' },
  {
    group: 'tekton.dev',
    kinds: ['PipelineRun', 'TaskRun'],
    wellWhereTrue: ['Succeeded'],
    source: 'Tekton, v1 status: the condition Succeeded',
  },
  { group: 'cluster.x-k8s.io', suspendedBy: [['spec', 'paused']], source: 'Cluster API: spec.paused' },
];
