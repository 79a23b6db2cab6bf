/** Examples that no API server of the tests can be asked about, and why: all of a kind, or one by its name. */
import { stringAt } from '../../src/kube/safe.ts';
import type { JsonObject } from '../../src/records/record.ts';
import { templateHolders } from '../../src/relations/template-holders.ts';

export interface HandWritten {
  /** As it is written in the examples (`*.example.com`: all below it); any where left out. */
  readonly group?: string;
  readonly kind?: string;
  readonly names?: readonly string[];
  readonly reason: string;
}

/** No module that Go's proxy has for us. */
const NO_CRD = 'no Go module carries the CRD';
const PROVIDERS = "the CRDs of Crossplane's providers come by the hundred, in packages that are no Go modules";
const OLDER = 'an older version: without the conversion webhook of its project no server keeps it';
const DEAR = 'the API server refuses its CRD: the rules in it cost too much';
const AGGREGATED = "OpenShift's own server keeps it: there is no CRD";
/** Look-alikes among them: what the API refuses may still be captured from a server of another release. */
const REFUSED = 'the API refuses a part of it';

const LOOK_ALIKE = 'a look-alike: its fields stand where the kind has none';
/** Of every kind with a pod template beside Kubernetes' own: what they usually say is asked about. */
const EVERY_FIELD = 'every field that a pod has, of which the CRD of its kind knows those of its own time';

const handWritten: readonly HandWritten[] = [
  ...[...new Set(templateHolders.map(({ kind }) => kind))].map((kind) => ({ ...kind, names: ['web'], reason: EVERY_FIELD })),
  { names: ['without-spec'], reason: LOOK_ALIKE },
  { group: 'apps.openshift.io', reason: 'an aggregated API without a CRD' },
  { group: 'leaderworkerset.x-k8s.io', reason: NO_CRD },
  { group: 'jobset.x-k8s.io', reason: NO_CRD },
  { group: 'sources.knative.dev', reason: NO_CRD },
  { group: 'apps.kruise.io', reason: NO_CRD },
  { group: 'batch.volcano.sh', reason: NO_CRD },
  { group: 'flow.volcano.sh', reason: NO_CRD },
  { group: 'sparkoperator.k8s.io', reason: NO_CRD },
  { group: 'kubeflow.org', kind: 'JAXJob', reason: NO_CRD },
  { group: 'karpenter.sh', names: ['older', 'without-kind'], reason: OLDER },
  { group: 'keda.sh', names: ['of-another-authentication'], reason: REFUSED },
  { group: 'scheduling.volcano.sh', reason: NO_CRD },
  { group: 'networking.internal.knative.dev', reason: NO_CRD },
  { group: 'eventing.knative.dev', reason: NO_CRD },
  { group: 'messaging.knative.dev', reason: NO_CRD },
  { group: 'flows.knative.dev', reason: NO_CRD },
  { group: 'kubevirt.io', reason: NO_CRD },
  { group: '*.kubevirt.io', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'Workflow', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'WorkflowTemplate', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'ClusterWorkflowTemplate', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'CronWorkflow', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'WorkflowEventBinding', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'Sensor', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'EventSource', reason: NO_CRD },
  { group: 'argoproj.io', kind: 'EventBus', reason: NO_CRD },
  { names: ['bare'], reason: 'says nothing, where the API asks for fields' },
  { group: '*.upbound.io', reason: PROVIDERS },
  { group: 'upbound.io', reason: PROVIDERS },
  { group: '*.crossplane.io', kind: 'Thing', reason: PROVIDERS },
  { group: 'kubernetes.crossplane.io', reason: PROVIDERS },
  { group: 'protection.crossplane.io', reason: NO_CRD },
  { group: 'platform.example.org', reason: 'a kind that its users make' },
  { group: 'example.org', reason: 'a kind that its users make' },
  { group: 'infrastructure.cluster.x-k8s.io', reason: NO_CRD },
  { group: 'cluster.x-k8s.io', names: ['old', 'old-1'], reason: OLDER },
  { group: 'cluster.x-k8s.io', kind: 'MachineHealthCheck', names: ['blue'], reason: OLDER },
  { group: 'controlplane.cluster.x-k8s.io', names: ['old'], reason: OLDER },
  { group: 'cluster.x-k8s.io', kind: 'Cluster', names: ['kinds-unknown'], reason: REFUSED },
  { group: 'helm.toolkit.fluxcd.io', reason: NO_CRD },
  { group: 'image.toolkit.fluxcd.io', reason: NO_CRD },
  { group: 'source.toolkit.fluxcd.io', kind: 'OCIRepository', reason: OLDER },
  { group: 'kustomize.toolkit.fluxcd.io', names: ['of-an-unknown-source'], reason: REFUSED },
  { group: 'source.toolkit.fluxcd.io', names: ['of-an-unknown-source'], reason: REFUSED },
  { group: 'notification.toolkit.fluxcd.io', names: ['chat', 'of-any-kind'], reason: REFUSED },
  { group: 'external-secrets.io', kind: 'ExternalSecret', names: ['that-makes-none'], reason: REFUSED },
  { group: 'external-secrets.io', kind: 'PushSecret', names: ['push'], reason: REFUSED },
  { group: 'gateway.networking.k8s.io', kind: 'GRPCRoute', names: ['web'], reason: REFUSED },
  { group: 'gateway.networking.k8s.io', kind: 'TLSRoute', names: ['web'], reason: REFUSED },
  { group: 'gateway.networking.k8s.io', kind: 'TCPRoute', names: ['web'], reason: REFUSED },
  { group: 'gateway.networking.k8s.io', kind: 'UDPRoute', names: ['web'], reason: REFUSED },
  { group: 'gateway.networking.k8s.io', kind: 'BackendTLSPolicy', names: ['web'], reason: REFUSED },
  { group: 'gateway.networking.k8s.io', kind: 'UnknownRoute', reason: 'a kind that does not exist' },
  { group: 'gateway.networking.k8s.io', kind: 'Gateway', names: ['older'], reason: OLDER },
  { group: 'gateway.networking.k8s.io', kind: 'ListenerSet', names: ['authorities'], reason: REFUSED },
  { group: 'gateway.networking.x-k8s.io', kind: 'XListenerSet', names: ['authorities'], reason: REFUSED },
  { group: 'networking.istio.io', kind: 'Gateway', names: ['of-another-group'], reason: REFUSED },
  { group: 'security.istio.io', names: ['without-kind'], reason: REFUSED },
  { group: 'telemetry.istio.io', names: ['without-kind'], reason: REFUSED },
  { group: 'extensions.istio.io', names: ['without-kind'], reason: REFUSED },
  { group: 'networking.istio.io', kind: 'EnvoyFilter', names: ['without-kind'], reason: REFUSED },
  { group: 'monitoring.coreos.com', names: ['malformed'], reason: REFUSED },
  { group: 'route.openshift.io', names: ['to-another-kind'], reason: REFUSED },
  ...['apps', 'build', 'image', 'oauth', 'project', 'template', 'user'].map(
    (group): HandWritten => ({ group: `${group}.openshift.io`, reason: AGGREGATED }),
  ),
  { group: '*.open-cluster-management.io', reason: NO_CRD },
  { group: 'config.openshift.io', kind: 'Infrastructure', reason: DEAR },
  { group: 'machineconfiguration.openshift.io', kind: 'ControllerConfig', reason: DEAR },
  { group: 'machineconfiguration.openshift.io', kind: 'MachineConfigNode', names: ['notyetset'], reason: REFUSED },
  { group: 'machine.openshift.io', names: ['malformed'], reason: REFUSED },
  { group: 'cilium.io', names: ['malformed'], reason: REFUSED },
  { group: 'networking.istio.io', names: ['malformed'], reason: REFUSED },
  { group: 'security.istio.io', names: ['malformed'], reason: REFUSED },
  ...['kafka.strimzi.io', 'core.strimzi.io', 'longhorn.io', 'ceph.rook.io', 'objectbucket.io'].map(
    (group): HandWritten => ({ group, reason: NO_CRD }),
  ),
  { group: 'grafana.integreatly.org', reason: NO_CRD },
  { group: 'postgresql.cnpg.io', reason: NO_CRD },
  { group: 'acid.zalan.do', reason: NO_CRD },
  { group: 'autoscaling.openshift.io', reason: NO_CRD },
  { group: 'cloudcredential.openshift.io', reason: NO_CRD },
  { group: 'serving.knative.dev', kind: 'Route', names: ['of-another-group'], reason: REFUSED },
  { group: 'elbv2.k8s.aws', reason: NO_CRD },
  { group: 'openreports.io', reason: NO_CRD },
  { group: 'example.com', reason: 'a kind that its users make' },
  { group: 'constraints.gatekeeper.sh', reason: 'a kind that Gatekeeper makes of a template' },
  { group: 'kyverno.io', names: ['registries'], reason: REFUSED },
  { group: 'projectcalico.org', reason: NO_CRD },
  { group: 'crd.projectcalico.org', reason: NO_CRD },

  {
    group: 'admissionregistration.k8s.io',
    kind: 'MutatingWebhookConfiguration',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses a Service without a namespace',
  },
  {
    group: 'admissionregistration.k8s.io',
    kind: 'ValidatingWebhookConfiguration',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses a Service without a namespace',
  },
  {
    group: '',
    kind: 'PersistentVolume',
    names: ['pv-claim-without-namespace'],
    reason: 'malformed: the API refuses a claim without a namespace',
  },
  { group: '', kind: 'PersistentVolume', names: ['unclaimed'], reason: 'malformed: the API refuses a Secret without a namespace' },
  {
    group: '',
    kind: 'Secret',
    names: ['malformed-owners'],
    reason: 'malformed: the API refuses an owner without a uid, a kind or any field',
  },
  {
    group: 'apps',
    kind: 'Deployment',
    names: ['without-template'],
    reason: 'malformed: the API refuses a Deployment without a template',
  },
  { group: '', kind: 'Event', names: ['without-kind'], reason: 'malformed' },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRoleBinding',
    names: ['a-role-is-not-allowed-here'],
    reason: 'malformed: the API refuses a Role here',
  },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'ClusterRoleBinding',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses an account without a namespace',
  },
  {
    group: 'networking.k8s.io',
    kind: 'NetworkPolicy',
    names: ['malformed'],
    reason: 'malformed: the API refuses a selector that is a text',
  },
  {
    group: '',
    kind: 'PersistentVolume',
    names: ['of-the-claim'],
    reason: 'the API asks for the namespace; older releases did not',
  },
  {
    group: 'storage.k8s.io',
    kind: 'VolumeAttachment',
    names: ['azurefile', 'cephfs', 'cinder', 'flexvolume', 'glusterfs', 'iscsi', 'rbd', 'scaleio', 'storageos'],
    reason: 'the API takes inline volumes of CSI drivers only',
  },
  {
    group: 'rbac.authorization.k8s.io',
    kind: 'RoleBinding',
    names: ['of-robots'],
    reason: 'malformed: the API refuses subjects and roles of other kinds',
  },
  {
    group: 'networking.k8s.io',
    kind: 'IPAddress',
    names: ['without-namespace'],
    reason: 'malformed: the API refuses a Service without a namespace',
  },
  { group: 'networking.k8s.io', kind: 'IPAddress', names: ['namespace-is-no-string'], reason: 'malformed: the API refuses it' },
];

/** The reason why an example is hand-written; null where a server must accept it. */
export function handWrittenReason({ apiVersion, kind, metadata }: JsonObject): string | null {
  const written = String(apiVersion);
  const group = written.includes('/') ? (written.split('/')[0] ?? '') : '';
  const row = handWritten.find(
    (entry) =>
      (entry.group === undefined || isGroup(entry.group, group)) &&
      (entry.kind === undefined || entry.kind === kind) &&
      (entry.names?.includes(stringAt(metadata, 'name') ?? '') ?? true),
  );
  return row?.reason ?? null;
}

function isGroup(wanted: string, group: string): boolean {
  return wanted.startsWith('*.') ? group.endsWith(wanted.slice(1)) : group === wanted;
}
